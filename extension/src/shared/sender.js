// Sends what waits in an outbox: a few notes at a time, one operation of a note after the other, backing off when the server asks or fails.
import { idOf, isBy, says } from "./annotation.js";
import { ApiError } from "./api-error.js";
import { UNKNOWN, heads, partsOf, writeOf } from "./operation.js";
import { phrase } from "./phrase.js";

/**
 * @typedef {import("./api.js").Write} Write
 * @typedef {import("./api.js").Written} Written
 * @typedef {import("./api.js").Entry} Entry
 * @typedef {import("./locks.js").Locks} Locks
 * @typedef {import("./operation.js").Operation} Operation
 * @typedef {import("./operation.js").Stored} Stored
 * @typedef {import("./outbox.js").Outbox} Outbox
 * @typedef {import("./types.js").Store} Store
 *
 * @typedef {object} KnownNotes
 * @property {(paper: string, entry: {etag: string, annotation: any}) => Promise<void>} put
 * @property {(note: string) => Promise<void>} drop
 * @property {(note: string) => Promise<{entry: Entry} | null>} find
 *
 * @typedef {object} SenderOptions
 * @property {Outbox} outbox
 * @property {Store} store
 * @property {KnownNotes} cache
 * @property {(write: Write) => Promise<Written>} send
 * @property {(note: string) => string} iriOf  a note's name on this server
 * @property {string} me  the IRI of the user whose outbox it is
 * @property {Locks} locks
 * @property {() => Promise<boolean>} [confirm]  is the caller still the user that all of this is for?
 * @property {() => void} [replaced]  no, somebody else is: nothing more goes out in their name
 * @property {(paper: string) => Promise<unknown>} [forget]  that what a page showed of a paper was passed on
 * @property {() => Promise<unknown>} [meet]  rejects where no server answers that speaks our protocol
 * @property {() => boolean} [fits]  false while the server's version is not ours: it would refuse what is fine
 * @property {(papers: string[]) => void} [changed]
 * @property {(error: ApiError | null) => void} [trouble]  null: the server took something
 * @property {(milliseconds: number, work: () => void) => void} [schedule]
 * @property {() => number} [now]
 * @property {() => number} [random]
 *
 * @typedef {ReturnType<typeof createSender>} Sender
 */

const AT_ONCE = 4;
const FIRST_DELAY = 2_000;
const LONGEST_DELAY = 5 * 60_000;
const LONGEST_RETRY_AFTER = 15 * 60_000;
/** As many notes failing in a row with 5xx are taken for the server, not for the notes. */
const SERVER_IS_DOWN = 3;

/** @param {SenderOptions} options */
export function createSender(options) {
  const sending = new Sending(options);
  return {
    /** Sends what may be sent now; resolves when nothing more can be. @param {{now?: boolean}} [how] now: without waiting out a delay or a pause */
    flush: (how = {}) => sending.flush(how),
    paused: () => sending.isPaused(),
    resume: () => sending.resume(),
    /** Nothing more is sent; what is on its way may end. */
    close: () => {
      sending.closed = true;
    },
  };
}

/**
 * The wait before the next try: doubled each time, capped, and spread so that many clients do not come back at once.
 * @param {number} failures  in a row, from 1
 * @param {number | null} retryAfter
 * @param {number} random  0 to 1
 */
export function delayFor(failures, retryAfter, random) {
  const capped = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** Math.min(failures - 1, 16));
  const spread = capped * (0.5 + random / 2);
  return Math.max(spread, Math.min(retryAfter ?? 0, LONGEST_RETRY_AFTER));
}

class Sending {
  /** @param {SenderOptions} options */
  constructor(options) {
    this.outbox = options.outbox;
    this.store = options.store;
    this.cache = options.cache;
    this.send = options.send;
    this.iriOf = options.iriOf;
    this.me = options.me;
    this.locks = options.locks;
    this.confirm = options.confirm ?? (async () => true);
    this.replaced = options.replaced ?? (() => undefined);
    this.changed = options.changed ?? (() => undefined);
    // A closed one is no longer heard: how it fares is no matter of the account that came after.
    this.trouble = (/** @type {ApiError | null} */ error) => void (this.closed || options.trouble?.(error));
    this.forget = options.forget ?? (async () => undefined);
    this.meet = options.meet ?? (async () => undefined);
    this.fits = options.fits ?? (() => true);
    this.schedule = options.schedule ?? ((milliseconds, work) => void setTimeout(work, milliseconds));
    this.now = options.now ?? Date.now;
    this.random = options.random ?? Math.random;

    this.closed = false;
    /** @type {Promise<void> | null} */
    this.running = null;
    this.wanted = false;
    /** @type {() => void} */
    this.wake = () => undefined;
    this.failures = 0;
    this.notBefore = 0;
    /** Notes that the server failed on, each with its own delay. @type {Map<string, {failures: number, notBefore: number}>} */
    this.slow = new Map();
    /** @type {Map<string, Promise<void>>} */
    this.active = new Map();
  }

  get pauseKey() {
    return `pause|${this.outbox.space}`;
  }

  async isPaused() {
    return (await this.store.get(this.pauseKey)) !== undefined;
  }

  async resume() {
    this.notBefore = 0;
    this.slow.clear();
    await this.store.remove(this.pauseKey);
  }

  /** @param {{now?: boolean}} how */
  async flush({ now = false }) {
    if (now) await this.resume();
    this.wanted = true;
    this.wake();
    this.running ??= this.locks(`send|${this.outbox.space}`, () => this.drain());
    await this.running;
  }

  async drain() {
    try {
      while (this.wanted) {
        this.wanted = false;
        if (await this.mayStart()) await this.empty();
      }
    } catch (error) {
      await this.backOff(error);
    } finally {
      // In the same turn as the last look at `wanted`: a flush that comes later starts a new run.
      this.running = null;
    }
  }

  async mayStart() {
    if (this.closed || !this.fits() || this.now() < this.notBefore || (await this.isPaused())) return false;
    if (!(await this.outbox.list()).some(({ operation }) => operation.state !== "failed")) return false;
    try {
      const isUs = await this.confirm();
      if (!isUs) this.replaced();
      return isUs;
    } catch (error) {
      await this.backOff(error);
      return false;
    }
  }

  /** Keeps a few operations of different notes on their way until none may be sent. */
  async empty() {
    for (;;) {
      const woken = new Promise((resolve) => {
        this.wake = () => resolve(undefined);
      });
      while (this.active.size < AT_ONCE && (await this.startOne())) this.wanted = false;
      if (!this.active.size) return;
      await Promise.race([...this.active.values(), woken]);
    }
  }

  async startOne() {
    if (this.closed || this.now() < this.notBefore) return false;
    const operation = await this.outbox.change((queue) => this.freezeNext(queue));
    if (!operation) return false;
    const attempt = this.attempt(operation).finally(() => this.active.delete(operation.subject));
    this.active.set(operation.subject, attempt);
    return true;
  }

  /**
   * On disk before it is sent: after a crash the same bytes go out under the same key.
   * @param {import("./outbox.js").Queue} queue
   * @returns {Promise<Operation | null>}
   */
  async freezeNext(queue) {
    const next = heads(await queue.list()).find(({ operation }) => this.isDue(operation.subject));
    if (!next) return null;
    const { key, operation } = next;
    if (operation.state === "sending" && operation.write) return operation;
    const etag = await this.stateFor(operation);
    const { draft, answered } = await this.inThread(operation.draft);
    const placed = { ...operation, draft };
    return queue.put(key, { ...placed, state: "sending", write: writeOf(placed, etag, answered) });
  }

  /** The one that it names, or else the one that is known of its note: for an edit only where that says what the edit began with. @param {Operation} operation */
  async stateFor(operation) {
    const isNamed = operation.etag !== null && (operation.etag !== UNKNOWN || !operation.was);
    if (isNamed) return operation.etag;
    const entry = (await this.cache.find(operation.subject))?.entry;
    if (entry && operation.was && !says(entry.annotation, operation.was, partsOf(operation))) return UNKNOWN;
    return entry?.etag || null;
  }

  /** A reply follows its author's own note to another group; where somebody else moved theirs, other readers were never chosen. @param {import("./types.js").Draft | null} draft */
  async inThread(draft) {
    if (!draft?.parent) return { draft };
    const parent = (await this.cache.find(draft.parent))?.entry.annotation;
    const group = parent && isBy(parent, this.me) ? parent["postil:group"] : draft.group;
    return { draft: { ...draft, group }, answered: parent?.id ?? this.iriOf(draft.parent) };
  }

  /** @param {string} subject */
  isDue(subject) {
    return !this.active.has(subject) && this.now() >= (this.slow.get(subject)?.notBefore ?? 0);
  }

  /** @param {Operation} operation */
  async attempt(operation) {
    try {
      const written = await this.send(/** @type {Write} */ (operation.write));
      checkAnswer(operation, written);
      await this.acknowledge(operation, written);
      this.failures = 0;
      this.slow.delete(operation.subject);
      this.trouble(null);
    } catch (error) {
      await this.failed(operation, error).catch((another) => this.backOff(another));
    }
    this.changed([operation.paper]);
  }

  /**
   * First the cache, then the note's next operation, then the key goes: a crash anywhere before that sends it again, and
   * the server answers a repeat with the present state. That is what the next one starts from only while it is what we wrote:
   * else somebody changed the note in between, and would be overwritten unseen.
   * @param {Operation} operation @param {Written} written
   */
  async acknowledge(operation, { annotation, etag }) {
    if (operation.kind === "delete") await this.cache.drop(operation.subject);
    else if (operation.kind !== "paper") await this.cache.put(operation.paper, { annotation, etag: etag ?? "" });
    await this.outbox.change(async (queue) => {
      const all = await queue.list();
      const done = all.find(({ operation: { id } }) => id === operation.id);
      if (!done) return;
      const next = all.find((one) => one.operation.subject === operation.subject && one.key > done.key);
      if (next && next.operation.state === "waiting" && etag !== null) {
        await queue.put(next.key, { ...next.operation, etag: isAsLeft(annotation, operation, next.operation) ? etag : UNKNOWN });
      }
      await queue.remove(done);
    });
  }

  /** @param {Operation} operation @param {unknown} error */
  async failed(operation, error) {
    const isApi = error instanceof ApiError;
    if (isApi && error.code === "other-user") {
      this.tryLater(error);
      return this.replaced();
    }
    if (isApi && error.kind === "problem") {
      // A refusal counts only from a server that we understand: one that was updated since may refuse what was fine.
      const stranger = await this.meet().then(() => null, (/** @type {unknown} */ reason) => reason);
      return stranger ? this.backOff(stranger) : this.refused(operation, error);
    }
    if (isApi && error.kind === "later" && error.status !== 429 && error.status !== 503) this.slowDown(operation, error);
    else await this.backOff(error);
  }

  /** @param {Operation} operation @param {ApiError} error */
  async refused(operation, error) {
    this.failures = 0;
    this.trouble(null);
    // Not the user's writing, and the next visit of the page offers it again.
    if (operation.kind === "paper") {
      await this.forget(operation.paper);
      return this.outbox.change((queue) => removeById(queue, operation.id));
    }
    // Deleted already: what the user wanted is so.
    if (operation.kind === "delete" && error.status === 410) return this.acknowledge(operation, { annotation: null, etag: null });
    if (error.status === 412 && error.current) {
      await this.cache.put(operation.paper, { annotation: error.current, etag: error.etag ?? "" });
      if (await this.overtaken(operation, error)) return;
    }
    await this.outbox.change((queue) => queue.fail(operation.id, error));
  }

  /**
   * An edit of a state that has passed, where nothing would be overwritten unseen: the note says by now what the edit was to make of
   * it, or still what it said where the edit began, as after a move elsewhere. A server that refuses its own present state is not asked again.
   * @param {Operation} operation @param {ApiError} error
   */
  async overtaken(operation, { current, etag }) {
    const { kind, draft, was, write } = operation;
    if (kind !== "edit" || !draft || !etag || etag === write?.etag) return false;
    if (says(current, draft, partsOf(operation))) await this.acknowledge(operation, { annotation: current, etag });
    else if (was && says(current, was, partsOf(operation))) await this.outbox.change((queue) => queue.rebase(operation.id, etag));
    else return false;
    return true;
  }

  /** The server fails on one note: that one waits, the others go on, until it looks like the server itself. @param {Operation} operation @param {ApiError} error */
  slowDown(operation, error) {
    const failures = (this.slow.get(operation.subject)?.failures ?? 0) + 1;
    const delay = delayFor(failures, error.retryAfter, this.random());
    this.slow.set(operation.subject, { failures, notBefore: this.now() + delay });
    this.failures += 1;
    this.trouble(error);
    if (this.failures >= SERVER_IS_DOWN) this.notBefore = this.now() + delay;
    this.schedule(delay, () => void this.flush({}));
  }

  /** @param {unknown} error  also one of our own, as when the disk is full: then too it stays and is tried again */
  async backOff(error) {
    const known = error instanceof ApiError ? error : new ApiError("later", phrase("sending_unfinished"));
    this.trouble(known);
    if (known.kind === "unauthorized") {
      this.notBefore = Infinity;
      if (this.closed) return; // the pause would be that of the same account, connected again with another token
      return this.store.set(this.pauseKey, known.kind).catch(() => undefined);
    }
    this.tryLater(known);
  }

  /** @param {ApiError} error */
  tryLater({ retryAfter }) {
    this.failures += 1;
    const delay = delayFor(this.failures, retryAfter, this.random());
    this.notBefore = Math.max(this.notBefore, this.now() + delay);
    this.schedule(delay, () => void this.flush({}));
  }
}

/** Whether a note is as one operation leaves it for the next: an edit cares for its own parts alone. @param {any} annotation @param {Operation} done @param {Operation} next */
function isAsLeft(annotation, { draft }, next) {
  if (next.kind === "edit" && next.was) return says(annotation, next.was, partsOf(next));
  return !draft || (annotation["postil:group"] === draft.group && says(annotation, draft));
}

/** An answer without the note was cut short, one with something else came from another program: the operation is not done. @param {Operation} operation @param {Written} written */
function checkAnswer({ kind, subject }, { annotation }) {
  if (kind === "paper") return;
  if (kind !== "delete" && typeof annotation?.id !== "string") throw new ApiError("offline", phrase("answer_cut"));
  const isOurs = kind === "delete" ? annotation === null : idOf(annotation.id) === subject;
  if (!isOurs) throw new ApiError("foreign", phrase("foreign"));
}

/** @param {import("./outbox.js").Queue} queue @param {string} id */
async function removeById(queue, id) {
  const stored = await queue.find(id);
  if (stored) await queue.remove(stored);
}
