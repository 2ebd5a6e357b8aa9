// papers.cool: days of arXiv, venues, and a paper alone. A panel's id says where its paper is from: arXiv's as it is, others behind an @.

import { aclId, openReviewId } from "./paper-address.js";
import { arxivId } from "./paper-key.js";
import { paperOnPage } from "./paper-on-page.js";

/** @typedef {import("./paper-address.js").PaperId} PaperId */

/** @type {import("../shared/types.js").Adapter} */
const papersCool = {
  name: "papers-cool",
  matches: (url) => url.hostname === "papers.cool" && /^\/(?:arxiv|venue)(?:\/|$)/u.test(url.pathname),
  papers: (doc) => [...doc.querySelectorAll(".panel.paper[id]")].flatMap(paperOfPanel),
  island: () => null,
  shows: ["title", "abstract"],
};
export default papersCool;

/** @type {Record<string, (id: string) => PaperId | null>} */
const ORIGINS = { "": arxivId, OpenReview: openReviewId, ACL: aclId };

/** @param {Element} card */
function paperOfPanel(card) {
  const [id, origin = ""] = card.id.split("@");
  const read = Object.hasOwn(ORIGINS, origin) ? ORIGINS[origin] : () => null;
  return paperOnPage(read(id), { source: "papers-cool", card, title: card.querySelector("a.title-link"), abstract: card.querySelector("p.summary, .summary") });
}
