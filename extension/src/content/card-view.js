// What the card shows: templates only.
import { html, nothing } from "lit-html";
import { addIcon, closeIcon } from "./icons.js";
import { editor, noteView } from "./note-view.js";
import { problemLine } from "./words.js";

/** @import {Note, PaperOnPage, Person, Status} from "../shared/types.js" */
/** @import {Box} from "./geometry.js" */
/** @import {Placed} from "./margin.js" */
/** @import {Edit, EditorEvents} from "./note-view.js" */
/** @import {Picked} from "./selection.js" */

/**
 * What the card is open on.
 * @typedef {object} View
 * @property {"mark" | "paper" | "new"} kind
 * @property {PaperOnPage} paper
 * @property {string[]} ids  of the notes under the mark
 * @property {Picked | null} picked  the words a new note is about; null: the whole paper
 * @property {() => Box | null} at  what the card stands beside
 *
 * @typedef {Edit & {note: Note | null, picked: Picked | null, initial: string}} OpenEdit
 *
 * @typedef {object} Face
 * @property {View} view
 * @property {Placed[]} notes
 * @property {OpenEdit | null} edit
 * @property {string} error
 * @property {Status} status
 * @property {Record<string, Person>} people
 *
 * @typedef {EditorEvents & {
 *   close: () => void,
 *   edit: (note: Note | null) => void,
 *   remove: (note: Note) => void,
 *   show: (note: Note) => void,
 * }} FaceEvents
 */

/**
 * @param {Face} face
 * @param {FaceEvents} events
 */
export function cardView(face, events) {
  const { view, notes, edit, error, status } = face;
  const name = nameOf(view, notes.length);
  const problem = error || problemLine(status);
  const isListing = view.kind === "paper" && !(edit && !edit.note);
  const keys = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    if (edit) events.cancel();
    else events.close();
  };
  return html`<section class="card" role="dialog" aria-label=${name} tabindex="-1" @keydown=${keys}>
    <div class="top">
      <h2>${name}</h2>
      <button type="button" class="bare" aria-label="Close" title="Close" @click=${events.close}>${closeIcon}</button>
    </div>
    ${problem ? html`<p class="problem" role="status">${problem}</p>` : nothing}
    ${edit && !edit.note ? newNote(edit, status, events) : nothing}
    ${notes.map((placed) => listed(placed, face, events))}
    ${isListing && !notes.length ? html`<p class="quiet">Select words of the title or the abstract to mark them.</p>` : nothing}
    ${isListing
      ? html`<button type="button" class="wide" @click=${() => events.edit(null)}>${addIcon}<span>Note on the whole paper</span></button>`
      : nothing}
  </section>`;
}

/**
 * @param {View} view
 * @param {number} count
 */
function nameOf(view, count) {
  if (view.kind === "new") return view.picked ? "Note" : "Note on the whole paper";
  if (view.kind === "mark") return count > 1 ? `${count} notes here` : "Note";
  return "Notes on this paper";
}

/** @param {string} words */
const quoted = (words) => (words ? html`<blockquote class="quote">${words}</blockquote>` : nothing);

/**
 * @param {OpenEdit} edit
 * @param {Status} status
 * @param {FaceEvents} events
 */
function newNote(edit, status, events) {
  return html`${quoted(edit.picked?.quote ?? "")}${editor(edit, status, events)}`;
}

/**
 * @param {Placed} placed
 * @param {Face} face
 * @param {FaceEvents} events
 */
function listed(placed, { view, edit, people, status }, events) {
  const { note } = placed;
  if (edit?.note?.id === note.id) {
    return html`<article class="note" data-note=${note.id}>${quoted(note.quote)}${editor(edit, null, events)}</article>`;
  }
  return noteView(placed, people, status, {
    edit: events.edit,
    remove: events.remove,
    show: view.kind === "paper" ? events.show : null,
  });
}
