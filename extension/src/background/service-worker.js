// Listeners and nothing else: a worker lives for seconds, so all that lasts is in storage, and every listener stands before the first await.
import { createBackend } from "../shared/backend.js";
import { serve } from "../shared/messages.js";
import { speak } from "../shared/phrase.js";
import { runtimeTransport } from "../shared/transport-runtime.js";
import { showBadge } from "./badge.js";
import { colourOf } from "./palette.js";
import { pushToAll } from "./push.js";
import { createSites } from "./sites.js";
import { closedStore } from "./store.js";
import { toolsHandlers } from "./tools.js";

const ALARM = "outbox";
const MINUTES = 0.5; // the shortest that browsers allow

speak(navigator.languages);
const store = closedStore();

const backend = createBackend({
  store,
  access: { kind: "paired" },
  push: (push) => {
    showBadge(push.status, colourOf);
    pushToAll(push);
  },
});

const sites = createSites({ store, server: async () => (await backend.status()).server });

serve({ ...backend.handlers, ...sites.handlers, ...toolsHandlers() }, runtimeTransport());

chrome.alarms.onAlarm.addListener(({ name }) => {
  if (name === ALARM) void wake();
});
for (const event of [chrome.runtime.onStartup, chrome.runtime.onInstalled]) {
  event.addListener(() => {
    void wake();
    void sites.sync();
  });
}
for (const event of [chrome.permissions.onAdded, chrome.permissions.onRemoved]) event.addListener(() => void sites.sync());
void keepAlarm();

/** Browsers forget alarms at odd times; every start of the worker is a chance to set it again. */
async function keepAlarm() {
  if (!(await chrome.alarms.get(ALARM))) await chrome.alarms.create(ALARM, { periodInMinutes: MINUTES });
}

/** What waits goes out; the next alarm tries again whatever happens here. */
async function wake() {
  await backend.tick().catch(() => undefined);
  showBadge(await backend.status(), colourOf);
}
