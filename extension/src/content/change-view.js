// What became of a mark whose words are no longer what they were: the stored words beside today's, and what its author can do.
import { html, nothing } from "lit-html";
import { plain } from "../anchoring/plain.js";
import { phrase } from "../shared/phrase.js";
import { differenceLine, whatToDo } from "./words.js";

/** @import {Comparison} from "../anchoring/comparison.js" */
/** @import {Placed} from "./margin.js" */

/**
 * @typedef {object} ChangeEvents
 * @property {(placed: Placed) => void} confirm  today's words are what the note marks
 * @property {(placed: Placed) => void} reattach  to words that are selected next
 */

/**
 * @param {Comparison} comparison
 * @param {(() => void) | null} show  goes to the mark
 */
export function comparisonView({ was, is }, show) {
  const today = html`${is.map(({ text, differs }) => run("ins", text, differs))}`;
  return html`<dl class="compared">
    <dt>${phrase("was_marked")}</dt>
    <dd><blockquote class="quote whole" dir="auto">${was.map(({ text, differs }) => run("del", text, differs))}</blockquote></dd>
    <dt>${phrase("is_now")}</dt>
    <dd><blockquote class="quote whole" dir="auto">${show ? html`<button type="button" class="go" title=${phrase("show_on_page")} @click=${show}>${today}</button>` : today}</blockquote></dd>
  </dl>`;
}

/**
 * @param {"ins" | "del"} name
 * @param {string} text
 * @param {boolean} differs
 */
function run(name, text, differs) {
  const words = plain(text);
  if (!differs) return words;
  if (!words) return nothing;
  return name === "ins" ? html`<ins>${words}</ins>` : html`<del>${words}</del>`;
}

/**
 * What a meaning hangs on, said in words; then what can be done, which is its author's to do.
 * @param {Placed} placed
 * @param {string} author
 * @param {ChangeEvents} events
 */
export function changeView(placed, author, events) {
  const { note, result, differences } = placed;
  if (result !== "changed" && result !== "lost") return nothing;
  return html`${differences.length ? html`<ul class="differences">${differences.map((difference) => html`<li dir="auto">${differenceLine(difference)}</li>`)}</ul>` : nothing}
    <p class="quiet">${whatToDo(note, result, author)}</p>
    ${note.mine ? verbs(placed, events) : nothing}`;
}

/**
 * @param {Placed} placed
 * @param {ChangeEvents} events
 */
function verbs(placed, { confirm, reattach }) {
  return html`<div class="actions">
    ${placed.result === "changed" ? html`<button type="button" @click=${() => confirm(placed)}>${phrase("confirm")}</button>` : nothing}
    <button type="button" @click=${() => reattach(placed)}>${phrase("reattach")}</button>
  </div>`;
}
