// The ACL Anthology: a paper's page, and lists of papers (volumes, events, people), whose abstracts are folded away at first.

import { oneLine } from "./page-text.js";
import { ACL_HOSTS, paperAt } from "./paper-address.js";
import { paperOnPage } from "./paper-on-page.js";

const ENTRY = "p.d-sm-flex";

/** @type {import("../shared/types.js").Adapter} */
const aclAnthology = {
  name: "acl-anthology",
  matches: (url, doc) => ACL_HOSTS.includes(url.hostname) && (paperAt(url.href) !== null || doc.querySelector(ENTRY) !== null),
  papers: (doc) => {
    const id = paperAt(doc.URL);
    if (!id) return [...doc.querySelectorAll(ENTRY)].flatMap(paperOfEntry);
    return paperOnPage(id, { source: "acl", title: doc.querySelector("h2#title, #title"), abstract: doc.querySelector(".acl-abstract"), aside: HEADING });
  },
  island: () => null,
  shows: ["title"],
};
export default aclAnthology;

const HEADING = ".acl-abstract > h5";

/** @param {Element} card */
function paperOfEntry(card) {
  const title = card.querySelector("strong a[href]");
  const id = title && paperAt(title.getAttribute("href") ?? "", "https://aclanthology.org");
  if (!id) return [];
  const folded = card.ownerDocument.getElementById(`abstract-${id.id.replaceAll(".", "--")}`);
  const abstract = folded && (folded.querySelector(".card-body") ?? folded);
  return paperOnPage(id, { source: "acl", card, title, abstract, plain: { abstract: oneLine(abstract?.textContent) } });
}
