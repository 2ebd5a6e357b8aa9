// What the popup shows, from its state alone.
import { html, nothing } from "lit-html";
import { showGroups } from "../content/show-groups.js";
import { author, groupName, sending, when } from "../content/words.js";
import { counted, phrase } from "../shared/phrase.js";

/**
 * @typedef {import("../shared/types.js").Note} Note
 * @typedef {import("../shared/types.js").Notes} Notes
 * @typedef {import("../shared/types.js").Status} Status
 * @typedef {import("../shared/types.js").Waiting} Waiting
 * @typedef {import("lit-html").TemplateResult} TemplateResult
 *
 * @typedef {object} State
 * @property {Status | null} status
 * @property {string | null} site  host name of the page beside the popup
 * @property {{key: string, title: string}[] | null} papers  null: Postil does not run there
 * @property {Notes | null} notes
 * @property {Waiting[]} operations
 * @property {string | null} sure  the operation that was asked to be discarded
 * @property {string[]} closed  sites that the browser does not let us run on
 * @property {string} said
 *
 * @typedef {object} Actions
 * @property {() => void} options
 * @property {() => void} tryNow
 * @property {(paused: boolean) => void} pause
 * @property {(hidden: boolean) => void} hide
 * @property {(group: string, muted: boolean) => void} mute
 * @property {(operation: string, way: "only-me" | "discard" | "retry") => void} resolve
 * @property {(operation: string | null) => void} askSure
 * @property {(operation: Waiting) => void} copy
 */

/** @param {State} state @param {Actions} actions @returns {TemplateResult | typeof nothing} */
export function popupView(state, actions) {
  const { status } = state;
  if (!status) return nothing;
  return html`
    <header>
      <h1 class="brand"><img src="../../icons/icon-48.png" alt="" width="20" height="20" />Postil</h1>
      <span class="small muted">${status.user ? status.user.display_name || status.user.name : phrase("popup_not_connected")}</span>
    </header>
    ${status.paired ? paired(state, status, actions) : unpaired(actions)}
    <p class="small muted" role="status">${state.said}</p>
  `;
}

/** @param {Actions} actions */
function unpaired(actions) {
  return html`
    <p>${phrase("popup_about")}</p>
    <button type="button" class="primary" @click=${actions.options}>${phrase("popup_connect")}</button>
  `;
}

/** @param {State} state @param {Status} status @param {Actions} actions */
function paired(state, status, actions) {
  return html`
    ${status.problem ? trouble(status.problem, actions) : nothing}
    ${failed(state, status, actions)}
    ${waiting(state, status, actions)}
    ${onThisPage(state, status)}
    <section aria-label=${phrase("popup_settings")}>
      ${state.site ? html`<label class="choice"><input type="checkbox" .checked=${status.paused.includes(state.site)}
        @change=${(/** @type {Event} */ event) => actions.pause(isChecked(event))} />${phrase("popup_pause", state.site)}</label>` : nothing}
      <label class="choice"><input type="checkbox" .checked=${status.hidden}
        @change=${(/** @type {Event} */ event) => actions.hide(isChecked(event))} />${phrase("popup_hide")}</label>
      ${showGroups(status, actions.mute)}
      <button type="button" class="quiet" @click=${actions.options}>${phrase("popup_options")}</button>
    </section>
  `;
}

/** @param {Event} event */
function isChecked(event) {
  return /** @type {HTMLInputElement} */ (event.target).checked;
}

/** @param {import("../shared/types.js").Problem} problem @param {Actions} actions */
function trouble({ code, message }, actions) {
  const mend = code === "unauthorized" || code === "wrong-address";
  return html`
    <div class="message">
      <p>${message}</p>
      <div class="row">
        ${mend ? html`<button type="button" class="primary" @click=${actions.options}>${phrase("popup_open_options")}</button>` : nothing}
        <button type="button" @click=${actions.tryNow}>${phrase("try_now")}</button>
      </div>
    </div>
  `;
}

/** @param {State} state @param {Status} status */
function onThisPage({ papers, notes, site, closed }, status) {
  if (!papers?.length) {
    const isPaused = site !== null && status.paused.includes(site);
    return section(phrase("popup_page"), html`<p class="muted">${isPaused
      ? phrase("popup_paused", site)
      : closed.length ? phrase("popup_closed", closed)
      : phrase("popup_no_papers")}</p>`);
  }
  const withNotes = papers.filter(({ key }) => shown(notes, key, status).length);
  if (!withNotes.length) {
    return section(phrase("popup_page"), html`<p class="muted">${counted("popup_papers", papers.length)}</p>`);
  }
  return section(phrase("popup_page"), withNotes.map((paper) => html`
    <h3 class="small" dir="auto">${paper.title || paper.key}</h3>
    <ul>${shown(notes, paper.key, status).map((note) => html`<li class="note">${noteView(note, notes, status)}</li>`)}</ul>
  `));
}

/** @param {Notes | null} notes @param {string} key @param {Status} status @returns {Note[]} */
function shown(notes, key, { muted }) {
  return (notes?.papers[key] ?? []).filter(({ pending, group }) => pending !== "delete" && !muted.includes(group));
}

/** @param {Note} note @param {Notes | null} notes @param {Status} status */
function noteView(note, notes, status) {
  const way = sending(note);
  const facts = [author(note, notes?.people ?? {}), when(note.created), groupName(note.group, status.groups)];
  return html`
    ${quoted(note.quote)}
    ${note.text ? html`<p class="text" dir="auto">${note.text}</p>` : nothing}
    <p class="small muted">${facts.filter(Boolean).map((fact, i) => html`${i ? " · " : nothing}<bdi>${fact}</bdi>`)}</p>
    ${way ? html`<p class="small ${way.tone}">${way.text}</p>` : nothing}
  `;
}

/** @param {string} quote */
function quoted(quote) {
  return quote ? html`<blockquote dir="auto"><span>${quote}</span></blockquote>` : nothing;
}

/** @param {State} state @param {Status} status @param {Actions} actions */
function waiting({ operations }, status, actions) {
  const list = operations.filter(({ state }) => state === "waiting");
  if (!list.length) return nothing;
  return section(phrase("popup_waiting"), html`
    <ul>${list.map((one) => html`<li class="note">${operationView(one, status)}</li>`)}</ul>
    ${status.problem ? nothing : html`<button type="button" @click=${actions.tryNow}>${phrase("try_now")}</button>`}
  `);
}

/** @param {State} state @param {Status} status @param {Actions} actions */
function failed({ operations, sure }, status, actions) {
  const list = operations.filter(({ state }) => state === "failed");
  if (!list.length) return nothing;
  return section(phrase("popup_failed"), html`
    <ul>${list.map((one) => html`<li class="note">${operationView(one, status)}${waysOut(one, sure === one.id, actions)}</li>`)}</ul>
  `);
}

/** @type {Record<Waiting["kind"], import("../shared/phrase.js").Key>} */
const DONE = { create: "done_create", edit: "done_edit", move: "done_move", delete: "done_delete", restore: "done_restore" };

/** @param {Waiting} operation @param {Status} status */
function operationView({ kind, quote, text, group, reason }, { groups }) {
  const place = kind === "move" && groupName(group, groups);
  return html`
    ${quoted(quote)}
    ${text ? html`<p class="text" dir="auto">${text}</p>` : nothing}
    <p class="small muted">${place ? phrase("done_move_to", place) : phrase(DONE[kind])}</p>
    ${reason ? html`<p class="small bad">${reason}</p>` : nothing}
  `;
}

/** @param {Waiting} one @param {boolean} isAsked @param {Actions} actions */
function waysOut(one, isAsked, actions) {
  if (isAsked) {
    return html`
      <div class="row" role="group" aria-label=${phrase("discard_this")}>
        <button type="button" class="risky" id="discard-for-good" @click=${() => actions.resolve(one.id, "discard")}>${phrase("discard_for_good")}</button>
        <button type="button" @click=${() => actions.askSure(null)}>${phrase("keep")}</button>
      </div>`;
  }
  if (one.kind === "move") {
    // The note itself is safe where it stands: giving up the move needs no second question.
    return html`
      <div class="row">
        <button type="button" @click=${() => actions.resolve(one.id, "retry")}>${phrase("try_again")}</button>
        <button type="button" @click=${() => actions.resolve(one.id, "discard")}>${phrase("leave_it")}</button>
      </div>`;
  }
  const hasText = one.kind === "create" || one.kind === "edit";
  return html`
    <div class="row">
      <button type="button" @click=${() => actions.resolve(one.id, "retry")}>${phrase("try_again")}</button>
      ${hasText ? html`
        <button type="button" @click=${() => actions.resolve(one.id, "only-me")}>${phrase("save_into_only_me")}</button>
        <button type="button" @click=${() => actions.copy(one)}>${phrase("copy")}</button>` : nothing}
      <button type="button" @click=${() => actions.askSure(one.id)}>${phrase("discard")}</button>
    </div>`;
}

/** @param {string} title @param {unknown} content */
function section(title, content) {
  return html`<section aria-label=${title}><h2>${title}</h2>${content}</section>`;
}
