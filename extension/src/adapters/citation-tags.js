// Any page of one paper that says so in `citation_…` tags, on a site that the user has switched on.

import { abstractElement, tag, taggedPaper, titleElement } from "./tagged-page.js";
import { paperOnPage } from "./paper-on-page.js";

/** @type {import("../shared/types.js").Adapter} */
const citationTags = {
  name: "citation-tags",
  general: true,
  matches: (_url, doc) => tag(doc, "citation_title") !== "",
  papers,
  island: () => null,
  shows: ["title"],
};
export default citationTags;

/** @param {Document} doc */
function papers(doc) {
  const paper = taggedPaper(doc);
  if (!paper) return [];
  const title = titleElement(doc);
  const abstract = abstractElement(doc);
  const found = { source: sourceOf(doc), title, abstract, aside: ABSTRACT_HEADING, plain: { title: tag(doc, "citation_title") } };
  return paperOnPage(paper.id, found).map((one) => ({ ...one, ...(paper.url && { url: paper.url }) }));
}

/** A heading that stands with the paragraphs of an abstract is the page's word. */
const ABSTRACT_HEADING = "h1, h2";

/** Texts of two sites are two texts. @param {Document} doc */
function sourceOf(doc) {
  return new URL(doc.URL).hostname.replace(/^www\./u, "").replace(/[^a-z0-9]+/gu, "-").slice(0, 40);
}
