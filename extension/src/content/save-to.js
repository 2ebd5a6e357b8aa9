// The picker of where a note goes: shown before the click, on the toolbar and where a note is written.
import { html } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { phrase } from "../shared/phrase.js";

/** @import {Group, Status} from "../shared/types.js" */

const ORDER = { personal: 0, team: 1, public: 2 };

/**
 * Only me first; a group where one only reads is never a destination.
 * @param {Status} status
 * @returns {Group[]}
 */
export function destinations(status) {
  return status.groups.filter((group) => group.can_write).sort((one, other) => ORDER[one.kind] - ORDER[other.kind]);
}

/** @param {Status} status */
export function destination(status) {
  const groups = destinations(status);
  return groups.find((group) => group.id === status.destination) ?? groups[0] ?? null;
}

/**
 * @param {Status} status
 * @param {(group: string) => void} choose
 */
export function saveTo(status, choose) {
  const chosen = destination(status);
  return html`<select aria-label=${phrase("save_to")} title=${phrase("save_to")} @change=${(/** @type {Event} */ event) =>
    choose(/** @type {HTMLSelectElement} */ (event.currentTarget).value)}>
    ${destinations(status).map(
      (group) => html`<option value=${group.id} .selected=${live(group.id === chosen?.id)}>${group.kind === "personal" ? phrase("only_me") : group.name}</option>`,
    )}
  </select>`;
}
