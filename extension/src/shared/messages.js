// The one table of what the two sides say to each other, and the three ways to take part: ask, serve, listen for pushes.
// How a message travels is the transport's business: chrome.runtime in the extension, a plain call on the server's own pages.
import { phrase } from "./phrase.js";

/**
 * @typedef {import("./types.js").Status} Status
 * @typedef {import("./types.js").Notes} Notes
 * @typedef {import("./types.js").Note} Note
 * @typedef {import("./types.js").Draft} Draft
 * @typedef {import("./types.js").PaperSeen} PaperSeen
 * @typedef {import("./types.js").Seen} Seen
 * @typedef {import("./types.js").State} State
 * @typedef {import("./types.js").Target} Target
 * @typedef {import("./types.js").Unfinished} Unfinished
 * @typedef {import("./types.js").Waiting} Waiting
 * @typedef {import("./types.js").Wording} Wording
 *
 * @typedef {{
 *   "status": {payload: void, answer: Status},
 *   "notes": {payload: {papers: string[]}, answer: Notes},
 *   "refresh": {payload: {papers: string[], asked?: boolean}, answer: Notes & {status: Status}},
 *   "looked": {payload: {papers: string[]}, answer: {}},
 *   "history": {payload: {id: string}, answer: {states: State[]}},
 *   "catch-up": {payload: void, answer: {}},
 *   "tools": {payload: void, answer: {}},
 *   "create": {payload: {draft: Draft, account?: string | null, unfinished?: string}, answer: Note},
 *   "edit": {payload: {id: string, text: string, tags: string[], seen: Seen, account?: string | null, unfinished?: string}, answer: Note},
 *   "draft-keep": {payload: {account: string, draft: Unfinished}, answer: {}},
 *   "draft-drop": {payload: {account: string, id: string}, answer: {}},
 *   "draft-claim": {payload: {papers: string[]}, answer: {draft: Unfinished | null}},
 *   "draft-open": {payload: {id: string}, answer: {}},
 *   "drafts": {payload: void, answer: {drafts: Unfinished[]}},
 *   "kept": {payload: void, answer: {accounts: import("./kept.js").Kept[]}},
 *   "attach": {payload: {id: string, target: Target}, answer: Note},
 *   "move": {payload: {id: string, group: string}, answer: Note},
 *   "delete": {payload: {id: string}, answer: {}},
 *   "undo-delete": {payload: {id: string}, answer: Note},
 *   "destination": {payload: {group: string}, answer: Status},
 *   "paper-seen": {payload: {paper: PaperSeen}, answer: {}},
 *   "pause": {payload: {site: string, paused: boolean}, answer: Status},
 *   "hide-marks": {payload: {hidden: boolean}, answer: Status},
 *   "mute-group": {payload: {group: string, muted: boolean}, answer: Status},
 *   "look-up": {payload: {when: "listing" | "badge"}, answer: Status},
 *   "set-keys": {payload: import("./keys.js").Keys, answer: Status},
 *   "waiting": {payload: void, answer: {operations: Waiting[]}},
 *   "resolve-failed": {payload: {operation: string, way: "only-me" | "discard" | "retry"}, answer: Status},
 *   "try-now": {payload: void, answer: Status},
 *   "connect": {payload: {server: string, token: string}, answer: Status},
 *   "begin-pairing": {payload: {server: string, client: string}, answer: import("./pairing.js").Code},
 *   "poll-pairing": {payload: {server: string, device: string}, answer: {outcome: import("./pairing.js").Outcome, status: Status | null}},
 *   "disconnect": {payload: {waiting: "keep" | "discard"} | void, answer: Status},
 *   "sites": {payload: void, answer: {sites: string[]}},
 *   "still-on": {payload: void, answer: {on: boolean}},
 *   "switch-site": {payload: {site: string, on: boolean}, answer: {sites: string[]}},
 *   "papers-on-page": {payload: void, answer: {papers: {key: string, title: string}[]}},
 *   "page-report": {payload: void, answer: import("../content/report.js").PageReport},
 *   "leave-page": {payload: void, answer: {}},
 * }} Messages
 * @typedef {keyof Messages} MessageName
 *
 * Who sends: a content script inside someone else's page, or a page of the extension itself.
 * @typedef {"content" | "page"} Party
 *
 * @typedef {{ask: string, payload: unknown}} Message
 * @typedef {{ok: true, answer: unknown} | {ok: false, error: {code: string, message: string}}} Envelope
 * @typedef {{push: "changed", papers: string[] | null, status: Status}} Push
 *
 * @typedef {object} Transport
 * @property {(message: Message, tab?: number) => Promise<unknown>} send  an Envelope back, or nothing when nobody listens
 * @property {(answer: (message: Message, party: Party, sender: Sender) => Promise<Envelope> | null) => void} receive  null: not for this listener
 * @property {(listener: (push: Push) => void) => () => void} onPush  answers with the way to stop
 *
 * Where a message comes from, in the extension.
 * @typedef {Pick<chrome.runtime.MessageSender, "tab" | "frameId" | "documentId" | "url">} Sender
 *
 * @typedef {{[N in MessageName]?: (payload: any, party: Party, sender: Sender) => Promise<Messages[N]["answer"]> | Messages[N]["answer"]}} Handlers
 */

/** @type {readonly Party[]} */
const everyone = Object.freeze(["content", "page"]);
/** @type {readonly Party[]} */
const pagesOnly = Object.freeze(["page"]);

/** @type {Readonly<Record<MessageName, readonly Party[]>>} */
export const MESSAGES = Object.freeze({
  status: everyone,
  notes: everyone,
  refresh: everyone,
  looked: everyone,
  history: everyone,
  "catch-up": everyone,
  tools: everyone,
  "still-on": everyone,
  create: everyone,
  edit: everyone,
  attach: everyone,
  "draft-keep": everyone,
  "draft-drop": everyone,
  "draft-claim": everyone,
  move: everyone,
  delete: everyone,
  "undo-delete": everyone,
  destination: everyone,
  "paper-seen": everyone,
  "mute-group": everyone,
  // A page that took over its renderer must not reach the pairing, tell the server more than was chosen, read or throw away
  // what could not be sent, nor switch Postil off on other sites.
  pause: pagesOnly,
  "hide-marks": pagesOnly,
  waiting: pagesOnly,
  drafts: pagesOnly,
  "draft-open": pagesOnly,
  kept: pagesOnly,
  "try-now": pagesOnly,
  "resolve-failed": pagesOnly,
  "look-up": pagesOnly,
  "set-keys": pagesOnly,
  connect: pagesOnly,
  "begin-pairing": pagesOnly,
  "poll-pairing": pagesOnly,
  disconnect: pagesOnly,
  sites: pagesOnly,
  "switch-site": pagesOnly,
  // What a content script answers. The last is the worker's, which some browsers send without an address.
  "papers-on-page": pagesOnly,
  "page-report": pagesOnly,
  "leave-page": everyone,
});

/** What an asker gets when it was refused or went wrong: a message fit to be shown, and a code to tell cases apart. */
export class AskError extends Error {
  /** @param {string} code @param {string} message */
  constructor(code, message) {
    super(message);
    this.name = "AskError";
    this.code = code;
  }
}

/** What people are told of an error. @param {unknown} error */
export function messageOf(error) {
  const { message } = /** @type {{message?: unknown}} */ (error ?? {});
  return typeof message === "string" && message ? message : phrase("went_wrong");
}

/** @type {Transport | null} */
let current = null;

/**
 * Every later `ask` and `onPush` of this bundle goes through this transport. Called once, by the entry module.
 * @param {Transport} transport
 */
export function speakThrough(transport) {
  current = transport;
}

/** @returns {Transport} */
function transportInUse() {
  if (!current) throw new AskError("no-transport", phrase("not_running"));
  return current;
}

/**
 * @template {MessageName} N
 * @param {N} name
 * @param {Messages[N]["payload"]} payload
 * @returns {Promise<Messages[N]["answer"]>}
 */
export async function ask(name, payload) {
  return open(await transportInUse().send({ ask: name, payload }));
}

/**
 * Asks the content script of one tab. Rejects with code `nobody` where Postil does not run.
 * @template {MessageName} N
 * @param {number} tab
 * @param {N} name
 * @param {Messages[N]["payload"]} payload
 * @returns {Promise<Messages[N]["answer"]>}
 */
export async function askTab(tab, name, payload) {
  return open(await transportInUse().send({ ask: name, payload }, tab));
}

/**
 * @param {(push: Push) => void} listener
 * @returns {() => void}  stops listening
 */
export function onPush(listener) {
  return transportInUse().onPush(listener);
}

/**
 * Answers the messages that have a handler here. Called synchronously when a worker starts, or messages are missed.
 * @param {Handlers} handlers
 * @param {Transport} transport
 */
export function serve(handlers, transport) {
  transport.receive((message, party, sender) => {
    const name = /** @type {MessageName} */ (message.ask);
    if (!Object.hasOwn(MESSAGES, name) || !Object.hasOwn(handlers, name)) return null;
    return reply(handlers, name, message.payload, party, sender);
  });
}

/**
 * @param {Handlers} handlers @param {MessageName} name @param {unknown} payload @param {Party} party @param {Sender} sender
 * @returns {Promise<Envelope>}
 */
async function reply(handlers, name, payload, party, sender) {
  try {
    if (!MESSAGES[name].includes(party)) throw new AskError("not-allowed", phrase("own_pages_only"));
    const handler = /** @type {(payload: unknown, party: Party, sender: Sender) => unknown} */ (handlers[name]);
    return { ok: true, answer: await handler(payload, party, sender) };
  } catch (error) {
    return { ok: false, error: described(error) };
  }
}

/** @param {unknown} error @returns {{code: string, message: string}} */
function described(error) {
  const { code } = /** @type {{code?: unknown}} */ (error ?? {});
  return { code: typeof code === "string" ? code : "internal", message: messageOf(error) };
}

/** @param {unknown} envelope @returns {any} */
function open(envelope) {
  const reply = /** @type {Envelope | null | undefined} */ (envelope);
  if (!reply || typeof reply.ok !== "boolean") throw new AskError("nobody", phrase("no_answer"));
  if (!reply.ok) throw new AskError(reply.error.code, reply.error.message);
  return reply.answer;
}
