// Writes that wait, one stored key each: on disk before anyone says "saved", in order per note, dropped by nobody but the user.
import { targetOf } from "./annotation.js";
import { UNKNOWN, failureFor, isConflict, isOpen, isStale, newOperation, newest, newestWords, partsOf, staleness, writesNote } from "./operation.js";
import { phrase } from "./phrase.js";
import { uuidv7 } from "./uuid.js";
import { isSame, wordingOf } from "./wording.js";

/**
 * @typedef {import("./types.js").Draft} Draft
 * @typedef {import("./types.js").PaperSeen} PaperSeen
 * @typedef {import("./types.js").Store} Store
 * @typedef {import("./types.js").Target} Target
 * @typedef {import("./annotation.js").Part} Part
 * @typedef {import("./types.js").Seen} Seen
 * @typedef {import("./types.js").Wording} Wording
 * @typedef {import("./locks.js").Locks} Locks
 * @typedef {import("./operation.js").Operation} Operation
 * @typedef {import("./operation.js").Stored} Stored
 * @typedef {import("./api-error.js").ApiError} ApiError
 *
 * What an edit, a move or a delete starts from.
 * @typedef {{draft: Draft, etag: string | null}} Base
 * @typedef {() => Promise<Base>} FindBase  called while nobody else is at the queue: what was acknowledged just now is in it
 * @typedef {ReturnType<typeof createOutbox>} Outbox
 */

/** Refusals that never reach the server: the note's own queue makes them impossible. */
class OutboxError extends Error {
  /** @param {string} code @param {string} message */
  constructor(code, message) {
    super(message);
    this.name = "OutboxError";
    this.code = code;
  }
}

const DIGITS = 12;

/**
 * @param {object} options
 * @param {Store} options.store
 * @param {string} options.space  the server and user that all of this is for, and no other
 * @param {Locks} options.locks
 * @param {() => string} [options.newId]
 * @param {() => number} [options.now]
 */
export function createOutbox({ store, space, locks, newId = uuidv7, now = Date.now }) {
  const queue = new Queue(store, space, newId, now);
  /** @template T @param {() => Promise<T>} work @returns {Promise<T>} */
  const alone = (work) => locks(`outbox|${space}`, work);
  /** @param {FindBase} find @param {(base: Base) => Promise<unknown>} work */
  const from = (find, work) => alone(async () => {
    const base = await find();
    await work(base);
    return base;
  });
  return {
    space,
    list: () => queue.list(),
    /** Reads and changes the queue with nobody else at it; the sender's door. @template T @param {(queue: Queue) => Promise<T>} work */
    change: (work) => alone(() => work(queue)),
    /** @param {Draft} draft */
    create: (draft) => alone(() => queue.create(draft)),
    /** @param {FindBase} find @param {Wording} wording @param {Seen} seen */
    edit: (find, wording, seen) => from(find, (base) => queue.edit(base, wording, seen)),
    /** @param {FindBase} find @param {Target} target */
    attach: (find, target) => from(find, (base) => queue.attach(base, targetOf(target))),
    /** @param {FindBase} find @param {string} group */
    move: (find, group) => from(find, (base) => queue.move(base, group)),
    /** @param {FindBase} find */
    delete: (find) => from(find, (base) => queue.delete(base)),
    /** @param {string} note */
    undoDelete: (note) => alone(() => queue.undoDelete(note)),
    /** @param {PaperSeen} paper @param {string | null} group */
    paper: (paper, group) => alone(() => queue.paper(paper, group)),
    /** @param {string} id @param {"only-me" | "discard" | "retry"} way @param {string | null} personal */
    resolve: (id, way, personal) => alone(() => queue.resolve(id, way, personal)),
    discardAll: () => alone(() => queue.discardAll()),
  };
}

/** The rules of the queue. Every method runs alone; several writes are ordered so that a crash between them loses nothing. */
export class Queue {
  /** @param {Store} store @param {string} space @param {() => string} newId @param {() => number} now */
  constructor(store, space, newId, now) {
    this.store = store;
    this.prefix = `outbox|${space}|`;
    this.removedPrefix = `removed|${space}|`;
    this.newId = newId;
    this.now = now;
  }

  /** @returns {Promise<Stored[]>} in order */
  async list() {
    return (await this.store.list(this.prefix)).map(([key, operation]) => ({ key, operation }));
  }

  /** @param {string} id @returns {Promise<Stored | undefined>} */
  async find(id) {
    return (await this.list()).find(({ operation }) => operation.id === id);
  }

  /** @param {string} key @param {Operation} operation */
  async put(key, operation) {
    await this.store.set(key, operation);
    return operation;
  }

  /** @param {Stored} stored */
  async remove({ key }) {
    await this.store.remove(key);
  }

  /** @param {Stored[]} all @param {Operation} operation */
  async append(all, operation) {
    const last = all.length ? Number(all[all.length - 1].key.slice(this.prefix.length)) : 0;
    return this.put(this.prefix + String(last + 1).padStart(DIGITS, "0"), operation);
  }

  /** Changed content is another operation: a key that may have been seen is never used for it. @param {Stored} stored @param {Partial<Operation>} change */
  async renew({ key, operation }, change) {
    return this.put(key, { ...operation, id: this.newId(), state: "waiting", write: null, failure: null, ...change });
  }

  /** Asked twice for one draft, as after an answer that got lost, it is one note. @param {Draft} draft */
  async create(draft) {
    const all = await this.list();
    const there = all.find(({ operation }) => operation.subject === draft.id && operation.kind === "create");
    if (there) return there.operation;
    return this.append(all, newOperation("create", this.newId(), { subject: draft.id, paper: draft.paper, draft }));
  }

  /**
   * Written only over what its writer has seen: here that is looked at, at the server it is `If-Match`. What would overwrite
   * anything else, from another tab too, is kept apart as a conflict, and every later edit that began with it in sight is a way out.
   * @param {Base} base @param {Wording} wording @param {Seen} seen
   */
  async edit(base, wording, seen) {
    const all = await this.list();
    const isBegunOn = (/** @type {Draft | null} */ draft) => draft !== null && isSame(seen.mine ?? seen, draft);
    const conflict = all.find(({ operation }) => operation.subject === base.draft.id && isConflict(operation) && isBegunOn(operation.draft));
    const others = all.filter((one) => one !== conflict);
    const last = newest(others, base.draft.id);
    if (last?.operation.kind === "delete") throw new OutboxError("gone", phrase("note_deleted"));
    const said = newestWords(others, base.draft.id);
    const shown = { ...(last?.operation.draft ?? base.draft), ...wordingOf(said?.operation.draft ?? base.draft) };
    const isOther = !isSame(wording, shown);
    if (isOther && !isSame(seen, shown)) return void (await this.keepApart(all, conflict, { ...shown, ...wording }, { ...shown, ...wordingOf(seen) }));
    // What else the refused edit was to change has not been sent either.
    const marked = conflict?.operation.draft && partsOf(conflict.operation).includes("target") ? targetOf(conflict.operation.draft) : null;
    /** @type {Part[]} */
    const parts = [...(isOther ? /** @type {const} */ (["text"]) : []), ...(marked ? /** @type {const} */ (["target"]) : [])];
    // What goes on from another conflict is not sent before that one is decided.
    if (parts.length) await this.write(all, said && isConflict(said.operation) ? said : last, base.etag, shown, { ...marked, ...wordingOf(wording) }, parts);
    if (conflict) await this.remove(conflict);
  }

  /** What the note marks is no part of a conflict: it goes as another edit beside it. @param {Base} base @param {Target} target */
  async attach(base, target) {
    const all = await this.list();
    const last = newest(all.filter(({ operation }) => !isConflict(operation)), base.draft.id);
    if (last?.operation.kind === "delete") throw new OutboxError("gone", phrase("note_deleted"));
    await this.write(all, last, base.etag, last?.operation.draft ?? base.draft, target, ["target"]);
  }

  /** @param {Stored[]} all @param {Stored | undefined} conflict  the one that it takes the place of @param {Draft} draft @param {Draft} was */
  async keepApart(all, conflict, draft, was) {
    if (conflict) return this.put(conflict.key, { ...conflict.operation, draft });
    const failed = { state: /** @type {const} */ ("failed"), failure: staleness() };
    return this.append(all, newOperation("edit", this.newId(), { subject: draft.id, paper: draft.paper, draft, was, parts: ["text"], ...failed }));
  }

  /** @param {Stored[]} all @param {Stored | undefined} last @param {string | null} etag @param {Draft} was @param {Partial<Draft>} change @param {Part[]} parts */
  async write(all, last, etag, was, change, parts) {
    if (last && writesNote(last.operation) && isOpen(last.operation)) return this.fold(last, change, parts);
    const rest = { subject: was.id, paper: was.paper, draft: { ...was, ...change }, parts, etag: last ? null : etag, was };
    return this.append(all, newOperation("edit", this.newId(), rest));
  }

  /** @param {Stored} last @param {Partial<Draft>} change @param {Part[]} parts */
  async fold(last, change, parts) {
    const { draft, state } = last.operation;
    const after = { draft: draft && { ...draft, ...change }, parts: joined([last.operation], parts) };
    return state === "failed" ? this.renew(last, after) : this.put(last.key, { ...last.operation, ...after });
  }

  /** One move of a note is enough: the last place asked for, or none when that is where it stands. @param {Base} base @param {string} group */
  async move({ draft, etag }, group) {
    if (draft.parent) throw new OutboxError("not-allowed", phrase("reply_stays"));
    const all = await this.list();
    const own = all.filter(({ operation }) => operation.subject === draft.id);
    const last = newest(all, draft.id);
    if (last?.operation.kind === "delete") throw new OutboxError("gone", phrase("note_deleted"));
    const unsent = own.find(({ operation }) => isOpen(operation) && operation.kind === "create");
    if (unsent) return this.redirect(unsent, group, null);
    const moving = own.find(({ operation }) => isOpen(operation) && operation.kind === "move");
    const goesTo = own.findLast(({ operation }) => !isOpen(operation) && (operation.kind === "create" || operation.kind === "move"));
    const isThere = (goesTo?.operation.draft ?? draft).group === group;
    if (moving && isThere) await this.passOn(own.filter(({ key }) => key > moving.key), moving.operation.etag);
    if (moving) return isThere ? this.cancel(moving) : this.redirect(moving, group, etag);
    if (isThere) return null;
    const after = { ...(last?.operation.draft ?? draft), group };
    const follows = last !== undefined && last.operation.state !== "failed";
    return this.append(all, newOperation("move", this.newId(), { subject: draft.id, paper: draft.paper, draft: after, etag: follows ? null : etag }));
  }

  /** @param {Stored} stored @param {string} group @param {string | null} etag */
  async redirect(stored, group, etag) {
    const { draft, state } = stored.operation;
    const after = { draft: draft && { ...draft, group } };
    if (state === "failed") return this.renew(stored, { ...after, etag });
    return this.put(stored.key, { ...stored.operation, ...after });
  }

  /** @param {Base} base */
  async delete({ draft, etag }) {
    const all = await this.list();
    const last = newest(all, draft.id);
    const kind = last?.operation.kind;
    if (last && kind === "delete") return last.operation;
    const shown = last?.operation.draft ?? draft;
    if (last && kind === "restore" && isOpen(last.operation)) {
      await this.keepRemoved(shown, false);
      return this.cancel(last);
    }
    if (last && kind === "create" && isOpen(last.operation)) {
      await this.keepRemoved(shown, true);
      return this.cancel(last);
    }
    await this.keepRemoved(shown, false);
    const failed = all.find(({ operation }) => operation.subject === draft.id && operation.kind === "delete");
    if (failed) return this.renew(failed, { etag });
    const follows = last !== undefined && last.operation.state !== "failed";
    const rest = { subject: draft.id, paper: draft.paper, draft: shown, etag: follows ? null : etag };
    return this.append(all, newOperation("delete", this.newId(), rest));
  }

  /** @param {Stored} stored */
  async cancel(stored) {
    await this.remove(stored);
    return stored.operation;
  }

  /**
   * @param {string} note
   * @returns {Promise<Draft>} the note as it is again
   */
  async undoDelete(note) {
    const all = await this.list();
    const deletion = all.findLast(({ operation }) => operation.subject === note && operation.kind === "delete");
    if (deletion && isOpen(deletion.operation)) {
      await this.remove(deletion);
      return /** @type {Draft} */ (deletion.operation.draft);
    }
    const removed = await this.store.get(this.removedPrefix + note);
    if (!removed) throw new OutboxError("not-found", phrase("not_brought_back"));
    const last = newest(all, note)?.operation;
    if (last?.kind === "create" || last?.kind === "restore") return /** @type {Draft} */ (last.draft);
    const rest = { subject: note, paper: removed.draft.paper, draft: removed.draft };
    await this.append(all, newOperation(removed.unsent ? "create" : "restore", this.newId(), rest));
    await this.store.remove(this.removedPrefix + note);
    return removed.draft;
  }

  /** What a deleted note was, for undoing: `unsent` when the server never heard of it. @param {Draft} draft @param {boolean} unsent */
  async keepRemoved(draft, unsent) {
    await this.store.set(this.removedPrefix + draft.id, { draft, unsent, at: this.now() });
    const kept = await this.store.list(this.removedPrefix);
    const oldestFirst = kept.sort(([, a], [, b]) => a.at - b.at);
    for (const [key] of oldestFirst.slice(0, Math.max(0, kept.length - 100))) await this.store.remove(key);
  }

  /** What a page showed: of one version of one source the newest text that waits is enough. @param {PaperSeen} paper @param {string | null} group */
  async paper(paper, group) {
    const all = await this.list();
    const subject = `paper:${paper.key} ${group} ${paper.source} ${paper.version ?? ""}`;
    const seen = { ...paper, group };
    const waiting = all.findLast(({ operation }) => operation.subject === subject && isOpen(operation));
    if (waiting) return this.put(waiting.key, { ...waiting.operation, seen });
    return this.append(all, newOperation("paper", this.newId(), { subject, paper: paper.key, seen }));
  }

  /** The same edit, of a later state. @param {string} id @param {string} etag */
  async rebase(id, etag) {
    const stored = await this.find(id);
    if (stored) await this.renew(stored, { etag });
  }

  /**
   * The server refused for good. Later edits of the note go into the refused one, so that one entry holds the whole text.
   * @param {string} id @param {ApiError} error
   */
  async fail(id, error) {
    const all = await this.list();
    const refused = all.find(({ operation }) => operation.id === id);
    if (!refused) return;
    const failure = failureFor(error);
    const behind = all.filter((one) => one.operation.subject === refused.operation.subject && one.key > refused.key && !isConflict(one.operation));
    const into = refused.operation;
    const folded = behind.filter(({ operation: { kind } }) => writesNote(into) && (kind === "edit" || (kind === "move" && into.kind === "create")));
    const draft = folded.at(-1)?.operation.draft ?? into.draft;
    const parts = joined([into, ...folded.map(({ operation }) => operation)]);
    await this.passOn(behind.filter((one) => !folded.includes(one)), into.write?.etag ?? UNKNOWN);
    await this.put(refused.key, { ...into, draft, parts, state: "failed", etag: into.write?.etag ?? into.etag, write: null, failure });
    for (const later of folded) await this.remove(later);
    await this.failBehind(refused, behind, failure);
  }

  /**
   * What waited for the state that another was to leave, and now will not, changes the one that the other was to change: not the
   * newest, which nobody here has seen. A move overwrites nothing.
   * @param {Stored[]} behind @param {string | null} etag
   */
  async passOn(behind, etag) {
    const next = behind.find(({ operation: { state, kind } }) => state === "waiting" && kind !== "move");
    if (next && next.operation.etag === null) await this.put(next.key, { ...next.operation, etag });
  }

  /** @param {Stored} refused @param {Stored[]} behind @param {{code: string, reason: string}} failure */
  async failBehind(refused, behind, failure) {
    const deletion = behind.find(({ operation }) => operation.kind === "delete");
    if (!deletion) return;
    if (refused.operation.kind === "create") {
      // It was to be deleted and never came to be. The text stays among the removed, for undoing.
      await this.keepRemoved(/** @type {Draft} */ (deletion.operation.draft), true);
      await this.remove(refused);
      await this.remove(deletion);
    } else if (isStale({ failure })) {
      await this.put(deletion.key, { ...deletion.operation, state: "failed", failure });
    }
  }

  /**
   * @param {string} id @param {"only-me" | "discard" | "retry"} way @param {string | null} personal  the user's own group
   */
  async resolve(id, way, personal) {
    const stored = await this.find(id);
    if (stored?.operation.state !== "failed") throw new OutboxError("not-found", phrase("not_among_failed"));
    if (way === "discard") return void (await this.remove(stored));
    const { kind, draft, failure } = stored.operation;
    // What is no conflict of wordings, the user was told of and may ask for over what is there now: a deletion, a move, other words to mark.
    if (way === "retry") return void (await this.renew(stored, isStale(stored.operation) && !isConflict(stored.operation) ? { etag: null, was: null } : {}));
    if (!personal || !draft || !writesNote(stored.operation)) throw new OutboxError("not-allowed", phrase("not_into_only_me"));
    const isTaken = kind === "edit" || failure?.code === "id-taken" || failure?.code === "gone";
    const note = isTaken ? this.newId() : draft.id;
    // A reply becomes a note on its paper: the note that it answers is not in Only me.
    const copy = { ...draft, parent: undefined, id: note, group: personal, created: new Date(this.now()).toISOString() };
    await this.renew(stored, { kind: "create", subject: note, draft: copy, etag: null });
  }

  async discardAll() {
    for (const stored of await this.list()) await this.remove(stored);
    for (const [key] of await this.store.list(this.removedPrefix)) await this.store.remove(key);
  }
}

/** All that these operations say of their note. @param {Operation[]} operations @param {Part[]} [more] @returns {Part[]} */
function joined(operations, more = []) {
  return [...new Set([...operations.flatMap(partsOf), ...more])];
}
