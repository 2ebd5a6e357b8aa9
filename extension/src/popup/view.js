// What the popup shows, from its state alone.
import { html, nothing } from "lit-html";
import { showGroups } from "../content/show-groups.js";
import { membersOf, threadsOf } from "../content/threads.js";
import { author, groupName, sending, when } from "../content/words.js";
import { counted, phrase } from "../shared/phrase.js";
import { failed, quoted, section, unfinished, waiting } from "../ui/unsent-view.js";

/**
 * @typedef {import("../shared/types.js").Note} Note
 * @typedef {import("../shared/types.js").Notes} Notes
 * @typedef {import("../shared/types.js").Status} Status
 * @typedef {import("lit-html").TemplateResult} TemplateResult
 *
 * @typedef {object} PopupState
 * @property {Status | null} status
 * @property {string | null} site  host name of the page beside the popup
 * @property {{key: string, title: string}[] | null} papers  null: Postil does not run there
 * @property {Notes | null} notes
 * @property {string[]} closed  sites that the browser does not let us run on
 * @property {string} said
 * @typedef {PopupState & import("../ui/unsent.js").Unsent} State
 *
 * @typedef {object} PopupActions
 * @property {() => void} options
 * @property {(paused: boolean) => void} pause
 * @property {(hidden: boolean) => void} hide
 * @property {(group: string, muted: boolean) => void} mute
 * @typedef {PopupActions & import("../ui/unsent.js").UnsentActions} Actions
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
    ${unfinished(state, actions)}
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
    <ul>${shown(notes, paper.key, status).map((note) => html`<li class="note ${note.parent ? "answer" : ""}">${noteView(note, notes, status)}</li>`)}</ul>
  `));
}

/** Each note with its answers after it. @param {Notes | null} notes @param {string} key @param {Status} status @returns {Note[]} */
function shown(notes, key, { muted }) {
  const seen = (notes?.papers[key] ?? []).filter(({ pending, group }) => pending !== "delete" && !muted.includes(group));
  return membersOf(threadsOf(seen.map((note) => ({ note })))).map(({ note }) => note);
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
