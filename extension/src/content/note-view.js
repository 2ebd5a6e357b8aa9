// One note as it is read, and as it is written.
import { html, nothing } from "lit-html";
import { plain } from "../anchoring/plain.js";
import { phrase } from "../shared/phrase.js";
import { changeView, comparisonView } from "./change-view.js";
import { conflictView } from "./conflict-view.js";
import { otherPlaces } from "./move-to.js";
import { author, exactly, groupName, initials, placeOf, sending, when } from "./words.js";
import { saveTo } from "./save-to.js";

/** @import {Comparison} from "../anchoring/comparison.js" */
/** @import {Note, Person, Status} from "../shared/types.js" */
/** @import {ChangeEvents} from "./change-view.js" */
/** @import {Placed} from "./margin.js" */

/**
 * What the editor holds while it is open.
 * @typedef {object} Edit
 * @property {string} place  names it among the unsaved drafts
 * @property {string} text
 * @property {string} tags
 * @property {Note | null} parent  the note that is being answered
 * @property {boolean} recovered  filled from a draft that was left before
 * @property {boolean} saving  what is typed meanwhile would go with the editor
 * @property {string} error
 *
 * @typedef {object} EditorEvents
 * @property {(part: Partial<Edit>) => void} typed
 * @property {() => void} save
 * @property {() => void} cancel
 * @property {() => void} restart  without what was left before
 * @property {(group: string) => void} choose
 */

/**
 * @param {Edit} edit
 * @param {Status | null} status  when the note is new: where it goes is still open
 * @param {EditorEvents} events
 */
export function editor(edit, status, events) {
  const valueOf = (/** @type {Event} */ event) => /** @type {HTMLInputElement} */ (event.currentTarget).value;
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    events.save();
  };
  const keys = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    events.save();
  };
  return html`<form class="editor" @submit=${submit} @keydown=${keys}>
    <label>${phrase(edit.parent ? "reply" : "note")}
      <textarea rows="4" ?readonly=${edit.saving} .value=${edit.text} @input=${(/** @type {Event} */ event) => events.typed({ text: valueOf(event) })}></textarea>
    </label>
    ${edit.parent
      ? nothing
      : html`<label>${phrase("tags")}
          <input type="text" autocomplete="off" placeholder=${phrase("tags_hint")} ?readonly=${edit.saving} .value=${edit.tags}
            @input=${(/** @type {Event} */ event) => events.typed({ tags: valueOf(event) })} />
        </label>`}
    ${edit.recovered
      ? html`<p class="quiet recovered">${phrase("editor_recovered")} <button type="button" @click=${events.restart}>${phrase("discard")}</button></p>`
      : nothing}
    ${edit.error ? html`<p class="bad" role="alert">${edit.error}</p>` : nothing}
    <div class="actions">
      ${status ? saveTo(status, events.choose) : nothing}
      <span class="spring"></span>
      <button type="button" @click=${events.cancel}>${phrase("cancel")}</button>
      <button type="submit" class="primary" title=${phrase("ctrl_enter")} ?disabled=${edit.saving}>${phrase("save")}</button>
    </div>
  </form>`;
}

/**
 * What can be done with a note. reply: null where the thread has its own way to answer; askMove: null says that it stays; show goes
 * to the mark, null where it is in sight, or nowhere; compare: null where nothing has changed.
 * @typedef {ChangeEvents & import("./conflict-view.js").ConflictEvents & import("./history-view.js").HistoryEvents & {
 *   edit: (note: Note) => void,
 *   remove: (note: Note) => void,
 *   reply: ((note: Note) => void) | null,
 *   askMove: (note: Note | null) => void,
 *   move: (note: Note, group: string) => void,
 *   show: ((note: Note) => void) | null,
 *   compare: (placed: Placed) => Comparison | null,
 * }} NoteEvents
 *
 * @param {Placed} placed
 * @param {Record<string, Person>} people
 * @param {Status} status
 * @param {unknown} instead  what stands in the place of its actions; null: they do
 * @param {NoteEvents} events
 */
export function noteView(placed, people, status, instead, events) {
  const { note, result } = placed;
  const state = sending(note);
  const comparison = events.compare(placed);
  const show = events.show && (() => events.show?.(note));
  const place = events.show && result === "not on this view" ? "" : placeOf(note, result);
  return html`<article class="note ${note.parent ? "answer" : ""}" data-note=${note.id}>
    ${comparison ? nothing : note.quote ? quote(note, show) : nothing}
    ${place ? html`<p class="place">${place}</p>` : nothing}
    ${comparison ? comparisonView(comparison, show) : nothing}
    ${changeView(placed, author(note, people), events)}
    ${note.text && !note.conflict ? html`<p class="text" dir="auto">${note.text}</p>` : nothing}
    ${facts(placed, people, status)}
    ${note.tags.length && !note.conflict ? html`<ul class="tags" aria-label=${phrase("tags")}>${note.tags.map((tag) => html`<li dir="auto">${tag}</li>`)}</ul>` : nothing}
    ${state ? html`<p class="state ${state.tone}">${state.text}</p>` : nothing}
    ${note.conflict ? conflictView({ ...note, conflict: note.conflict }, events) : instead ?? actions(note, status, events)}
  </article>`;
}

/**
 * @param {Note} note
 * @param {Status} status
 */
export function canAnswer(note, status) {
  return !note.parent && status.groups.some(({ id, can_write }) => id === note.group && can_write);
}

/**
 * @param {Note} note
 * @param {Status} status
 * @param {NoteEvents} events
 */
function actions(note, status, events) {
  const reply = canAnswer(note, status) ? events.reply : null;
  const canMove = note.mine && !note.parent && otherPlaces(note, status).length > 0;
  const verb = (/** @type {string} */ name, /** @type {(note: Note) => void} */ act) => html`<button type="button" @click=${() => act(note)}>${name}</button>`;
  if (!reply && !note.mine && !note.edited) return nothing;
  return html`<div class="actions">
    ${reply ? verb(phrase("reply"), reply) : nothing}
    ${note.mine ? verb(phrase("edit"), events.edit) : nothing}
    ${canMove ? verb(phrase("move"), events.askMove) : nothing}
    ${note.edited ? verb(phrase("history"), events.history) : nothing}
    ${note.mine ? verb(phrase("delete"), events.remove) : nothing}
  </div>`;
}

/**
 * @param {Note} note
 * @param {(() => void) | null} show
 */
function quote(note, show) {
  const words = plain(note.quote);
  if (!show) return html`<blockquote class="quote" dir="auto">${words}</blockquote>`;
  return html`<blockquote class="quote" dir="auto"><button type="button" class="go" title=${phrase("show_on_page")} @click=${show}>${words}</button></blockquote>`;
}

/**
 * @param {Placed} placed
 * @param {Record<string, Person>} people
 * @param {Status} status
 */
function facts({ note, madeOn }, people, status) {
  const group = note.parent ? "" : groupName(note.group, status.groups); // a reply stands where its note does
  const name = author(note, people);
  return html`<p class="facts">
    <span>${note.mine ? nothing : html`<span class="who" aria-hidden="true">${initials(name)}</span>`}<bdi>${name}</bdi></span>${group ? html`<bdi>${group}</bdi>` : nothing}<time
      datetime=${note.created} title=${exactly(note.created)}>${when(note.created)}</time>${madeOn === null ? nothing : html`<span>${phrase("made_on", String(madeOn))}</span>`}
  </p>`;
}
