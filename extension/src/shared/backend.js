// The far end of every message: run by the service worker, and in the page itself on the server's own pages.
// Everything that lasts is in the store, for a worker may end at any moment; what is held here can be made again.
import { serverAddress } from "./address.js";
import { ApiError } from "./api-error.js";
import { createApi } from "./api.js";
import { isDraft } from "./draft.js";
import { sharedLocks } from "./locks.js";
import { AskError } from "./messages.js";
import { countsOf, waitingList } from "./overlay.js";
import { problemFrom } from "./problems.js";
import { createSession } from "./session.js";
import { createSettings } from "./settings.js";

/**
 * @typedef {import("./types.js").Status} Status
 * @typedef {import("./types.js").Group} Group
 * @typedef {import("./settings.js").Account} Account
 * @typedef {import("./session.js").Session} Session
 * @typedef {import("./messages.js").Push} Push
 * @typedef {import("./messages.js").Handlers} Handlers
 *
 * How this client reaches a server: by a token that the user pasted, or as the page of one server, with its cookie.
 * @typedef {{kind: "paired"} | {kind: "cookie", server: string}} Access
 *
 * @typedef {object} BackendOptions
 * @property {import("./types.js").Store} store
 * @property {Access} access
 * @property {(push: Push) => void} push
 * @property {import("./locks.js").Locks} [locks]
 * @property {typeof globalThis.fetch} [fetch]
 * @property {() => number} [now]
 * @property {() => number} [random]
 * @property {(milliseconds: number, work: () => void) => void} [schedule]
 *
 * @typedef {{handlers: Handlers, tick: () => Promise<void>, status: () => Promise<Status>}} BackendFace
 */

/** The account is asked for again after this long: groups and roles change. */
const ACCOUNT_AGE = 10 * 60_000;

/**
 * @param {BackendOptions} options
 * @returns {BackendFace}
 */
export function createBackend(options) {
  const backend = new Backend(options);
  return { handlers: handlersOf(backend), tick: () => backend.tick(), status: () => backend.status() };
}

/** @param {Backend} backend @returns {Handlers} */
function handlersOf(backend) {
  return {
    status: () => backend.status(),
    notes: ({ papers }) => backend.notes(strings(papers)),
    refresh: ({ papers }) => backend.refresh(strings(papers)),
    create: ({ draft }) => backend.create(draft),
    edit: ({ id, text, tags }) => backend.edit(String(id), String(text), strings(tags)),
    delete: ({ id }) => backend.delete(String(id)),
    "undo-delete": ({ id }) => backend.undoDelete(String(id)),
    destination: ({ group }) => backend.setDestination(String(group)),
    "paper-seen": ({ paper }) => backend.paperSeen(paper),
    pause: ({ site, paused }) => backend.pause(String(site), paused === true),
    "hide-marks": ({ hidden }) => backend.hideMarks(hidden === true),
    waiting: () => backend.waiting(),
    "resolve-failed": ({ operation, way }) => backend.resolve(String(operation), way),
    "try-now": () => backend.tryNow(),
    connect: ({ server, token }) => backend.connect(String(server), String(token)),
    disconnect: (payload) => backend.disconnect(payload?.waiting ?? "keep"),
  };
}

/** @param {unknown} value @returns {string[]} */
function strings(value) {
  if (!Array.isArray(value) || value.some((one) => typeof one !== "string")) throw new AskError("bad-message", "Postil got a message that it cannot read.");
  return value;
}

class Backend {
  /** @param {BackendOptions} options */
  constructor(options) {
    this.options = options;
    this.access = options.access;
    this.surroundings = { ...options, locks: options.locks ?? sharedLocks() };
    this.settings = createSettings(options.store);
    this.now = options.now ?? Date.now;
    /** @type {Promise<Session | null> | null} */
    this.opening = null;
    /** @type {ApiError | null} */
    this.problem = null;
    this.accountAt = 0;
  }

  /** @returns {Promise<Session | null>} */
  session() {
    this.opening ??= this.open().catch((error) => {
      this.opening = null;
      throw error;
    });
    return this.opening;
  }

  /** @returns {Promise<Session | null>} */
  async open() {
    const account = await this.settings.account();
    if (this.access.kind === "paired") return account && this.begin(account);
    return this.meet(this.access.server, account);
  }

  /** Behind a cookie the server says who is asking. Only while it does not answer, it is taken to be the same user as last time. @param {string} server @param {Account | null} last @returns {Promise<Session | null>} */
  async meet(server, last) {
    try {
      const account = await this.fetchAccount(server, null);
      await this.settings.setAccount(account);
      return this.begin(account);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.problem = error;
      if (last?.server === server && (error.kind === "offline" || error.kind === "later")) return this.begin(last);
      this.opening = null; // asked again next time
      return null;
    }
  }

  /** @param {string} server @param {string | null} token @returns {Promise<Account>} */
  async fetchAccount(server, token) {
    const auth = /** @type {import("./api.js").Auth} */ (token === null ? { kind: "cookie" } : { kind: "bearer", token });
    const api = createApi({ origin: server, auth, fetch: this.options.fetch, now: this.now });
    await api.discovery();
    const { user, groups } = await api.me();
    this.accountAt = this.now();
    return { server, token, user, groups };
  }

  /** @param {Account} account @returns {Session} */
  begin(account) {
    /** @type {Session} */
    const session = createSession(account, this.surroundings, {
      changed: (papers) => void this.tell(papers, session).catch(() => undefined),
      trouble: (error) => this.note(error),
    });
    return session;
  }

  /** @param {ApiError | null} error */
  note(error) {
    this.problem = error;
  }

  /** @returns {Promise<Session>} */
  async need() {
    const session = await this.session();
    if (session) return session;
    if (this.access.kind === "cookie") throw new AskError("signed-out", "Postil does not know who you are here. Sign in, then reload this page.");
    throw new AskError("unpaired", "Postil is not connected to a server. Connect it in its options.");
  }

  /** @returns {Promise<Status>} */
  async status() {
    const session = await this.session();
    const { paused, hidden } = await this.settings.choices();
    const account = session?.account;
    const counts = countsOf((await this.waiting()).operations);
    return {
      paired: Boolean(account) || this.access.kind === "cookie",
      server: account?.server ?? (this.access.kind === "cookie" ? this.access.server : null),
      user: account?.user ?? null,
      groups: account?.groups ?? [],
      destination: session ? await this.destination(session) : null,
      problem: await this.problemNow(session, counts.waiting),
      ...counts,
      paused,
      hidden,
    };
  }

  /** @param {Session | null} session @param {number} waiting */
  async problemNow(session, waiting) {
    const isPaused = session ? await session.sender.paused() : false;
    const error = this.problem ?? (isPaused ? new ApiError("unauthorized", "") : null);
    return error && problemFrom(error, waiting, this.access.kind === "cookie");
  }

  /** Only me until the user picks another, and again when the picked one is gone or only read. @param {Session} session @returns {Promise<string | null>} */
  async destination({ account, space }) {
    const writable = account.groups.filter(({ can_write }) => can_write);
    const chosen = await this.settings.destination(space);
    const group = writable.find(({ id }) => id === chosen) ?? writable.find(({ kind }) => kind === "personal");
    return group?.id ?? null;
  }

  /** @param {string[] | null} papers @param {Session} [from]  an account that is no longer in use is not heard */
  async tell(papers, from) {
    if (from && (await this.session()) !== from) return;
    this.options.push({ push: "changed", papers, status: await this.status() });
  }

  /** After a write is on disk: everyone sees it, and it goes on its way; nobody waits for that. @param {Session} session @param {string} paper */
  async written(session, paper) {
    void session.sender.flush();
    await this.tell([paper]);
  }

  /** @param {string[]} papers */
  async notes(papers) {
    const session = await this.session();
    return session ? session.notes.read(papers) : { papers: Object.fromEntries(papers.map((paper) => [paper, []])), people: {}, labels: {} };
  }

  /** @param {string[]} papers */
  async refresh(papers) {
    const session = await this.session();
    if (session && !(await session.sender.paused())) await this.attempt(() => this.refreshAs(session, papers));
    return this.notes(papers);
  }

  /** @param {Session} session @param {string[]} papers */
  async refreshAs(session, papers) {
    if (await session.notes.refresh(papers)) return;
    await this.renewAccount(session);
    await (await this.session())?.notes.refresh(papers);
  }

  /** What is kept is shown in any case; what went wrong stands in the status. @param {() => Promise<unknown>} work */
  async attempt(work) {
    const before = this.problem?.kind ?? null;
    try {
      await work();
      this.note(null);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.note(error);
    }
    if ((this.problem?.kind ?? null) !== before) await this.tell([]);
  }

  /** @param {unknown} draft */
  async create(draft) {
    if (!isDraft(draft)) throw new AskError("bad-message", "Postil got a note that it cannot read.");
    const session = await this.need();
    const note = await session.notes.create(draft);
    await this.written(session, draft.paper);
    return note;
  }

  /** @param {string} id @param {string} text @param {string[]} tags */
  async edit(id, text, tags) {
    const session = await this.need();
    const note = await session.notes.edit(id, text, tags);
    await this.written(session, note.paper);
    return note;
  }

  /** @param {string} id */
  async delete(id) {
    const session = await this.need();
    await this.written(session, await session.notes.delete(id));
    return {};
  }

  /** @param {string} id */
  async undoDelete(id) {
    const session = await this.need();
    const note = await session.notes.undoDelete(id);
    await this.written(session, note.paper);
    return note;
  }

  /** @param {import("./types.js").PaperSeen} paper */
  async paperSeen(paper) {
    const session = await this.need();
    await session.notes.paperSeen(paper, await this.destination(session));
    void session.sender.flush();
    return {};
  }

  /** @param {string} group */
  async setDestination(group) {
    const session = await this.need();
    const isWritable = session.account.groups.some(({ id, can_write }) => id === group && can_write);
    if (!isWritable) throw new AskError("not-allowed", "You can read this team's notes, not write there.");
    await this.settings.setDestination(session.space, group);
    await this.tell([]);
    return this.status();
  }

  /** @param {string} site @param {boolean} paused */
  async pause(site, paused) {
    const choices = await this.settings.choices();
    const others = choices.paused.filter((one) => one !== site);
    await this.settings.setChoices({ ...choices, paused: paused ? [...others, site] : others });
    await this.tell([]);
    return this.status();
  }

  /** @param {boolean} hidden */
  async hideMarks(hidden) {
    await this.settings.setChoices({ ...(await this.settings.choices()), hidden });
    await this.tell([]);
    return this.status();
  }

  async waiting() {
    const session = await this.session();
    const stored = session ? await session.outbox.list() : [];
    return { operations: waitingList(stored.map(({ operation }) => operation)) };
  }

  /** @param {string} operation @param {"only-me" | "discard" | "retry"} way */
  async resolve(operation, way) {
    const session = await this.need();
    const personal = session.account.groups.find(({ kind }) => kind === "personal")?.id ?? null;
    await session.outbox.resolve(operation, way, personal);
    void session.sender.flush();
    await this.tell(null);
    return this.status();
  }

  async tryNow() {
    const session = await this.session();
    if (session) await this.attempt(() => this.renewAccount(session));
    await (await this.session())?.sender.flush({ now: true });
    await this.tell(null);
    return this.status();
  }

  /** Now and then: what waits goes out, what changed comes in. */
  async tick() {
    const session = await this.session();
    if (!session || (await session.sender.paused())) return;
    if (this.now() - this.accountAt > ACCOUNT_AGE) await this.attempt(() => this.renewAccount(session));
    const current = await this.session();
    if (!current) return;
    await current.sender.flush();
    await this.attempt(async () => {
      const touched = await current.notes.catchUp();
      if (touched.length) await this.tell(touched, current);
    });
  }

  /** Groups and roles may be others by now, and behind a cookie so may the user. @param {Session} session */
  async renewAccount(session) {
    const { server, token } = session.account;
    const account = await this.fetchAccount(server, token);
    if ((await this.session()) !== session) return;
    await this.settings.setAccount(account);
    if (account.user.id === session.account.user.id) Object.assign(session.account, account);
    else await this.replace(this.begin(account));
  }

  /** @param {Session | null} session */
  async replace(session) {
    const before = await this.opening;
    before?.sender.close();
    this.opening = Promise.resolve(session);
  }

  /** @param {string} server @param {string} token */
  async connect(server, token) {
    if (this.access.kind === "cookie") throw new AskError("not-allowed", "These pages belong to their server.");
    const address = serverAddress(server);
    if ("problem" in address) throw new AskError("wrong-address", address.problem);
    if (!token.trim()) throw new AskError("unauthorized", "Paste an access token from the server's settings.");
    const account = await this.fetchAccount(address.origin, token.trim()).catch(refusedConnection);
    await this.settings.setAccount(account);
    const session = this.begin(account);
    await this.replace(session);
    this.problem = null;
    await session.sender.resume();
    void session.sender.flush();
    await this.tell(null);
    return this.status();
  }

  /** @param {"keep" | "discard"} waiting  kept, it is sent when the same account is connected again */
  async disconnect(waiting) {
    if (this.access.kind === "cookie") throw new AskError("not-allowed", "These pages belong to their server.");
    const session = await this.session();
    await this.settings.forgetAccount();
    await this.replace(null);
    this.problem = null;
    if (waiting === "discard") await session?.outbox.discardAll();
    await session?.cache.clear();
    await this.tell(null);
    return this.status();
  }
}

/** @param {unknown} error @returns {never} */
function refusedConnection(error) {
  if (!(error instanceof ApiError)) throw error;
  const { code } = problemFrom(error, 0, false);
  const message = error.kind === "unauthorized" ? "The server does not know this token, or it was revoked. Make a new one in the server's settings." : error.message;
  throw new AskError(code, message);
}
