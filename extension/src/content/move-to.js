// Where a note is to stand instead: chosen first, done by a second step, for a whole team reads what comes into it.
import { html } from "lit-html";
import { phrase } from "../shared/phrase.js";
import { destinations } from "./save-to.js";
import { groupName } from "./words.js";

/** @import {Note, Status} from "../shared/types.js" */

/**
 * @param {Note} note
 * @param {Status} status
 */
export function otherPlaces(note, status) {
  return destinations(status).filter(({ id }) => id !== note.group);
}

/**
 * @param {Note} note
 * @param {Status} status
 * @param {{move: (note: Note, group: string) => void, stay: () => void}} events
 */
export function moveTo(note, status, events) {
  const submit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    events.move(note, String(new FormData(form).get("group")));
  };
  return html`<form class="move" @submit=${submit}>
    <label>${phrase("move_to")} <select name="group">
      ${otherPlaces(note, status).map(({ id }) => html`<option value=${id}>${groupName(id, status.groups)}</option>`)}
    </select></label>
    <span class="spring"></span>
    <button type="button" @click=${events.stay}>${phrase("cancel")}</button>
    <button type="submit" class="primary">${phrase("move")}</button>
  </form>`;
}
