// The diagnostics page: what Postil finds on the pages that are open now, told without a word of them. Nothing of it is kept.
import { html, nothing, render } from "lit-html";
import { patterns } from "../background/push.js";
import { counted } from "../content/words.js";
import { askTab, speakThrough } from "../shared/messages.js";
import { runtimeTransport } from "../shared/transport-runtime.js";
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
    draw(pages, "Copied.");
  };
  const bad = told.filter((page) => trouble(page)).length;
  render(html`
    <h1>Diagnostics</h1>
    <p>What Postil finds on the pages that are open now. It says which kind of page and how many papers, and holds no words of a page, no
      whole address, and no note. Copy it into a report when something is missing.</p>
    <p class=${bad ? "bad" : "muted"}>${headline(told.length, bad)}</p>
    <pre tabindex="0" aria-label="Report">${text}</pre>
    <div class="row">
      <button type="button" class="primary" @click=${copy}>Copy</button>
      <button type="button" @click=${() => void start("Looked again.")}>Look again</button>
    </div>
    <p class="small muted" role="status">${said || nothing}</p>
  `, root);
}

/** @param {number} pages @param {number} bad */
function headline(pages, bad) {
  if (!pages) return "No page is open that Postil reads. Open one, and look again.";
  return bad ? `On ${counted(bad, "page")} something was not found that should be there.` : `${counted(pages, "page")} open, and nothing is missing.`;
}

/** @param {string} said */
async function start(said) {
  draw(await reports(), said);
}

speakThrough(runtimeTransport());
void start("");
