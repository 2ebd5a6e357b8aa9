// What a note has said, the latest first; its author can let it say one of these again.
import { html, nothing } from "lit-html";
import { plain } from "../anchoring/plain.js";
import { phrase } from "../shared/phrase.js";
import { isSame } from "../shared/wording.js";
import { exactly, when } from "./words.js";

/** @import {Note, State, Wording} from "../shared/types.js" */
/** @import {OpenHistory} from "./history.js" */

/**
 * @typedef {object} HistoryEvents
 * @property {(note: Note | null) => void} history  opens it; null: closes it
 * @property {(note: Note, wording: Wording, seen: Wording) => void} restore
 */

/**
 * @param {OpenHistory} history
 * @param {Note} note  as it is now
 * @param {HistoryEvents} events
 */
export function historyView({ states, error, seen }, note, events) {
  const restore = (/** @type {State} */ { text, tags }) => events.restore(note, { text, tags }, seen);
  return html`<section class="history" aria-label=${phrase("history")} tabindex="-1">
      <h3>${phrase("history")}</h3>
      ${error ? html`<p class="bad" role="alert">${error}</p>` : nothing}
      ${states || error ? nothing : html`<p class="quiet">${phrase("history_waiting")}</p>`}
      ${states?.length === 1 ? html`<p class="quiet">${phrase("history_same")}</p>` : nothing}
      ${states ? html`<ol>${states.map((state) => stateView(state, note, note.mine && !isSame(state, note) ? () => restore(state) : null))}</ol>` : nothing}
    </section>
    <div class="actions"><button type="button" @click=${() => events.history(null)}>${phrase("history_close")}</button></div>`;
}

/**
 * @param {State} state
 * @param {Note} note
 * @param {(() => void) | null} restore
 */
function stateView({ at, text, tags, quote }, note, restore) {
  return html`<li>
    <p class="facts"><time datetime=${at} title=${exactly(at)}>${when(at)}</time></p>
    ${quote && quote !== note.quote ? html`<blockquote class="quote" dir="auto">${plain(quote)}</blockquote>` : nothing}
    ${text ? html`<p class="text" dir="auto">${text}</p>` : html`<p class="text none">${phrase("no_text")}</p>`}
    ${tags.length ? html`<ul class="tags" aria-label=${phrase("tags")}>${tags.map((tag) => html`<li dir="auto">${tag}</li>`)}</ul>` : nothing}
    ${restore ? html`<div class="actions"><button type="button" @click=${restore}>${phrase("history_restore")}</button></div>` : nothing}
  </li>`;
}
