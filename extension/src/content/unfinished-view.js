// Notes of a paper that were begun and not saved: found again where the paper's notes are listed.
import { html, nothing } from "lit-html";
import { plain } from "../anchoring/plain.js";
import { phrase } from "../shared/phrase.js";
import { when } from "./words.js";

/** @import {Unfinished} from "../shared/types.js" */

/**
 * @typedef {object} UnfinishedEvents
 * @property {(one: Unfinished) => void} goOn
 * @property {(one: Unfinished) => void} discard
 */

/**
 * @param {Unfinished[]} list
 * @param {UnfinishedEvents} events
 */
export function unfinishedView(list, events) {
  if (!list.length) return nothing;
  return html`<div class="unfinished"><h3>${phrase("unfinished")}</h3>${list.map((one) => html`<article class="note">
    ${one.quote ? html`<blockquote class="quote" dir="auto">${plain(one.quote)}</blockquote>` : nothing}
    <p class="text" dir="auto">${one.text}</p>
    <p class="facts"><span>${kindOf(one)}</span><time>${whenLeft(one)}</time></p>
    <div class="actions">
      <button type="button" @click=${() => events.goOn(one)}>${phrase("unfinished_go_on")}</button>
      <button type="button" @click=${() => events.discard(one)}>${phrase("discard")}</button>
    </div>
  </article>`)}</div>`;
}

/** @param {Unfinished} one  what it was to be */
export function kindOf({ note, parent }) {
  return phrase(parent ? "unfinished_reply" : note ? "unfinished_edit" : "unfinished_new");
}

/** @param {Unfinished} one */
export const whenLeft = ({ at }) => when(new Date(at).toISOString());
