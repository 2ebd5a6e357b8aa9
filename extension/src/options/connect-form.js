// Connecting to a server: its address, then a code that is allowed on the server's page, or a token made by hand.
import { html, nothing } from "lit-html";
import { phrase } from "../shared/phrase.js";

/**
 * @typedef {import("./view.js").State} State
 * @typedef {import("./view.js").Actions} Actions
 */

/** @param {State} state @param {string} server @param {Actions} actions */
export function connectForm(state, server, actions) {
  if (state.pairing) return codeShown(state.pairing, actions);
  const { wrong, busy, byToken } = state;
  return html`
    <form novalidate @submit=${actions.connect} @input=${actions.typed}>
      <div>
        <label for="server">${phrase("server_address")}</label>
        <input id="server" name="server" type="text" inputmode="url" autocomplete="url" spellcheck="false" autocapitalize="none"
          .value=${server} aria-describedby="server-help server-wrong" aria-invalid=${String(wrong?.field === "server")} />
        <p class="small muted" id="server-help">${phrase("server_help", "http://127.0.0.1:8017")}</p>
        <p class="small wrong" id="server-wrong">${wrong?.field === "server" ? wrong.message : nothing}</p>
      </div>
      ${byToken ? tokenField(wrong) : nothing}
      <div role="alert">${wrong && wrong.field === null ? html`<p class="message bad">${wrong.message}</p>` : nothing}</div>
      <div class="row">
        <button class="primary" type="submit" aria-disabled=${String(busy)}>${phrase(busy ? "connecting" : "connect")}</button>
        <button type="button" class="quiet" @click=${actions.byToken}>${phrase(byToken ? "use_code" : "use_token")}</button>
      </div>
    </form>
  `;
}

/** @param {State["wrong"]} wrong */
function tokenField(wrong) {
  return html`<div>
    <label for="token">${phrase("token")}</label>
    <input id="token" name="token" type="password" autocomplete="off" spellcheck="false"
      aria-describedby="token-help token-wrong" aria-invalid=${String(wrong?.field === "token")} />
    <p class="small muted" id="token-help">${phrase("token_help")}</p>
    <p class="small wrong" id="token-wrong">${wrong?.field === "token" ? wrong.message : nothing}</p>
  </div>`;
}

/** @param {NonNullable<State["pairing"]>} pairing @param {Actions} actions */
function codeShown({ server, code, page }, actions) {
  return html`
    <section aria-labelledby="pairing">
      <h2 id="pairing" tabindex="-1">${phrase("pairing")}</h2>
      <p class="code" id="code">${code}</p>
      <p>${page ? phrase("pairing_open") : phrase("pairing_type", "/connect", server)}</p>
      <p class="small muted">${phrase("pairing_waits")}</p>
      <div class="row">
        ${page ? html`<button type="button" class="primary" id="open-server" @click=${() => actions.openPage(page)}>${phrase("pairing_open_page")}</button>` : nothing}
        <button type="button" @click=${actions.cancelPairing}>${phrase("cancel")}</button>
      </div>
    </section>
  `;
}
