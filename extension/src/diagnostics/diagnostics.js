// The diagnostics page: what Postil finds on the pages that are open now, told without a word of them. Nothing of it is kept.
// The report is English whatever is spoken: it is for whoever mends what is broken.
import { html, nothing, render } from "lit-html";
import { patterns } from "../background/push.js";
import { askTab, speakThrough } from "../shared/messages.js";
import { counted, phrase } from "../shared/phrase.js";
import { runtimeTransport } from "../shared/transport-runtime.js";
import { speakOnPage } from "../ui/page-language.js";
import { reportText, trouble } from "./text.js";

/** @typedef {import("./text.js").PageReport} PageReport */

const root = /** @type {HTMLElement} */ (document.getElementById("diagnostics"));

/** Pages whose tab does not answer were open before Postil came, or are no pages of text. @returns {Promise<(PageReport | null)[]>} */
async function reports() {
  const tabs = await chrome.tabs.query({ url: await patterns(), discarded: false });
  return Promise.all(tabs.map(({ id }) => (id === undefined ? null : askTab(id, "page-report", undefined).catch(() => null))));
}

/** @param {(PageReport | null)[]} pages @param {string} said */
function draw(pages, said) {
  const told = pages.filter((page) => page !== null);
  const text = reportText(chrome.runtime.getManifest().version, navigator.userAgent, pages);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    draw(pages, phrase("copied"));
  };
  const bad = told.filter((page) => trouble(page)).length;
  render(html`
    <h1>${phrase("diagnostics")}</h1>
    <p>${phrase("diagnostics_about")}</p>
    <p class=${bad ? "bad" : "muted"}>${headline(told.length, bad)}</p>
    <pre tabindex="0" lang="en" dir="ltr" aria-label=${phrase("diagnostics_report")}>${text}</pre>
    <div class="row">
      <button type="button" class="primary" @click=${copy}>${phrase("copy")}</button>
      <button type="button" @click=${() => void start(phrase("diagnostics_looked"))}>${phrase("diagnostics_look")}</button>
    </div>
    <p class="small muted" role="status">${said || nothing}</p>
  `, root);
}

/** @param {number} pages @param {number} bad */
function headline(pages, bad) {
  if (!pages) return phrase("diagnostics_no_page");
  return bad ? counted("diagnostics_bad", bad) : counted("diagnostics_well", pages);
}

/** @param {string} said */
async function start(said) {
  draw(await reports(), said);
}

speakOnPage("diagnostics_title");
speakThrough(runtimeTransport());
void start("");
