// One write of the user's that the server has not acknowledged: its shape, what it sends, and which one is next. Pure.
import { annotationFromDraft, patchOf } from "./annotation.js";
import { writes } from "./api.js";
import { phrase } from "./phrase.js";

/**
 * @typedef {import("./types.js").Draft} Draft
 * @typedef {import("./types.js").PaperSeen} PaperSeen
 * @typedef {import("./annotation.js").Part} Part
 * @typedef {import("./api.js").Write} Write
 * @typedef {import("./api-error.js").ApiError} ApiError
 *
 * @typedef {"create" | "edit" | "move" | "delete" | "restore" | "paper"} Kind
 *
 * @typedef {object} Operation
 * @property {string} id  the Idempotency-Key
 * @property {Kind} kind
 * @property {string} subject  a note's id, or `paper:` and a paper key: operations on one subject stay in order
 * @property {string} paper
 * @property {Draft | null} draft  the note as it is once this is done
 * @property {Part[]} [parts]  what an edit changes; without it the text, as in an outbox that an earlier release left
 * @property {(PaperSeen & {group: string | null}) | null} seen
 * @property {"waiting" | "sending" | "failed"} state  sending: it may have reached the server, so it stays as it is
 * @property {string | null} etag  the state that it changes; null: the one that the operation before it leaves; UNKNOWN: see there
 * @property {Draft | null} [was]  the note as it was where this edit of it began: over anything else it would be written unseen
 * @property {Write | null} write  frozen when it is first sent
 * @property {{code: string, reason: string} | null} failure
 *
 * @typedef {{key: string, operation: Operation}} Stored
 */

/**
 * Instead of an ETag: the note was changed elsewhere before this, and by whom nobody here has seen. Sent without an If-Match the
 * server refuses it, as it would a stale one.
 */
export const UNKNOWN = "";

/**
 * @param {Kind} kind
 * @param {string} id
 * @param {Partial<Operation> & {subject: string, paper: string}} rest
 * @returns {Operation}
 */
export function newOperation(kind, id, rest) {
  return { id, kind, draft: null, seen: null, state: "waiting", etag: null, was: null, write: null, failure: null, ...rest };
}

/**
 * What goes over the wire, for good: made once and kept.
 * @param {Operation} operation
 * @param {string | null} etag
 * @param {string} [answered]  the IRI of the note that a new reply answers
 * @returns {Write}
 */
export function writeOf(operation, etag, answered) {
  const { kind, id, subject, draft, seen } = operation;
  if (kind === "create" && draft) return writes.put(subject, annotationFromDraft(draft, answered), id);
  if (kind === "edit" && draft) return writes.patch(subject, patchOf(draft, partsOf(operation)), id, etag);
  if (kind === "move" && draft) return writes.patch(subject, { "postil:group": draft.group }, id, etag);
  if (kind === "delete") return writes.delete(subject, id, etag);
  if (kind === "restore") return writes.restore(subject, id);
  if (kind === "paper" && seen) return writes.paper(seen.key, paperBody(seen), id);
  throw new Error(`an operation of kind ${kind} without its content`);
}

/** @param {PaperSeen & {group: string | null}} seen */
function paperBody({ title, abstract, source, version, url, group }) {
  return { title, abstract, source, version, url, group: group ?? undefined };
}

/**
 * The operations that may be sent now: the first of each subject that is not failed. A failed one holds nothing up, but for
 * the replies to a note that never came to be.
 * @param {Stored[]} all  in order
 * @returns {Stored[]}
 */
export function heads(all) {
  /** @type {Map<string, Stored>} */
  const first = new Map();
  for (const one of all) {
    const { state, subject } = one.operation;
    if (state !== "failed" && !first.has(subject)) first.set(subject, one);
  }
  return [...first.values()].filter(({ operation }) => !isHeld(operation, all));
}

/**
 * A reply goes where the note that it answers is: after that note is made, brought back or moved. And no note moves while a
 * reply to it is on its way to the group that it leaves.
 * @param {Operation} operation @param {Stored[]} all
 */
function isHeld({ kind, subject, draft }, all) {
  const others = all.map((one) => one.operation);
  if (kind === "move") return others.some((other) => other.kind === "create" && other.draft?.parent === subject && !isOpen(other));
  if (kind !== "create" || !draft?.parent) return false;
  const before = others.filter((other) => other.subject === draft.parent);
  return before.some((other) => other.kind === "create" || (PLACING.has(other.kind) && other.state !== "failed"));
}

/** What decides where a note is. @type {Set<Kind>} */
const PLACING = new Set(["create", "restore", "move"]);

/**
 * The newest operation of a subject that says what the note now is. A delete or restore that failed changed nothing.
 * @param {Stored[]} all @param {string} subject
 * @returns {Stored | undefined}
 */
export function newest(all, subject) {
  return all.findLast(({ operation }) => operation.subject === subject && !(operation.state === "failed" && !writesNote(operation)));
}

/** @param {Operation} operation  never sent, or refused: free to change */
export function isOpen(operation) {
  return operation.state !== "sending";
}

/** @param {Operation} operation  one that makes or edits a note, text or target or both */
export function writesNote(operation) {
  return operation.kind === "create" || operation.kind === "edit";
}

/**
 * What an operation says of its note: one that makes it, all.
 * @param {Operation} operation
 * @returns {Part[]}
 */
export function partsOf({ kind, parts = ["text"] }) {
  if (kind === "create") return ["text", "target"];
  return kind === "edit" ? parts : [];
}

/**
 * The newest operation of a subject that says how the note reads. A move carries the words along that stood there when it was asked for.
 * @param {Stored[]} all @param {string} subject
 */
export function newestWords(all, subject) {
  return newest(all.filter(({ operation }) => operation.kind === "restore" || partsOf(operation).includes("text")), subject);
}

/** @param {Pick<Operation, "failure">} operation  refused because the note had changed */
export function isStale({ failure }) {
  return failure?.code === STALE;
}

/** @param {Operation} operation  an edit of the text that would have been written over what its writer has not seen */
export function isConflict(operation) {
  return operation.kind === "edit" && isStale(operation) && partsOf(operation).includes("text");
}

/** @returns {{code: string, reason: string}} */
export function staleness() {
  return { code: STALE, reason: phrase(REASONS[STALE]) };
}

const STALE = "stale";

const REASONS = /** @type {Record<string, import("./phrase.js").Key>} */ ({
  stale: "reason_stale",
  "not-allowed": "reason_not_allowed",
  "missing-scope": "reason_missing_scope",
  "not-found": "reason_not_found",
  gone: "reason_gone",
  "id-taken": "reason_id_taken",
  "has-replies": "reason_has_replies",
  "too-large": "reason_too_large",
});

/**
 * @param {ApiError} error
 * @returns {{code: string, reason: string}}
 */
export function failureFor(error) {
  const code = error.status === 412 || error.status === 428 ? STALE : error.code;
  // The names of fields are for programs; what is wrong with them is for people.
  const details = [...new Set(error.errors.map(({ message }) => message))].join("; ");
  const refused = details ? phrase("reason_refused", details) : error.message;
  return { code, reason: REASONS[code] ? phrase(REASONS[code]) : refused };
}
