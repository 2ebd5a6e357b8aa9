// The far end of every message: run by the service worker, and in the page itself on the server's own pages.
// Everything that lasts is in the store, for a worker may end at any moment; what is held here can be made again.
import { Accounts } from "./accounts.js";
import { ApiError } from "./api-error.js";
import { sharedLocks } from "./locks.js";
import { AskError } from "./messages.js";
import { countsOf } from "./overlay.js";
import { beginPairing, pollPairing } from "./pairing.js";
import { phrase } from "./phrase.js";
import { problemFrom } from "./problems.js";
import { leaving } from "./leaving.js";
import { createSettings } from "./settings.js";
import { switches, toggled } from "./switches.js";
import { writing } from "./writing.js";

/**
 * @typedef {import("./types.js").Status} Status
 * @typedef {import("./session.js").Session} Session
 * @typedef {import("./messages.js").Push} Push
 * @typedef {import("./messages.js").Handlers} Handlers
 *
 * How this client reaches a server: by a token, or as the page of one server, with its cookie.
 * @typedef {{kind: "paired"} | {kind: "cookie", server: string, viewer: string | null}} Access  viewer: the name of the user that the page was made for
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

/**
 * @param {BackendOptions} options
 * @returns {BackendFace}
 */
export function createBackend(options) {
  const far = new FarEnd(options);
  const handlers = { ...reading(far), ...writing(far), ...leaving(far), ...switches(far), ...connecting(far) };
  return { handlers, tick: () => far.catchUp(), status: () => far.status() };
}

/** @param {FarEnd} far @returns {Handlers} */
function reading(far) {
  return {
    status: () => far.status(),
    notes: ({ papers }) => far.notes(far.strings(papers)),
    refresh: async ({ papers, asked }) => ({ ...(await far.refresh(far.strings(papers), asked === true)), status: await far.status() }),
    history: ({ id }) => far.history(String(id)),
    looked: async ({ papers }) => {
      await (await far.accounts.need()).notes.looked(far.strings(papers));
      return {};
    },
    "catch-up": async () => {
      await far.catchUp();
      return {};
    },
    "try-now": () => far.tryNow(),
  };
}

/** @param {FarEnd} far @returns {Handlers} */
function connecting(far) {
  const { accounts } = far;
  const after = async () => {
    await far.tell(null);
    return far.status();
  };
  return {
    connect: async ({ server, token }) => {
      await accounts.connect(String(server), String(token));
      return after();
    },
    disconnect: async (payload) => {
      await accounts.disconnect(payload?.waiting ?? "keep");
      return after();
    },
    "begin-pairing": ({ server, client }) => beginPairing(accounts, String(server), String(client)),
    "poll-pairing": async ({ server, device }) => {
      const outcome = await pollPairing(accounts, String(server), String(device));
      return { outcome, status: outcome === "connected" ? await after() : null };
    },
  };
}

export class FarEnd {
  /** @param {BackendOptions} options */
  constructor(options) {
    this.options = options;
    this.isByCookie = options.access.kind === "cookie";
    this.settings = createSettings(options.store);
    this.accounts = new Accounts({ ...options, locks: options.locks ?? sharedLocks() }, this.settings, {
      changed: (papers, session) => void this.tell(papers, session).catch(() => undefined),
      trouble: (error) => this.note(error),
      fits: () => this.fits,
    });
    /** @type {ApiError | null} */
    this.problem = null;
    /** @type {Promise<void> | null} */
    this.catching = null;
  }

  /** @param {unknown} value @returns {string[]} */
  strings(value) {
    if (!Array.isArray(value) || value.some((one) => typeof one !== "string")) throw new AskError("bad-message", phrase("bad_message"));
    return value;
  }

  /** While the versions do not fit nothing is sent or asked, but for whether they do by now. */
  get fits() {
    return this.problem?.kind !== "version";
  }

  /** @param {ApiError | null} error */
  note(error) {
    this.problem = error;
  }

  /** @returns {Promise<Status>} */
  async status() {
    const { access } = this.options;
    const session = await this.accounts.current();
    const account = session?.account;
    const counts = countsOf((await this.waiting()).operations);
    return {
      paired: Boolean(account) || this.isByCookie,
      account: session?.space ?? null,
      server: account?.server ?? (access.kind === "cookie" ? access.server : null),
      user: account?.user ?? null,
      groups: account?.groups ?? [],
      destination: session ? await this.destination(session) : null,
      problem: await this.problemNow(session, counts.waiting),
      ...counts,
      ...(await this.settings.choices()),
    };
  }

  /** @param {Session | null} session @param {number} waiting */
  async problemNow(session, waiting) {
    const isPaused = session ? await session.sender.paused() : false;
    const error = this.problem ?? (isPaused ? new ApiError("unauthorized", "") : null);
    return error && problemFrom(error, waiting, this.isByCookie);
  }

  /** Only me until the user picks another, and again when the picked one is gone or only read. @param {Session} session @returns {Promise<string | null>} */
  async destination({ account, space }) {
    const writable = account.groups.filter(({ can_write }) => can_write);
    const chosen = await this.settings.destination(space);
    const group = writable.find(({ id }) => id === chosen) ?? writable.find(({ kind }) => kind === "personal");
    return group?.id ?? null;
  }

  /** Who writes into a group wants to see it. @param {string} group */
  async unmute(group) {
    const choices = await this.settings.choices();
    if (choices.muted.includes(group)) await this.settings.setChoices({ ...choices, muted: toggled(choices.muted, group, false) });
  }

  async waiting() {
    const session = await this.accounts.current();
    return { operations: session ? await session.notes.waiting() : [] };
  }

  /** @param {string[] | null} papers @param {Session} [from]  an account that is no longer in use is not heard */
  async tell(papers, from) {
    if (from && (await this.accounts.current()) !== from) return;
    this.options.push({ push: "changed", papers, status: await this.status() });
  }

  /** @param {string[]} papers */
  async notes(papers) {
    const session = await this.accounts.current();
    return session ? session.notes.read(papers) : { papers: Object.fromEntries(papers.map((paper) => [paper, []])), people: {}, labels: {}, unfinished: [] };
  }

  /** @param {string} note */
  async history(note) {
    const session = await this.accounts.need();
    if (this.problem && !this.fits) throw this.problem;
    return { states: await session.notes.history(note) };
  }

  /** @param {string[]} papers @param {boolean} isAsked  by the user: where they chose so, the server hears of no other papers */
  async refresh(papers, isAsked) {
    const session = await this.accounts.current();
    const { lookup } = await this.settings.choices();
    const may = session && this.fits && (isAsked || lookup === "listing") && !(await session.sender.paused());
    if (may) await this.attempt(() => this.refreshAs(session, papers));
    return this.notes(papers);
  }

  /** @param {Session} session @param {string[]} papers */
  async refreshAs(session, papers) {
    if (await session.notes.refresh(papers)) return;
    await this.accounts.renew(session);
    await (await this.accounts.current())?.notes.refresh(papers);
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

  async tryNow() {
    const session = await this.accounts.current();
    if (session) await this.attempt(() => this.accounts.renew(session));
    await (await this.accounts.current())?.sender.flush({ now: true });
    await this.tell(null);
    return this.status();
  }

  /** Now and then, and often while somebody looks: what waits goes out, what changed comes in. Many pages ask, one answer serves them. */
  catchUp() {
    this.catching ??= this.catchUpOnce().finally(() => {
      this.catching = null;
    });
    return this.catching;
  }

  async catchUpOnce() {
    const session = await this.accounts.current();
    if (!session) return;
    const isPaused = await session.sender.paused();
    if (isPaused && !this.isByCookie) return; // a token does not become good again; behind a cookie somebody may have signed in
    if (isPaused || this.accounts.isOld || !this.fits) {
      await this.attempt(async () => {
        await this.accounts.renew(session);
        if (isPaused) await session.sender.resume();
      });
    }
    const current = await this.accounts.current();
    if (!current || !this.fits || (await current.sender.paused())) return;
    void current.sender.flush();
    await this.attempt(async () => {
      const caught = await current.notes.catchUp();
      if (!caught) return this.accounts.renew(current);
      const { papers, groups } = caught;
      if (groups) this.accounts.expire(); // should the renewal fail, it is made up for
      if (groups || papers.length) await this.tell(groups ? null : papers, current);
      if (!groups) return;
      await this.accounts.renew(current);
      await this.tell(null, current);
    });
  }
}
