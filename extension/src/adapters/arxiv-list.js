// arXiv's listings: what is new (with abstracts), recent, of a month, and catching up. A listing is made of lines in pairs; on some
// pages several lists have one id, so none is asked for by its id.

import { ARXIV_HOSTS, paperAt } from "./paper-address.js";
import { paperOnPage } from "./paper-on-page.js";

/** @type {import("../shared/types.js").Adapter} */
const arxivList = {
  name: "arxiv-list",
  matches: (url) => ARXIV_HOSTS.includes(url.hostname) && /^\/(?:list|catchup)\//u.test(url.pathname),
  papers: (doc) => [...doc.querySelectorAll("#dlpage dl > dt")].flatMap(paperOfLine),
  island: () => null,
  shows: ["title"],
};
export default arxivList;

/** @param {Element} line  the one with the links: title and abstract stand in the next */
function paperOfLine(line) {
  const card = line.nextElementSibling;
  if (card?.localName !== "dd") return [];
  const title = card.querySelector(".list-title");
  const abstract = card.querySelector("p.mathjax");
  return paperOnPage(idOf(line), { source: "arxiv", card, title, abstract, aside: ".descriptor" });
}

/** @param {Element} line */
function idOf(line) {
  const links = [...line.querySelectorAll('a[title="Abstract"], a[href*="/abs/"]')];
  return links.map((link) => paperAt(link.getAttribute("href") ?? "", "https://arxiv.org")).find((paper) => paper) ?? null;
}
