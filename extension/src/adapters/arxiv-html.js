// A paper's full text as LaTeXML sets it, on arXiv and on ar5iv. The abstract stands inside the text, and is a field of its own. Ids of
// elements change whenever the pages are made anew: nothing is looked for by them.

import { AR5IV_HOSTS, ARXIV_HOSTS, paperAt } from "./paper-address.js";
import { paperOnPage } from "./paper-on-page.js";

/** @typedef {import("./paper-address.js").PaperId} PaperId */

/** @type {import("../shared/types.js").Adapter} */
const arxivHtml = {
  name: "arxiv-html",
  matches: (url) => [...ARXIV_HOSTS, ...AR5IV_HOSTS].includes(url.hostname) && /^\/(?:html|abs)\//u.test(url.pathname) && isText(url),
  papers,
  island: () => null,
  shows: ["fulltext"],
};
export default arxivHtml;

/** ar5iv has the text at either address. @param {URL} url */
function isText(url) {
  return paperAt(url.href) !== null && (url.pathname.startsWith("/html/") || AR5IV_HOSTS.includes(url.hostname));
}

/** @param {Document} doc */
function papers(doc) {
  const fulltext = doc.querySelector("article.ltx_document, .ltx_document");
  const title = fulltext?.querySelector(".ltx_title_document") ?? null;
  const abstract = fulltext?.querySelector(".ltx_abstract") ?? null;
  const card = title ?? abstract ?? fulltext?.firstElementChild ?? null;
  const source = AR5IV_HOSTS.includes(new URL(doc.URL).hostname) ? "ar5iv" : "arxiv-html";
  return paperOnPage(shownPaper(doc), { source, card, title, abstract, fulltext, aside: ".ltx_title_abstract, .ltx_abstract > h6" });
}

/**
 * An address without version shows the newest; the base of some pages says which.
 * @param {Document} doc
 * @returns {PaperId | null}
 */
function shownPaper(doc) {
  const asked = paperAt(doc.URL);
  const base = paperAt(doc.querySelector("base")?.getAttribute("href") ?? "", doc.URL);
  return asked && base?.key === asked.key ? { ...asked, version: asked.version ?? base.version } : asked;
}
