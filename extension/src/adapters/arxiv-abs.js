// A paper's page on arXiv, of the newest version or of an older one.

import { ARXIV_HOSTS, paperAt } from "./paper-address.js";
import { paperOnPage } from "./paper-on-page.js";

/** @typedef {import("./paper-address.js").PaperId} PaperId */

/** @type {import("../shared/types.js").Adapter} */
const arxivAbs = {
  name: "arxiv-abs",
  matches: (url) => ARXIV_HOSTS.includes(url.hostname) && url.pathname.startsWith("/abs/") && paperAt(url.href) !== null,
  papers: (doc) =>
    paperOnPage(shownPaper(doc), {
      source: "arxiv",
      title: doc.querySelector("h1.title"),
      abstract: doc.querySelector("blockquote.abstract"),
      aside: ".descriptor", // "Title:", "Abstract:"
    }),
  island: () => null,
  shows: ["title", "abstract"],
};
export default arxivAbs;

/**
 * An address without version shows the newest: the page says which that is.
 * @param {Document} doc
 * @returns {PaperId | null}
 */
function shownPaper(doc) {
  const asked = paperAt(doc.URL);
  if (!asked || asked.version) return asked;
  const told = [doc.querySelector('meta[property="og:url"]')?.getAttribute("content"), doc.querySelector(".arxividv a")?.getAttribute("href")];
  const versions = told.map((href) => (href ? paperAt(href, doc.URL) : null));
  return versions.find((paper) => paper?.key === asked.key && paper.version) ?? asked;
}
