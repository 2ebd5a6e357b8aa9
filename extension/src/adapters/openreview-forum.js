// A submission's forum on OpenReview. Reviews and comments below it are notes of their own, with fields of their own: only the
// submission's title and abstract are read.

import { oneLine } from "./page-text.js";
import { OPENREVIEW_HOSTS, paperAt } from "./paper-address.js";
import { paperOnPage } from "./paper-on-page.js";

/** @type {import("../shared/types.js").Adapter} */
const openReviewForum = {
  name: "openreview-forum",
  matches: (url) => OPENREVIEW_HOSTS.includes(url.hostname) && /^\/forum(?:\/|$)/u.test(url.pathname),
  papers,
  island: (doc) => doc.querySelector("#content, main"),
  shows: ["title"],
};
export default openReviewForum;

/** @param {Document} doc */
function papers(doc) {
  const title = doc.querySelector("h2.citation_title, .forum-title h2");
  const note = title?.closest(".forum-note") ?? title?.parentElement?.parentElement;
  return paperOnPage(idOf(doc), { source: "openreview", title, abstract: note ? abstractOf(note) : null });
}

/** A newer kind of address has no id in it: the address of the PDF has. @param {Document} doc */
function idOf(doc) {
  const pdf = doc.querySelector('meta[name="citation_pdf_url"]')?.getAttribute("content") ?? "";
  return paperAt(doc.URL) ?? paperAt(pdf, doc.URL);
}

/** @param {Element} note */
function abstractOf(note) {
  const label = [...note.querySelectorAll(".note-content-field")].find((field) => /^abstract\W*$/iu.test(oneLine(field.textContent)));
  const value = label?.parentElement?.querySelector(".note-content-value");
  return value ?? null;
}
