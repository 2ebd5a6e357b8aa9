// What the options page shows, from its state alone.
import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { counted, listed, phrase } from "../shared/phrase.js";
import { failed, section, unfinished, waiting } from "../ui/unsent-view.js";
import { connectForm } from "./connect-form.js";
import { keysForm } from "./keys-form.js";

/**
 * @typedef {import("../shared/types.js").Status} Status
 * @typedef {import("../shared/kept.js").Kept} Kept
 * @typedef {import("lit-html").TemplateResult} TemplateResult
 *
 * @typedef {object} OptionsState
 * @property {Status | null} status
 * @property {import("../shared/keys.js").Keys | null} keys  as they are shown
 * @property {boolean} busy
 * @property {{field: "server" | "token" | null, message: string} | null} wrong
 * @property {string} said  what has just been done, or could not be
 * @property {boolean} leaving  the question about what waits is open
 * @property {boolean} again  connecting anew to a server that is connected
 * @property {string} address  the server asked for last
 * @property {boolean} byToken  by a pasted token, not by a code
 * @property {import("../shared/pairing.js").Code | null} pairing  the code that is waited for
 * @property {import("./keys-form.js").Untaken | null} untaken  a letter that is no key
 * @property {string[]} closed  sites that the browser does not let us run on
 *
 * @typedef {OptionsState & import("../ui/unsent.js").Unsent & {kept: Kept[]}} State
 *
 * @typedef {object} OptionsActions
 * @property {(event: SubmitEvent) => void} connect
 * @property {(event: Event) => void} typed
 * @property {() => void} byToken
 * @property {(page: string) => void} openPage
 * @property {() => void} cancelPairing
 * @property {() => void} openSites
 * @property {(when: "listing" | "badge") => void} lookUp
 * @property {() => void} askAgain
 * @property {() => void} leave
 * @property {() => void} stay
 * @property {() => void} saveCopy
 * @property {(waiting: "keep" | "discard") => void} disconnect
 * @property {(kept: Kept) => void} saveKept  to a file
 * @typedef {OptionsActions & import("./keys-form.js").KeysActions & import("../ui/unsent.js").UnsentActions} Actions
 */

/** @param {State} state @param {Actions} actions @returns {TemplateResult} */
export function optionsView(state, actions) {
  const { status } = state;
  return html`
    <h1 class="brand"><img src="../../icons/icon-48.png" alt="" width="24" height="24" />Postil</h1>
    ${state.closed.length ? closedSites(state.closed, actions) : nothing}
    ${status === null ? nothing : status.paired ? connected(state, status, actions) : welcome(state, actions)}
    ${status?.user ? unsentViews(state, status, actions) : nothing}
    ${state.kept.length ? keptForOthers(state.kept, actions) : nothing}
    ${state.keys === null ? nothing : keysForm(state.keys, state.untaken, actions)}
    ${status === null ? nothing : disclosure(status, actions)}
    <p class="small"><a href="../diagnostics/diagnostics.html">${phrase("diagnostics")}</a>: ${phrase("diagnostics_short")}</p>
    <p class="small muted" role="status">${state.said}</p>
  `;
}

/** @param {string[]} sites @param {Actions} actions */
function closedSites(sites, actions) {
  return html`
    <div class="message">
      <p>${phrase("sites_closed", sites)}</p>
      <div class="row"><button type="button" class="primary" @click=${actions.openSites}>${phrase("sites_allow")}</button></div>
    </div>
  `;
}

/** @param {State} state @param {Actions} actions */
function welcome(state, actions) {
  return html`
    <p>${phrase("welcome")}</p>
    ${connectForm(state, state.address, actions)}
  `;
}

/** @param {State} state @param {Status} status @param {Actions} actions */
function connected(state, status, actions) {
  const isAgain = state.pairing !== null || state.again || status.problem?.code === "unauthorized" || status.problem?.code === "wrong-address";
  return html`
    <section aria-labelledby="account">
      <h2 id="account">${phrase("connected")}</h2>
      <dl>
        <dt>${phrase("account")}</dt><dd><bdi>${status.user?.display_name}</bdi> (<bdi>${status.user?.name}</bdi>)</dd>
        <dt>${phrase("server")}</dt><dd><bdi>${status.server}</bdi></dd>
        <dt>${phrase("you_write_to")}</dt><dd>${destinations(status)}</dd>
      </dl>
      ${status.problem ? html`<p class="message">${status.problem.message}</p>` : nothing}
      ${unsent(status) ? html`<p>${unsentLine(status)}</p>` : nothing}
      ${state.leaving ? farewell(status, actions) : html`
        <div class="row">
          <button type="button" id="disconnect" @click=${actions.leave}>${phrase("disconnect")}</button>
          ${isAgain ? nothing : html`<button type="button" class="quiet" @click=${actions.askAgain}>${phrase("connect_again")}</button>`}
        </div>`}
    </section>
    ${isAgain ? connectForm(state, status.server ?? state.address, actions) : nothing}
  `;
}

/** @param {State} state @param {Status} status @param {Actions} actions */
function unsentViews(state, status, actions) {
  return html`${failed(state, status, actions)}${waiting(state, status, actions)}${unfinished(state, actions)}`;
}

/** @param {Kept[]} kept @param {Actions} actions */
function keptForOthers(kept, actions) {
  return section(phrase("kept_for"), html`<ul>${kept.map((one) => html`<li class="note">
    <p>${phrase("kept_who", one.name, one.server)}</p>
    ${one.operations.length ? html`<p class="small muted">${counted("kept_notes", one.operations.length)}</p>` : nothing}
    ${one.unfinished ? html`<p class="small muted">${counted("kept_unfinished", one.unfinished)}</p>` : nothing}
    ${one.operations.length ? html`<div class="row"><button type="button" @click=${() => actions.saveKept(one)}>${phrase("farewell_save")}</button></div>` : nothing}
  </li>`)}</ul>`);
}

/** What a look-up tells the server, and the choice to tell it less. @param {Status} status @param {Actions} actions */
function disclosure({ lookup }, actions) {
  const choice = (/** @type {Status["lookup"]} */ when, /** @type {unknown} */ words) => html`<label class="choice">
    <input type="radio" name="lookup" .checked=${live(lookup === when)} @change=${() => actions.lookUp(when)} /><span>${words}</span></label>`;
  return html`
    <section aria-labelledby="disclosure">
      <h2 id="disclosure">${phrase("learns")}</h2>
      <p>${phrase("learns_about")}</p>
      <fieldset>
        <legend>${phrase("look_up")}</legend>
        ${choice("listing", phrase("look_up_listing"))}
        ${choice("badge", html`${phrase("look_up_badge")}<br /><span class="small muted">${phrase("look_up_kept")}</span>`)}
      </fieldset>
    </section>
  `;
}

/** @param {Status} status */
function destinations({ groups }) {
  return listed(groups.filter(({ can_write }) => can_write).map(({ kind, name }) => (kind === "personal" ? phrase("only_me") : name)));
}

/** @param {Status} status */
export function unsent({ waiting, failed }) {
  return waiting + failed;
}

/** @param {Status} status */
function unsentLine({ waiting, failed }) {
  const parts = [];
  if (waiting) parts.push(counted("account_waiting", waiting));
  if (failed) parts.push(counted("account_failed", failed));
  return phrase("sentence", parts);
}

/** @param {Status} status @param {Actions} actions */
function farewell(status, actions) {
  return html`
    <div role="group" aria-labelledby="farewell" class="message">
      <h3 id="farewell" tabindex="-1">${counted("farewell", unsent(status))}</h3>
      <p>${phrase("farewell_kept", status.user?.display_name ?? "", status.server ?? "")}</p>
      <div class="row">
        <button type="button" class="primary" @click=${() => actions.disconnect("keep")}>${phrase("farewell_keep")}</button>
        <button type="button" @click=${actions.saveCopy}>${phrase("farewell_save")}</button>
        <button type="button" class="risky" @click=${() => actions.disconnect("discard")}>${phrase("farewell_discard")}</button>
        <button type="button" class="quiet" @click=${actions.stay}>${phrase("farewell_stay")}</button>
      </div>
    </div>
  `;
}
