// Which account is at work: one user of one server at a time, found again when a worker starts anew, left on request.
import { serverAddress } from "./address.js";
import { ApiError } from "./api-error.js";
import { createApi } from "./api.js";
import { AskError } from "./messages.js";
import { phrase } from "./phrase.js";
import { problemFrom } from "./problems.js";
import { createSession } from "./session.js";

/**
 * @typedef {import("./settings.js").Account} Account
 * @typedef {import("./session.js").Session} Session
 * @typedef {import("./backend.js").BackendOptions} BackendOptions
 *
 * @typedef {object} AccountEvents
 * @property {(papers: string[] | null, session: Session) => void} changed
 * @property {(error: ApiError | null) => void} trouble
 * @property {() => boolean} fits  whether the server's version is ours
 */

/** The account is asked for again after this long: groups and roles change. */
const ACCOUNT_AGE = 10 * 60_000;

export class Accounts {
  /**
   * @param {BackendOptions & {locks: import("./locks.js").Locks}} options
   * @param {import("./settings.js").Settings} settings
   * @param {AccountEvents} events
   */
  constructor(options, settings, events) {
    this.options = options;
    this.access = options.access;
    this.settings = settings;
    this.events = events;
    this.now = options.now ?? Date.now;
    /** @type {Promise<Session | null> | null} */
    this.opening = null;
    this.askedAt = 0;
  }

  get isOld() {
    return this.now() - this.askedAt > ACCOUNT_AGE;
  }

  /** What is known of the account has changed at the server. */
  expire() {
    this.askedAt = -Infinity;
  }

  /** @returns {Promise<Session | null>} */
  current() {
    this.opening ??= this.open().catch((error) => {
      this.opening = null;
      throw error;
    });
    return this.opening;
  }

  /**
   * @param {unknown} [account]  what is asked was written under this one, and is nothing for another
   * @returns {Promise<Session>}
   */
  async need(account) {
    const session = await this.current();
    if (session && typeof account === "string" && account !== session.space) throw new AskError("other-account", phrase("other_account"));
    if (session) return session;
    if (this.access.kind === "cookie") throw new AskError("signed-out", phrase("signed_out_here"));
    throw new AskError("unpaired", phrase("unpaired"));
  }

  /** @returns {Promise<Session | null>} */
  async open() {
    const account = await this.settings.account();
    if (this.access.kind === "paired") return account && this.begin(account);
    return this.meet(this.access.server, account);
  }

  /** Behind a cookie the server says who is asking. Only while it does not answer, the page itself does. @param {string} server @param {Account | null} last @returns {Promise<Session | null>} */
  async meet(server, last) {
    try {
      const account = await this.accountAt(server, null);
      await this.settings.setAccount(account);
      const session = this.begin(account);
      await session.sender.resume(); // a pause from before was about being signed out
      return session;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.events.trouble(error);
      if (last && this.isViewer(server, last) && (error.kind === "offline" || error.kind === "later")) return this.begin(last);
      this.opening = null; // asked again next time
      return null;
    }
  }

  /** Whether the page was made for the user of last time: another's notes are never shown, nor what is written taken for theirs. @param {string} server @param {Account} last */
  isViewer(server, last) {
    const { access } = this;
    return access.kind === "cookie" && last.server === server && access.viewer !== null && last.user.name === access.viewer;
  }

  /** @param {string} server @param {string | null} token */
  api(server, token) {
    const auth = /** @type {import("./api.js").Auth} */ (token === null ? { kind: "cookie" } : { kind: "bearer", token });
    return createApi({ origin: server, auth, fetch: this.options.fetch, now: this.now });
  }

  /** @param {string} server @param {string | null} token @returns {Promise<Account>} */
  async accountAt(server, token) {
    const api = this.api(server, token);
    await api.discovery();
    const { user, groups } = await api.me();
    this.askedAt = this.now();
    return { server, token, user, groups };
  }

  /** @param {Account} account @returns {Session} */
  begin(account) {
    /** @type {Session} */
    const session = createSession(account, this.options, {
      changed: (papers) => this.events.changed(papers, session),
      trouble: this.events.trouble,
      fits: this.events.fits,
      replaced: () => void this.renew(session).catch(() => undefined), // else with the next look around
    });
    return session;
  }

  /** Groups and roles may be others by now, and behind a cookie so may the user. @param {Session} session */
  async renew(session) {
    const { server, token } = session.account;
    const account = await this.accountAt(server, token);
    await this.alone(async () => {
      if ((await this.current()) !== session) return;
      if (account.user.id !== session.account.user.id) return this.events.changed(null, await this.take(account));
      await this.settings.setAccount(account);
      Object.assign(session.account, account);
    });
  }

  /** What is kept as the account and the session at work change together, or an answer in between brings back the one that was left. @template T @param {() => Promise<T>} work */
  alone(work) {
    return this.options.locks("account", work);
  }

  /** @param {Account} account  from now on @returns {Promise<Session>} */
  async take(account) {
    await this.settings.setAccount(account);
    const session = this.begin(account);
    await this.replace(session);
    return session;
  }

  /** @param {Session | null} session */
  async replace(session) {
    const before = await this.opening;
    before?.sender.close();
    this.opening = Promise.resolve(session);
  }

  /** @param {string} server @returns {string} its origin; nothing but the extension may choose a server */
  addressOf(server) {
    if (this.access.kind === "cookie") throw new AskError("not-allowed", phrase("pages_of_server"));
    const address = serverAddress(server);
    if ("problem" in address) throw new AskError("wrong-address", address.problem);
    return address.origin;
  }

  /** @param {string} server @param {string} token */
  async connect(server, token) {
    const origin = this.addressOf(server);
    if (!token.trim()) throw new AskError("unauthorized", phrase("token_from_settings"));
    const account = await this.accountAt(origin, token.trim()).catch(refusedConnection);
    const session = await this.alone(() => this.take(account));
    this.events.trouble(null);
    await session.sender.resume();
    void session.sender.flush();
  }

  /** @param {"keep" | "discard"} waiting  kept, it is sent when the same account is connected again */
  async disconnect(waiting) {
    if (this.access.kind === "cookie") throw new AskError("not-allowed", phrase("pages_of_server"));
    const session = await this.alone(async () => {
      const left = await this.current();
      await this.settings.forgetAccount();
      await this.replace(null);
      return left;
    });
    this.events.trouble(null);
    if (session) this.revoke(session.account);
    if (waiting === "discard") await session?.notes.discardAll();
    await session?.cache.clear();
  }

  /** The token is of no use to anyone now. Nobody waits for it: the server may be away for good. @param {Account} account */
  revoke({ server, token }) {
    if (token) void this.api(server, null).form("/oauth/revoke", { token }).catch(() => undefined);
  }
}

/** @param {unknown} error @returns {never} */
export function refusedConnection(error) {
  if (!(error instanceof ApiError)) throw error;
  const { code } = problemFrom(error, 0, false);
  const message = error.kind === "unauthorized" ? phrase("token_unknown_make") : error.message;
  throw new AskError(code, message);
}
