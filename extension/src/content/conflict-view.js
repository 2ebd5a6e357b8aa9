// A note that says something else elsewhere than here: both wordings side by side, and the ways to make one of them.
import { html, nothing } from "lit-html";
import { wordsApart } from "../anchoring/comparison.js";
import { phrase } from "../shared/phrase.js";

/** @import {Run} from "../anchoring/comparison.js" */
/** @import {Note, Wording} from "../shared/types.js" */

/**
 * @typedef {object} ConflictEvents
 * @property {(note: Note) => void} edit  to merge the two by hand
 * @property {(note: Note, wording: Wording) => void} settle  what the note is to say
 */

/**
 * @param {Note & {conflict: Wording}} note
 * @param {ConflictEvents} events
 */
export function conflictView(note, events) {
  return html`
    ${sides(note, note.conflict)}
    <div class="actions">
      <button type="button" @click=${() => events.settle(note, note)}>${phrase("conflict_keep_mine")}</button>
      <button type="button" @click=${() => events.settle(note, note.conflict)}>${phrase("conflict_keep_theirs")}</button>
      <button type="button" @click=${() => events.edit(note)}>${phrase("conflict_merge")}</button>
    </div>`;
}

/** What differs is told apart word by word. @param {Wording} mine @param {Wording} theirs */
export function sides(mine, theirs) {
  const { was, is } = wordsApart(theirs.text, mine.text);
  return html`<div class="sides">${side(phrase("conflict_mine"), mine, is)}${side(phrase("conflict_theirs"), theirs, was)}</div>`;
}

/** @param {Wording} theirs */
export const elsewhere = (theirs) => side(phrase("conflict_theirs"), theirs, [{ text: theirs.text, differs: false }]);

/** @param {string} name @param {Wording} wording @param {Run[]} runs  its text */
function side(name, { text, tags }, runs) {
  return html`<section aria-label=${name}>
    <h3>${name}</h3>
    ${text ? html`<p class="text" dir="auto">${runs.map((run) => (run.differs && run.text ? html`<mark>${run.text}</mark>` : run.text))}</p>` : html`<p class="text none">${phrase("no_text")}</p>`}
    ${tags.length ? html`<ul class="tags" aria-label=${phrase("tags")}>${tags.map((tag) => html`<li dir="auto">${tag}</li>`)}</ul>` : nothing}
  </section>`;
}
