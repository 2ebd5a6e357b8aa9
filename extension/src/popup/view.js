// What the popup shows, from its state alone.
import { html, nothing } from "lit-html";
import { showGroups } from "../content/show-groups.js";
import { author, groupName, sending, when } from "../content/words.js";
import { counted } from "../shared/phrase.js";

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
      <span class="small muted">${status.user ? status.user.display_name || status.user.name : "Not connected"}</span>
    </header>
    ${status.paired ? paired(state, status, actions) : unpaired(actions)}
    <p class="small muted" role="status">${state.said}</p>
  `;
}

/** @param {Actions} actions */
function unpaired(actions) {
  return html`
    <p>Mark a sentence of an abstract, write a note, and your team sees it on every page that shows the paper.</p>
    <button type="button" class="primary" @click=${actions.options}>Connect to a server</button>
  `;
}

/** @param {State} state @param {Status} status @param {Actions} actions */
function paired(state, status, actions) {
  return html`
    ${status.problem ? trouble(status.problem, actions) : nothing}
    ${failed(state, status, actions)}
    ${waiting(state, status, actions)}
    ${onThisPage(state, status)}
    <section aria-label="Settings">
      ${state.site ? html`<label class="choice"><input type="checkbox" .checked=${status.paused.includes(state.site)}
        @change=${(/** @type {Event} */ event) => actions.pause(isChecked(event))} />Pause on ${state.site}</label>` : nothing}
      <label class="choice"><input type="checkbox" .checked=${status.hidden}
        @change=${(/** @type {Event} */ event) => actions.hide(isChecked(event))} />Hide all marks</label>
      ${showGroups(status, actions.mute)}
      <button type="button" class="quiet" @click=${actions.options}>Options</button>
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
        ${mend ? html`<button type="button" class="primary" @click=${actions.options}>Open options</button>` : nothing}
        <button type="button" @click=${actions.tryNow}>Try now</button>
      </div>
    </div>
  `;
}

/** @param {State} state @param {Status} status */
function onThisPage({ papers, notes, site, closed }, status) {
  if (!papers?.length) {
    const isPaused = site !== null && status.paused.includes(site);
    return section("This page", html`<p class="muted">${isPaused
      ? `Postil is paused on ${site}.`
      : closed.length ? `The browser does not let Postil run on ${closed.join(", ")}. The options can ask for it.`
      : "There are no papers here that Postil knows. Open Hugging Face Papers or arXiv to mark one."}</p>`);
  }
  const withNotes = papers.filter(({ key }) => shown(notes, key, status).length);
  if (!withNotes.length) {
    return section("This page", html`<p class="muted">${counted("popup_papers", papers.length)}</p>`);
  }
  return section("This page", withNotes.map((paper) => html`
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
    <p class="small muted">${facts.filter(Boolean).join(" · ")}</p>
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
  return section("Waiting to be sent", html`
    <ul>${list.map((one) => html`<li class="note">${operationView(one, status)}</li>`)}</ul>
    ${status.problem ? nothing : html`<button type="button" @click=${actions.tryNow}>Try now</button>`}
  `);
}

/** @param {State} state @param {Status} status @param {Actions} actions */
function failed({ operations, sure }, status, actions) {
  const list = operations.filter(({ state }) => state === "failed");
  if (!list.length) return nothing;
  return section("Could not be sent", html`
    <ul>${list.map((one) => html`<li class="note">${operationView(one, status)}${waysOut(one, sure === one.id, actions)}</li>`)}</ul>
  `);
}

const VERBS = { create: "New", edit: "Changed", move: "Moved", delete: "Deleted", restore: "Brought back" };

/** @param {Waiting} operation @param {Status} status */
function operationView({ kind, quote, text, group, reason }, { groups }) {
  const place = kind === "move" && groupName(group, groups);
  return html`
    ${quoted(quote)}
    ${text ? html`<p class="text" dir="auto">${text}</p>` : nothing}
    <p class="small muted">${VERBS[kind]}${place ? ` to ${place}` : nothing}</p>
    ${reason ? html`<p class="small bad">${reason}</p>` : nothing}
  `;
}

/** @param {Waiting} one @param {boolean} isAsked @param {Actions} actions */
function waysOut(one, isAsked, actions) {
  if (isAsked) {
    return html`
      <div class="row" role="group" aria-label="Discard this">
        <button type="button" class="risky" id="discard-for-good" @click=${() => actions.resolve(one.id, "discard")}>Discard for good</button>
        <button type="button" @click=${() => actions.askSure(null)}>Keep</button>
      </div>`;
  }
  if (one.kind === "move") {
    // The note itself is safe where it stands: giving up the move needs no second question.
    return html`
      <div class="row">
        <button type="button" @click=${() => actions.resolve(one.id, "retry")}>Try again</button>
        <button type="button" @click=${() => actions.resolve(one.id, "discard")}>Leave it where it is</button>
      </div>`;
  }
  const hasText = one.kind === "create" || one.kind === "edit";
  return html`
    <div class="row">
      <button type="button" @click=${() => actions.resolve(one.id, "retry")}>Try again</button>
      ${hasText ? html`
        <button type="button" @click=${() => actions.resolve(one.id, "only-me")}>Save into Only me</button>
        <button type="button" @click=${() => actions.copy(one)}>Copy</button>` : nothing}
      <button type="button" @click=${() => actions.askSure(one.id)}>Discard</button>
    </div>`;
}

/** @param {string} title @param {unknown} content */
function section(title, content) {
  return html`<section aria-label=${title}><h2>${title}</h2>${content}</section>`;
}
