// The options page: connect this browser to a server, see which account it uses, disconnect.
import { render } from "lit-html";
import { serverAddress } from "../shared/address.js";
import { DEFAULT_KEYS } from "../shared/keys.js";
import { ask, AskError, messageOf, onPush, speakThrough } from "../shared/messages.js";
import { phrase } from "../shared/phrase.js";
import { runtimeTransport } from "../shared/transport-runtime.js";
import { speakOnPage } from "../ui/page-language.js";
import { readUnsent, unsentActions } from "../ui/unsent.js";
import { clientName } from "./client-name.js";
import { copyOf, saveToFile } from "./keep-copy.js";
import { keysActions } from "./keys-form.js";
import { createLetters } from "./letters.js";
import { closedSites, isPermitted, requestPermission, requestSites } from "./permission.js";
import { createPairing } from "./pairing.js";
import { optionsView, unsent } from "./view.js";

/**
 * @typedef {import("./view.js").State} State
 * @typedef {import("./view.js").Actions} Actions
 */

const root = /** @type {HTMLElement} */ (document.getElementById("options"));

/** @type {State} */
const state = { status: null, keys: null, operations: [], drafts: [], sure: null, kept: [], said: "", busy: false, wrong: null, leaving: false, again: false, address: "", byToken: false, pairing: null, untaken: null, closed: [] };

/** The server that the browser is known to let us talk to: looked up while typing, so that the click itself can ask. */
let permitted = { origin: "", yes: false };

/** @type {Actions} */
const actions = {
  ...unsentActions((action) => void does(action), (change) => show(change), ({ url }) => void chrome.tabs.create({ url })),
  saveKept: ({ operations, server, name }) => saveToFile(copyOf(operations, server, name)),
  connect: (event) => {
    event.preventDefault();
    const fields = new FormData(/** @type {HTMLFormElement} */ (event.target));
    if (!state.busy) void connect(String(fields.get("server")), state.byToken ? String(fields.get("token")).trim() : null);
  },
  byToken: () => show({ byToken: !state.byToken, wrong: null }, state.byToken ? "server" : "token"),
  openPage: (page) => void chrome.tabs.create({ url: page }),
  cancelPairing: () => {
    pairing.cancel();
    show({ pairing: null }, "server");
  },
  openSites: () => void openSites(),
  lookUp: (when) => void lookUp(when),
  ...keysActions(() => state.keys, (keys) => void setKeys(keys), (untaken) => show({ untaken, said: "" })),
  typed: () => void lookUpPermission(),
  askAgain: () => show({ again: true, said: "" }, "server"),
  leave: () => {
    if (state.status && unsent(state.status)) show({ leaving: true, said: "" }, "farewell");
    else void disconnect("keep");
  },
  stay: () => show({ leaving: false }, "disconnect"),
  saveCopy: () => void saveCopy(),
  disconnect: (waiting) => void disconnect(waiting),
};

const pairing = createPairing(ask, {
  shown: (code) => show({ busy: false, pairing: code }, code.page ? "open-server" : "pairing"),
  connected: (status) => connected(status),
  failed: (error) => {
    show({ pairing: null });
    explain(error);
  },
});

const letters = createLetters(DEFAULT_KEYS, (keys) => ask("set-keys", keys), (keys) => show({ keys }));

/** @param {Partial<State>} change @param {string} [focus]  the id of what to go to */
function show(change, focus) {
  Object.assign(state, change);
  render(optionsView(state, actions), root);
  if (focus) document.getElementById(focus)?.focus();
}

async function lookUpPermission() {
  const typed = /** @type {HTMLInputElement | null} */ (document.getElementById("server"))?.value ?? "";
  const address = serverAddress(typed);
  if ("problem" in address || address.origin === permitted.origin) return;
  permitted = { origin: address.origin, yes: await isPermitted(address.origin) };
}

/** @param {string} server @param {string | null} token  null: by a code */
async function connect(server, token) {
  const address = serverAddress(server);
  if ("problem" in address) return show({ wrong: { field: "server", message: address.problem } }, "server");
  if (token === "") return show({ wrong: { field: "token", message: phrase("token_missing") } }, "token");
  const permission = allowed(address.origin); // nothing is awaited before this
  show({ busy: true, wrong: null, said: "", address: address.origin });
  try {
    if (!(await permission)) return refuse(null, phrase("server_not_allowed"));
    if (token === null) await pairing.begin(address.origin, clientName());
    else connected(await ask("connect", { server: address.origin, token }));
  } catch (error) {
    explain(error);
  }
}

/** @param {import("../shared/types.js").Status} status */
function connected(status) {
  show({ busy: false, status, again: false, byToken: false, pairing: null, wrong: null, said: phrase("connected_to", status.server ?? "") }, "disconnect");
}

async function openSites() {
  const yes = await requestSites(); // nothing is awaited before this
  show({ closed: await closedSites(), said: yes ? phrase("sites_allowed") : "" });
}

/** @param {"listing" | "badge"} when */
async function lookUp(when) {
  try {
    show({ status: await ask("look-up", { when }), said: phrase("kept") });
  } catch (error) {
    tell(error);
  }
}

/** @param {import("../shared/keys.js").Keys} keys */
async function setKeys(keys) {
  state.untaken = null;
  try {
    await letters.choose(keys);
    show({ said: phrase("kept") });
  } catch (error) {
    tell(error);
  }
}

/** @param {string} origin @returns {Promise<boolean>} */
function allowed(origin) {
  const isKnown = permitted.origin === origin && permitted.yes;
  return isKnown ? Promise.resolve(true) : requestPermission(origin);
}

/** Where there is a connection, the place for what connecting comes to is not there. @param {unknown} error */
function tell(error) {
  show({ said: messageOf(error) });
}

/** What connecting came to. @param {unknown} error */
function explain(error) {
  const code = error instanceof AskError ? error.code : "";
  const message = messageOf(error);
  if (code === "unauthorized" && state.byToken) refuse("token", message);
  else if (code === "wrong-address") refuse("server", message);
  else if (code === "offline") refuse(null, phrase("server_offline", message));
  else refuse(null, message);
}

/** @param {"server" | "token" | null} field @param {string} message */
function refuse(field, message) {
  show({ busy: false, wrong: { field, message } }, field ?? undefined);
}

/** @param {"keep" | "discard"} waiting */
async function disconnect(waiting) {
  try {
    const status = await ask("disconnect", { waiting });
    show({ status, leaving: false, again: false, wrong: null, said: phrase("disconnected") }, "server");
  } catch (error) {
    tell(error);
  }
}

async function saveCopy() {
  const { server, user } = state.status ?? {};
  try {
    const { operations } = await ask("waiting", undefined);
    saveToFile(copyOf(operations, server ?? "", user?.name ?? ""));
    show({ said: phrase("copy_saved") });
  } catch (error) {
    tell(error);
  }
}

/** @param {() => Promise<import("../shared/types.js").Status>} action  on what was not sent */
async function does(action) {
  show({ said: "" });
  try {
    show({ status: await action(), sure: null });
    await look();
  } catch (error) {
    tell(error);
  }
}

/** Reads again what is shown beside the status. */
async function look() {
  const [unsent, { accounts }] = await Promise.all([readUnsent(), ask("kept", undefined)]);
  show({ ...unsent, kept: accounts });
}

async function start() {
  onPush(({ status }) => {
    show({ status, leaving: state.leaving && unsent(status) > 0 });
    letters.heard(status.keys);
    void look();
  });
  const status = await ask("status", undefined);
  show({ status, closed: await closedSites() });
  letters.heard(status.keys);
  await look();
  await lookUpPermission();
}

speakOnPage("options_title");
speakThrough(runtimeTransport());
start().catch((error) => {
  root.textContent = error instanceof Error ? error.message : phrase("no_answer");
});
