// Lays what waits over what the server holds, so that a note shows the moment it is made. Pure.
import { noteFromDraft, noteFromEntry } from "./annotation.js";
import { isConflict, partsOf } from "./operation.js";
import { wordingOf } from "./wording.js";

/**
 * @typedef {import("./types.js").Note} Note
 * @typedef {import("./types.js").Waiting} Waiting
 * @typedef {import("./api.js").Entry} Entry
 * @typedef {import("./operation.js").Operation} Operation
 * @typedef {import("./operation.js").Kind} Kind
 */

/**
 * @param {string} paper
 * @param {Entry[]} entries
 * @param {Operation[]} operations  in order; those of other papers are passed over
 * @param {string} me
 * @returns {Note[]}
 */
export function overlaid(paper, entries, operations, me) {
  /** @type {Map<string, Note>} */
  const notes = new Map();
  for (const entry of entries) {
    if (entry.state?.deleted) continue; // one's own trash
    const note = noteFromEntry(entry, paper, me);
    notes.set(note.id, note);
  }
  for (const operation of operations) if (operation.paper === paper) lay(notes, operation, me);
  return [...notes.values()];
}

/** @type {Record<Kind, Note["pending"]>} */
const PENDING = { create: "create", edit: "edit", move: "move", delete: "delete", restore: "create", paper: null };

/** @param {Map<string, Note>} notes @param {Operation} operation @param {string} me */
function lay(notes, operation, me) {
  const { kind, subject, draft, failure } = operation;
  if (kind === "paper" || !draft) return;
  const drawn = noteFromDraft(draft, me);
  const note = notes.get(subject) ?? (kind === "delete" ? null : drawn);
  if (!note) return;
  const parts = partsOf(operation);
  const text = parts.includes("text") ? { text: drawn.text, tags: drawn.tags } : {};
  const { field, selectors, quote, source, version } = drawn;
  const target = parts.includes("target") ? { field, selectors, quote, source, version } : {};
  // A move that was refused changed nothing: the note is where it was.
  const place = kind === "create" || (kind === "move" && !failure) ? { group: draft.group } : {};
  const state = failure ? { failed: failure.reason } : { pending: PENDING[kind], failed: null };
  const conflict = isConflict(operation) && notes.has(subject) ? wordingOf(note) : note.conflict;
  notes.set(subject, { ...note, ...text, ...target, ...place, ...state, conflict });
}

/**
 * @param {Operation[]} operations
 * @param {Note[]} notes  as they show: those with a conflict at least
 * @returns {Waiting[]}
 */
export function waitingList(operations, notes) {
  const theirs = new Map(notes.map((note) => [note.id, note.conflict]));
  const list = [];
  const last = new Map(operations.filter(isConflict).map((operation) => [operation.subject, operation]));
  for (const operation of operations) {
    // Of a note's conflicts the last stands against the one before it: decided, it gives way to that one.
    if (isConflict(operation) && operation !== last.get(operation.subject)) continue;
    const { id, kind, subject, paper, draft, failure, state } = operation;
    if (kind === "paper") continue;
    /** @type {Waiting} */
    const waiting = {
      id, note: subject, kind, paper, quote: draft?.quote ?? "", text: draft?.text ?? "", tags: draft?.tags ?? [], theirs: isConflict(operation) ? theirs.get(subject) ?? null : null, group: draft?.group ?? "",
      reason: failure?.reason ?? null, state: state === "failed" ? "failed" : "waiting",
    };
    list.push(waiting);
  }
  return list;
}

/** How many notes wait, and how many could not be sent: a note counts once, whatever is to be done with it. @param {Waiting[]} operations */
export function countsOf(operations) {
  const notes = (/** @type {Waiting["state"]} */ which) => new Set(operations.filter(({ state }) => state === which).map(({ note }) => note)).size;
  return { waiting: notes("waiting"), failed: notes("failed") };
}
