// Listeners and nothing else: a worker lives for seconds, so all that lasts is in storage, and every listener stands before the first await.
import { createBackend } from "../shared/backend.js";
import { serve } from "../shared/messages.js";
import { runtimeTransport } from "../shared/transport-runtime.js";
import { showBadge } from "./badge.js";
import { colourOf } from "./palette.js";
import { pushToAll } from "./push.js";
import { closedStore } from "./store.js";

const ALARM = "outbox";
const MINUTES = 0.5; // the shortest that browsers allow

const backend = createBackend({
  store: closedStore(),
  access: { kind: "paired" },
  push: (push) => {
    showBadge(push.status, colourOf);
    pushToAll(push);
  },
});

serve(backend.handlers, runtimeTransport());

chrome.alarms.onAlarm.addListener(({ name }) => {
  if (name === ALARM) void wake();
});
chrome.runtime.onStartup.addListener(() => void wake());
chrome.runtime.onInstalled.addListener(() => void wake());
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
