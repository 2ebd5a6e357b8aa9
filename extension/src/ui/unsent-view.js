// What waits and what could not be sent, with its text, the reason and the ways out: templates only.
import { html, nothing } from "lit-html";
import { plain } from "../anchoring/plain.js";
import { sides } from "../content/conflict-view.js";
import { kindOf, whenLeft } from "../content/unfinished-view.js";
import { groupName } from "../content/words.js";
import { phrase } from "../shared/phrase.js";

/**
 * @typedef {import("../shared/types.js").Status} Status
 * @typedef {import("../shared/types.js").Waiting} Waiting
 * @typedef {import("./unsent.js").Unsent} Unsent
 * @typedef {import("./unsent.js").UnsentActions} UnsentActions
 */

/** @param {Unsent} unsent @param {Status} status @param {UnsentActions} actions */
export function waiting({ operations }, status, actions) {
  const list = operations.filter(({ state }) => state === "waiting");
  if (!list.length) return nothing;
  return section(phrase("popup_waiting"), html`
    <ul>${list.map((one) => html`<li class="note">${operationView(one, status)}</li>`)}</ul>
    ${status.problem ? nothing : html`<button type="button" @click=${actions.tryNow}>${phrase("try_now")}</button>`}
  `);
}

/** @param {Unsent} unsent @param {Status} status @param {UnsentActions} actions */
export function failed({ operations, sure }, status, actions) {
  const list = operations.filter(({ state }) => state === "failed");
  if (!list.length) return nothing;
  return section(phrase("popup_failed"), html`
    <ul>${list.map((one) => html`<li class="note">${operationView(one, status)}${waysOut(one, sure === one.id, actions)}</li>`)}</ul>
  `);
}

const DONE = /** @type {const} */ ({ create: "done_create", edit: "done_edit", move: "done_move", delete: "done_delete", restore: "done_restore" });

/** @param {Waiting} operation @param {Status} status */
function operationView(operation, { groups }) {
  const { kind, quote, text, theirs, group, reason } = operation;
  const place = kind === "move" && groupName(group, groups);
  return html`
    ${quoted(quote)}
    ${theirs ? sides(operation, theirs) : text ? html`<p class="text" dir="auto">${text}</p>` : nothing}
    <p class="small muted">${place ? phrase("done_move_to", place) : phrase(DONE[kind])}</p>
    ${reason ? html`<p class="small bad">${reason}</p>` : nothing}
  `;
}

/** @param {Waiting} one @param {boolean} isAsked @param {UnsentActions} actions */
function waysOut(one, isAsked, actions) {
  if (isAsked) return sureView(() => actions.resolve(one.id, "discard"), actions);
  const { theirs } = one;
  if (theirs) {
    return html`
      <div class="row">
        <button type="button" @click=${() => actions.settle(one, one)}>${phrase("conflict_keep_mine")}</button>
        <button type="button" @click=${() => actions.settle(one, theirs)}>${phrase("conflict_keep_theirs")}</button>
        ${textWays(one, actions)}
      </div>`;
  }
  const retry = html`<button type="button" @click=${() => actions.resolve(one.id, "retry")}>${phrase("try_again")}</button>`;
  if (one.kind === "move") {
    // The note itself is safe where it stands: giving up the move needs no second question.
    return html`<div class="row">${retry}<button type="button" @click=${() => actions.resolve(one.id, "discard")}>${phrase("leave_it")}</button></div>`;
  }
  return html`
    <div class="row">
      ${retry}
      ${one.kind === "create" || one.kind === "edit" ? textWays(one, actions) : nothing}
      <button type="button" @click=${() => actions.askSure(one.id)}>${phrase("discard")}</button>
    </div>`;
}

/** @param {Waiting} one @param {UnsentActions} actions */
function textWays(one, actions) {
  return html`
    <button type="button" @click=${() => actions.resolve(one.id, "only-me")}>${phrase("save_into_only_me")}</button>
    <button type="button" @click=${() => actions.copy(one)}>${phrase("copy")}</button>`;
}

/** @param {() => void} discard @param {UnsentActions} actions */
function sureView(discard, actions) {
  return html`
    <div class="row" role="group" aria-label=${phrase("discard_this")}>
      <button type="button" class="risky" id="discard-for-good" @click=${discard}>${phrase("discard_for_good")}</button>
      <button type="button" @click=${() => actions.askSure(null)}>${phrase("keep")}</button>
    </div>`;
}

/** @param {Unsent} unsent @param {UnsentActions} actions */
export function unfinished({ drafts, sure }, actions) {
  if (!drafts.length) return nothing;
  return section(phrase("unfinished"), html`<ul>${drafts.map((one) => html`<li class="note">
    <p class="small muted" dir="auto">${one.title || one.paper}</p>
    ${quoted(one.quote)}
    <p class="text" dir="auto">${one.text}</p>
    <p class="small muted">${kindOf(one)} · ${whenLeft(one)}</p>
    ${sure === one.id
      ? sureView(() => actions.discardDraft(one), actions)
      : html`<div class="row">
          <button type="button" @click=${() => actions.goOn(one)}>${phrase("unfinished_go_on")}</button>
          <button type="button" @click=${() => actions.copy(one)}>${phrase("copy")}</button>
          <button type="button" @click=${() => actions.askSure(one.id)}>${phrase("discard")}</button>
        </div>`}
  </li>`)}</ul>`);
}

/** @param {string} quote */
export function quoted(quote) {
  return quote ? html`<blockquote dir="auto"><span>${plain(quote)}</span></blockquote>` : nothing;
}

/** @param {string} title @param {unknown} content */
export function section(title, content) {
  return html`<section aria-label=${title}><h2>${title}</h2>${content}</section>`;
}
