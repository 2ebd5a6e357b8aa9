// Whose notes are shown: one box for each group, where there is more than one. In the list of a paper's notes and in the popup.
import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { phrase } from "../shared/phrase.js";
import { groupName } from "./words.js";

/** @import {Status} from "../shared/types.js" */

/**
 * @param {Status} status
 * @param {(group: string, muted: boolean) => void} mute
 */
export function showGroups({ groups, muted }, mute) {
  if (groups.length < 2) return nothing;
  return html`<fieldset class="show"><legend>${phrase("show_notes_of")}</legend>${groups.map(
    ({ id }) => html`<label class="choice"><input type="checkbox" .checked=${live(!muted.includes(id))}
      @change=${(/** @type {Event} */ event) => mute(id, !(/** @type {HTMLInputElement} */ (event.currentTarget).checked))} /><bdi>${groupName(id, groups)}</bdi></label>`,
  )}</fieldset>`;
}
