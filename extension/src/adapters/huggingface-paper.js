// One paper's page on Hugging Face. An AI-made summary stands above the abstract and repeats its phrases: notes are on the
// abstract only.

import { asRecord, elementHolding, elementsAfter, islandProps, longestBlock, oneLine, sameText } from "./page-text.js";
import { huggingFacePaper } from "./paper-key.js";

/**
 * @typedef {import("../shared/types.js").Adapter} Adapter
 * @typedef {import("../shared/types.js").PaperOnPage} PaperOnPage
 * @typedef {{title: string, abstract: string, aiSummary: string}} Props
 */

const SHORTEST_ABSTRACT = 120;
const AI_BOX = '[class*="bg-blue-"], [class*="border-blue-"]';

/** @type {Adapter} */
const huggingFacePaperPage = {
  name: "huggingface-paper",
  matches: (url) => huggingFacePaper(url.href) !== null,
  papers,
  island,
  shows: ["title", "abstract"],
};
export default huggingFacePaperPage;

/** @param {Document} doc */
function island(doc) {
  return doc.querySelector('[data-target="PaperContent"]');
}

/**
 * @param {Document} doc
 * @returns {PaperOnPage[]}
 */
function papers(doc) {
  const home = island(doc);
  const scope = home ?? doc.querySelector("main") ?? doc.body;
  const title = scope?.querySelector("h1");
  const id = huggingFacePaper(doc.URL);
  if (!id || !scope || !title) return [];
  const props = trusted(islandProps(home), id.id, title);
  const abstract = abstractElement(scope, title, props);
  const text = props?.abstract || oneLine(abstract?.textContent);
  return [
    {
      key: id.key,
      card: title.parentElement ?? title,
      fields: { title, ...(abstract && { abstract }) },
      title: props?.title || oneLine(title.textContent),
      ...(text && { abstract: text }),
      source: "huggingface",
      url: `https://huggingface.co/papers/${id.id}`,
    },
  ];
}

/**
 * @param {Record<string, unknown>} props
 * @param {string} id
 * @param {Element} title
 * @returns {Props | null}  null when the JSON is of another paper than the page shows
 */
function trusted(props, id, title) {
  const paper = asRecord(props.paper);
  if (paper.id !== id || !sameText(title.textContent ?? "", oneLine(paper.title))) return null;
  return { title: oneLine(paper.title), abstract: oneLine(paper.summary), aiSummary: oneLine(paper.ai_summary) };
}

/**
 * @param {Element} scope
 * @param {Element} title
 * @param {Props | null} props
 * @returns {Element | null}
 */
function abstractElement(scope, title, props) {
  const heading = [...scope.querySelectorAll("h2")].find((one) => /^abstract$/iu.test(oneLine(one.textContent)));
  const section = heading?.parentElement;
  const nearby = withoutSummary(section ? elementsAfter(section, heading) : elementsAfter(scope, title), props);
  const known = props && elementHolding(nearby, props.abstract);
  if (known) return known;
  return section ? longestBlock(nearby, SHORTEST_ABSTRACT) : null;
}

/**
 * @param {Element[]} elements
 * @param {Props | null} props
 */
function withoutSummary(elements, props) {
  const summary = props?.aiSummary ? elementHolding(elements, props.aiSummary) : null;
  return elements.filter((element) => !element.closest(AI_BOX) && !summary?.contains(element));
}
