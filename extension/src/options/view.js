// What the options page shows, from its state alone.
import { html, nothing } from "lit-html";
import { counted } from "../content/words.js";

/**
 * @typedef {import("../shared/types.js").Status} Status
 * @typedef {import("lit-html").TemplateResult} TemplateResult
 *
 * @typedef {object} State
 * @property {Status | null} status
 * @property {boolean} busy
 * @property {{field: "server" | "token" | null, message: string} | null} wrong
 * @property {string} done  what has just been done
 * @property {boolean} leaving  the question about what waits is open
 * @property {boolean} again  a new token for a server that is connected
 *
 * @typedef {object} Actions
 * @property {(event: SubmitEvent) => void} connect
 * @property {(event: Event) => void} typed
 * @property {() => void} askAgain
 * @property {() => void} leave
 * @property {() => void} stay
 * @property {() => void} saveCopy
 * @property {(waiting: "keep" | "discard") => void} disconnect
 */

/** @param {State} state @param {Actions} actions @returns {TemplateResult} */
export function optionsView(state, actions) {
  const { status } = state;
  return html`
    <h1>Postil</h1>
    ${status === null ? nothing : status.paired ? connected(state, status, actions) : welcome(state, actions)}
    <p class="small muted" role="status">${state.done}</p>
  `;
}

/** @param {State} state @param {Actions} actions */
function welcome(state, actions) {
  return html`
    <p>Postil puts your team's notes in the margin of papers. The notes are kept on a server that you choose. Connect it here.</p>
    ${form(state, "", actions)}
  `;
}

/** @param {State} state @param {string} server @param {Actions} actions */
function form({ wrong, busy }, server, actions) {
  return html`
    <form novalidate @submit=${actions.connect} @input=${actions.typed}>
      <div>
        <label for="server">Server address</label>
        <input id="server" name="server" type="text" inputmode="url" autocomplete="url" spellcheck="false" autocapitalize="none"
          .value=${server} aria-describedby="server-help server-wrong" aria-invalid=${String(wrong?.field === "server")} />
        <p class="small muted" id="server-help">On this computer usually http://127.0.0.1:8017. The server prints it when it starts.</p>
        <p class="small wrong" id="server-wrong">${wrong?.field === "server" ? wrong.message : nothing}</p>
      </div>
      <div>
        <label for="token">Access token</label>
        <input id="token" name="token" type="password" autocomplete="off" spellcheck="false"
          aria-describedby="token-help token-wrong" aria-invalid=${String(wrong?.field === "token")} />
        <p class="small muted" id="token-help">Make one on the server's page, under Settings, and paste it here. It stays in this browser.</p>
        <p class="small wrong" id="token-wrong">${wrong?.field === "token" ? wrong.message : nothing}</p>
      </div>
      <div role="alert">${wrong && wrong.field === null ? html`<p class="message bad">${wrong.message}</p>` : nothing}</div>
      <button class="primary" type="submit" aria-disabled=${String(busy)}>${busy ? "Connecting" : "Connect"}</button>
    </form>
  `;
}

/** @param {State} state @param {Status} status @param {Actions} actions */
function connected(state, status, actions) {
  const needsToken = state.again || status.problem?.code === "unauthorized" || status.problem?.code === "wrong-address";
  return html`
    <section aria-labelledby="account">
      <h2 id="account">Connected</h2>
      <dl>
        <dt>Account</dt><dd>${status.user?.display_name} (${status.user?.name})</dd>
        <dt>Server</dt><dd>${status.server}</dd>
        <dt>You write to</dt><dd>${destinations(status)}</dd>
      </dl>
      ${status.problem ? html`<p class="message">${status.problem.message}</p>` : nothing}
      ${unsent(status) ? html`<p>${unsentLine(status)}</p>` : nothing}
      ${state.leaving ? farewell(status, actions) : html`
        <div class="row">
          <button type="button" id="disconnect" @click=${actions.leave}>Disconnect</button>
          ${needsToken ? nothing : html`<button type="button" class="quiet" @click=${actions.askAgain}>Use another token</button>`}
        </div>`}
    </section>
    ${needsToken ? form(state, status.server ?? "", actions) : nothing}
  `;
}

/** @param {Status} status */
function destinations({ groups }) {
  return groups.filter(({ can_write }) => can_write).map(({ kind, name }) => (kind === "personal" ? "Only me" : name)).join(", ");
}

/** @param {Status} status */
export function unsent({ waiting, failed }) {
  return waiting + failed;
}

/** @param {Status} status */
function unsentLine({ waiting, failed }) {
  const parts = [];
  if (waiting) parts.push(`${counted(waiting, "note")} waiting to be sent`);
  if (failed) parts.push(`${counted(failed, "note")} could not be sent`);
  return `${parts.join(", ")}.`;
}

/** @param {Status} status @param {Actions} actions */
function farewell(status, actions) {
  return html`
    <div role="group" aria-labelledby="farewell" class="message">
      <h3 id="farewell" tabindex="-1">${counted(unsent(status), "note")} not sent to the server</h3>
      <p>Kept here, they are sent when ${status.user?.display_name} is connected to ${status.server} again.</p>
      <div class="row">
        <button type="button" class="primary" @click=${() => actions.disconnect("keep")}>Keep them and disconnect</button>
        <button type="button" @click=${actions.saveCopy}>Save to a file</button>
        <button type="button" class="risky" @click=${() => actions.disconnect("discard")}>Discard them and disconnect</button>
        <button type="button" class="quiet" @click=${actions.stay}>Stay connected</button>
      </div>
    </div>
  `;
}
