// One note as it is read, and as it is written.
import { html, nothing } from "lit-html";
import { author, exactly, groupName, placeOf, sending, when } from "./words.js";
import { saveTo } from "./save-to.js";

/** @import {Note, Person, Status} from "../shared/types.js" */
/** @import {Placed} from "./margin.js" */

/**
 * What the editor holds while it is open.
 * @typedef {object} Edit
 * @property {string} place  names it among the unsaved drafts
 * @property {string} text
 * @property {string} tags
 * @property {boolean} recovered  filled from a draft that was left before
 * @property {boolean} saving
 * @property {string} error
 *
 * @typedef {object} EditorEvents
 * @property {(part: Partial<Edit>) => void} typed
 * @property {() => void} save
 * @property {() => void} cancel
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
    <label>Note
      <textarea rows="4" .value=${edit.text} @input=${(/** @type {Event} */ event) => events.typed({ text: valueOf(event) })}></textarea>
    </label>
    <label>Tags
      <input type="text" autocomplete="off" placeholder="parted by commas" .value=${edit.tags}
        @input=${(/** @type {Event} */ event) => events.typed({ tags: valueOf(event) })} />
    </label>
    ${edit.recovered ? html`<p class="quiet">This is the text that you left unsaved.</p>` : nothing}
    ${edit.error ? html`<p class="bad" role="alert">${edit.error}</p>` : nothing}
    <div class="actions">
      ${status ? saveTo(status, events.choose) : nothing}
      <span class="spring"></span>
      <button type="button" @click=${events.cancel}>Cancel</button>
      <button type="submit" class="primary" title="Ctrl+Enter" ?disabled=${edit.saving}>Save</button>
    </div>
  </form>`;
}

/**
 * @typedef {object} NoteEvents
 * @property {(note: Note) => void} edit
 * @property {(note: Note) => void} remove
 * @property {((note: Note) => void) | null} show  goes to the mark; null where it is in sight, or nowhere
 *
 * @param {Placed} placed
 * @param {Record<string, Person>} people
 * @param {Status} status
 * @param {NoteEvents} events
 */
export function noteView({ note, result }, people, status, events) {
  const state = sending(note);
  const place = events.show && result === "not on this view" ? "" : placeOf(note, result);
  return html`<article class="note ${note.parent ? "answer" : ""}" data-note=${note.id}>
    ${note.quote ? quote(note, events.show && (() => events.show?.(note))) : nothing}
    ${place ? html`<p class="place">${place}</p>` : nothing}
    ${note.text ? html`<p class="text">${note.text}</p>` : nothing}
    ${note.tags.length ? html`<ul class="tags" aria-label="Tags">${note.tags.map((tag) => html`<li>${tag}</li>`)}</ul>` : nothing}
    ${facts(note, people, status)}
    ${state ? html`<p class="state ${state.tone}">${state.text}</p>` : nothing}
    ${note.mine
      ? html`<div class="actions">
          <button type="button" @click=${() => events.edit(note)}>Edit</button>
          <button type="button" @click=${() => events.remove(note)}>Delete</button>
        </div>`
      : nothing}
  </article>`;
}

/**
 * @param {Note} note
 * @param {(() => void) | null} show
 */
function quote(note, show) {
  if (!show) return html`<blockquote class="quote">${note.quote}</blockquote>`;
  return html`<blockquote class="quote"><button type="button" class="go" title="Show on the page" @click=${show}>${note.quote}</button></blockquote>`;
}

/**
 * @param {Note} note
 * @param {Record<string, Person>} people
 * @param {Status} status
 */
function facts(note, people, status) {
  const group = groupName(note.group, status.groups);
  return html`<p class="facts">
    <span>${author(note, people)}</span>${group ? html`<span>${group}</span>` : nothing}<time
      datetime=${note.created} title=${exactly(note.created)}>${when(note.created)}</time>
  </p>`;
}
