// arXiv's search. Each result holds its abstract twice, the beginning and the whole of it, and a switch that shows the one or the
// other: what is shown is read. An identifier has its version where the hit is not the newest.

import { canonicalText } from "../anchoring/canonical-text.js";
import { plain } from "../anchoring/plain.js";
import { ARXIV_HOSTS, paperAt } from "./paper-address.js";
import { arxivId } from "./paper-key.js";
import { paperOnPage } from "./paper-on-page.js";

/** @typedef {import("./paper-address.js").PaperId} PaperId */

/** @type {import("../shared/types.js").Adapter} */
const arxivSearch = {
  name: "arxiv-search",
  matches: (url) => ARXIV_HOSTS.includes(url.hostname) && /^\/search(?:\/|$)/u.test(url.pathname),
  papers: (doc) => [...doc.querySelectorAll("li.arxiv-result")].flatMap(paperOfResult),
  island: () => null,
  shows: ["title"],
};
export default arxivSearch;

/** The words of the switch: "More", "Less". */
const SWITCH = "a[onclick]";

/** @param {Element} card */
function paperOfResult(card) {
  const [short, full] = ["short", "full"].map((which) => card.querySelector(`.abstract-${which}`));
  const isFolded = short !== null && !isOff(short);
  const whole = isFolded && full ? { abstract: plain(canonicalText(full, SWITCH).text) } : {};
  return paperOnPage(idOf(card), { source: "arxiv", card, title: card.querySelector("p.title"), abstract: isFolded ? short : full, aside: SWITCH, plain: whole });
}

/** @param {Element} element */
function isOff(element) {
  return /display\s*:\s*none/iu.test(element.getAttribute("style") ?? "");
}

/**
 * @param {Element} card
 * @returns {PaperId | null}
 */
function idOf(card) {
  const links = [...card.querySelectorAll(".list-title a[href]")].map((link) => ({ paper: paperAt(link.getAttribute("href") ?? "", "https://arxiv.org"), link }));
  const found = links.find(({ paper }) => paper);
  if (!found?.paper) return null;
  return { ...found.paper, version: found.paper.version ?? arxivId(found.link.textContent ?? "")?.version ?? null };
}
