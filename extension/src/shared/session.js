// One account at work: the notes of one user of one server, from the cache, the network and what waits.
import { ApiError } from "./api-error.js";
import { createApi, PAPERS_PER_LOOKUP } from "./api.js";
import { draftFromEntry, noteFromDraft } from "./annotation.js";
import { createCache } from "./cache.js";
import { createFreshness } from "./freshness.js";
import { AskError } from "./messages.js";
import { phrase } from "./phrase.js";
import { statesOf } from "./history.js";
import { createOutbox } from "./outbox.js";
import { createPapersSeen } from "./papers-seen.js";
import { isConflict, newest } from "./operation.js";
import { overlaid, waitingList } from "./overlay.js";
import { createSender } from "./sender.js";
import { spaceOf } from "./settings.js";
import { createUnfinished } from "./unfinished.js";

/**
 * @typedef {import("./types.js").Draft} Draft
 * @typedef {import("./types.js").Note} Note
 * @typedef {import("./types.js").Notes} Notes
 * @typedef {import("./types.js").PaperSeen} PaperSeen
 * @typedef {import("./types.js").Target} Target
 * @typedef {import("./types.js").Wording} Wording
 * @typedef {import("./settings.js").Account} Account
 * @typedef {import("./outbox.js").Base} Base
 *
 * @typedef {object} Surroundings
 * @property {import("./types.js").Store} store
 * @property {import("./locks.js").Locks} locks
 * @property {typeof globalThis.fetch} [fetch]
 * @property {() => number} [now]
 * @property {() => number} [random]
 * @property {(milliseconds: number, work: () => void) => void} [schedule]
 *
 * @typedef {object} Reports
 * @property {(papers: string[]) => void} changed
 * @property {(error: import("./api-error.js").ApiError | null) => void} trouble
 * @property {() => boolean} fits
 * @property {() => void} [replaced]  behind the cookie is another user by now
 *
 * @typedef {ReturnType<typeof createSession>} Session
 */

/**
 * @param {Account} account
 * @param {Surroundings} surroundings
 * @param {Reports} reports
 */
export function createSession(account, surroundings, reports) {
  const { store, locks, now = Date.now } = surroundings;
  const space = spaceOf(account.server, account.user.id);
  /** @type {import("./api.js").Auth} */
  const auth = account.token === null ? { kind: "cookie", user: account.user.id } : { kind: "bearer", token: account.token };
  const api = createApi({ origin: account.server, auth, fetch: surroundings.fetch, now });
  const cache = createCache({ store, space, locks, now });
  const outbox = createOutbox({ store, space, locks, now });
  // A token belongs to one user; behind a cookie another user may have signed in, in another tab.
  const isStillUs = async () => account.token !== null || spaceOf(account.server, (await api.me()).user.id) === space;
  const notes = new SessionNotes(account, space, store, api, cache, outbox, createFreshness({ store, space, now }), isStillUs);
  const sender = createSender({
    ...surroundings, ...reports, outbox, cache, send: (write) => api.write(write), meet: () => api.discovery(), iriOf: api.iriOf, me: account.user.id, confirm: isStillUs,
    forget: notes.seen.forget,
  });
  return { account, space, api, cache, outbox, sender, isStillUs, notes };
}

class SessionNotes {
  /**
   * @param {Account} account @param {string} space @param {import("./types.js").Store} store @param {import("./api.js").Api} api
   * @param {import("./cache.js").Cache} cache @param {import("./outbox.js").Outbox} outbox
   * @param {import("./freshness.js").Freshness} freshness @param {() => Promise<boolean>} isStillUs
   */
  constructor(account, space, store, api, cache, outbox, freshness, isStillUs) {
    this.account = account;
    this.space = space;
    this.api = api;
    this.cache = cache;
    this.outbox = outbox;
    this.freshness = freshness;
    this.isStillUs = isStillUs;
    this.unfinished = createUnfinished({ store, space });
    this.seen = createPapersSeen({ store, space });
    /** Look-ups on their way, so that two tabs of one listing ask once. @type {Map<string, Promise<void>>} */
    this.asking = new Map();
  }

  get me() {
    return this.account.user.id;
  }

  /** @param {string[]} papers @returns {Promise<Notes>} */
  async read(papers) {
    const [kept, stored, unfinished] = await Promise.all([this.cache.read(papers), this.outbox.list(), this.unfinished.list()]);
    const operations = stored.map(({ operation }) => operation);
    const { name, display_name } = this.account.user;
    const isFresh = await this.freshness.test();
    const notesOf = (/** @type {string} */ paper) => overlaid(paper, kept.papers[paper], operations, this.me).map((note) => ({ ...note, fresh: isFresh(note) }));
    return {
      papers: Object.fromEntries(papers.map((paper) => [paper, notesOf(paper)])),
      people: { ...kept.people, [this.me]: { name, display_name } },
      labels: kept.labels,
      unfinished: unfinished.filter(({ paper }) => papers.includes(paper)),
    };
  }

  /** Asks the server about these papers, as many at once as it allows. @param {string[]} papers @returns {Promise<boolean>} false: another user is signed in */
  async refresh(papers) {
    if (!(await this.isStillUs())) return false;
    // In an order of their own: votes move papers within a list, and the same papers must make the same requests.
    const unique = [...new Set(papers)].sort();
    for (let i = 0; i < unique.length; i += PAPERS_PER_LOOKUP) {
      await this.lookUp(unique.slice(i, i + PAPERS_PER_LOOKUP));
    }
    return true;
  }

  /** @param {string[]} keys */
  async lookUp(keys) {
    const name = keys.join(" ");
    const asked = this.asking.get(name) ?? this.lookUpOnce(keys).finally(() => this.asking.delete(name));
    this.asking.set(name, asked);
    await asked;
  }

  /** @param {string[]} keys */
  async lookUpOnce(keys) {
    const moment = this.cache.moment();
    const answer = await this.api.lookup(keys, await this.cache.etagFor(keys));
    if (!answer.same) await this.cache.takeIn(keys, answer.etag, answer.lookup, moment);
  }

  /** The user has looked at all the notes of these papers. @param {string[]} papers */
  async looked(papers) {
    const { papers: shown } = await this.read(papers);
    await this.freshness.looked(papers.flatMap((paper) => shown[paper]));
  }

  /**
   * Takes in what changed since the last time: the papers touched, and whether groups, their members or labels are others.
   * @returns {Promise<{papers: string[], groups: boolean} | null>} null: another user is signed in
   */
  async catchUp() {
    const touched = new Set();
    let groups = false;
    let cursor = await this.cache.cursor();
    do {
      if (!(await this.isStillUs())) return null;
      if (cursor === null) break;
      const moment = this.cache.moment();
      const changes = await this.changesSince(cursor);
      for (const paper of await this.cache.takeChanges(changes, moment)) touched.add(paper);
      if (changes.reset.includes("*")) await this.seen.clear();
      groups ||= [changes.groups ?? [], changes.lost, changes.reset].some((list) => list.length > 0);
      cursor = changes.more && changes.cursor !== cursor ? changes.cursor : null;
    } while (cursor !== null);
    return { papers: [...touched], groups };
  }

  /** A cursor that the server does not know, as after an update of it, is no use any more: all over again. @param {string} cursor */
  async changesSince(cursor) {
    try {
      return await this.api.changes(cursor);
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== "bad-cursor") throw error;
      const changes = await this.api.changes(null);
      return { ...changes, reset: ["*"] };
    }
  }

  /** What a note has said: the server alone knows. @param {string} id @returns {Promise<import("./types.js").State[]>} the latest first */
  async history(id) {
    if (!(await this.isStillUs())) throw new AskError("other-account", phrase("other_account"));
    return statesOf(await this.api.history(id));
  }

  /** @param {Draft} draft @returns {Promise<Note>} once it is on disk */
  async create(draft) {
    await this.outbox.create(draft);
    return this.one(draft);
  }

  /** @param {string} id @param {Wording} wording @param {import("./types.js").Seen} seen @returns {Promise<Note>} with the conflict, where there is one */
  async edit(id, wording, seen) {
    const base = await this.outbox.edit(() => this.base(id), wording, seen);
    return this.one(base.draft);
  }

  /** @param {string} id @param {Target} target  what it marks from now on @returns {Promise<Note>} */
  async attach(id, target) {
    const base = await this.outbox.attach(() => this.base(id), target);
    return this.one(base.draft);
  }

  /** @param {string} id @param {string} group @returns {Promise<Note>} */
  async move(id, group) {
    const base = await this.outbox.move(() => this.base(id), group);
    return this.one(base.draft);
  }

  /** @param {string} id @returns {Promise<string>} its paper */
  async delete(id) {
    const base = await this.outbox.delete(() => this.base(id));
    return base.draft.paper;
  }

  /** @param {string} id @returns {Promise<Note>} */
  async undoDelete(id) {
    return this.one(await this.outbox.undoDelete(id));
  }

  /** What waits and what could not be sent, each conflict with both of its wordings. @returns {Promise<import("./types.js").Waiting[]>} */
  async waiting() {
    const operations = (await this.outbox.list()).map(({ operation }) => operation);
    const papers = [...new Set(operations.filter(isConflict).map(({ paper }) => paper))];
    return waitingList(operations, papers.length ? Object.values((await this.read(papers)).papers).flat() : []);
  }

  /** The note as it shows now. @param {Draft} draft @returns {Promise<Note>} */
  async one(draft) {
    const { papers } = await this.read([draft.paper]);
    return papers[draft.paper].find(({ id }) => id === draft.id) ?? noteFromDraft(draft, this.me);
  }

  /** What the server holds of a note, or, before it holds any, what waits. @param {string} id @returns {Promise<Base>} */
  async base(id) {
    const known = await this.cache.find(id);
    if (known) {
      const { entry, paper } = known;
      return { draft: draftFromEntry(entry, paper), etag: entry.etag || null };
    }
    const waiting = newest(await this.outbox.list(), id)?.operation;
    if (!waiting?.draft) throw new AskError("not-found", phrase("note_not_here"));
    return { draft: waiting.draft, etag: null };
  }

  /** Passes on what a page showed. @param {PaperSeen} paper @param {string | null} group */
  async paperSeen(paper, group) {
    if (await this.seen.has(paper, group)) return;
    await this.outbox.paper(paper, group);
    await this.seen.add(paper, group);
  }

  /** All that waits, and what could not be sent. */
  async discardAll() {
    await this.outbox.discardAll();
    await this.seen.clear(); // some of it had not arrived
  }
}
