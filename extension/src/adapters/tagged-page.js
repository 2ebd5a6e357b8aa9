// What a page says of itself to search engines: the `citation_…` tags, and the title and abstract on it that they speak of.

import { doiPaper, paperAt } from "./paper-address.js";
import { arxivId } from "./paper-key.js";
import { beginAlike, elementHolding, elementsAfter, longestBlock, oneLine, sameText } from "./page-text.js";
import { urlKey } from "./url-key.js";

/** @typedef {import("./paper-address.js").PaperId} PaperId */

const SHORTEST_ABSTRACT = 120;
const HEADINGS = "h1, h2, h3, h4, h5, h6";
/** What stands over an abstract: in English, or else in a language whose word for it means nothing else. */
const ABSTRACT = [
  /^abstract[^\p{L}]*$/iu,
  /^(?:kurzfassung|résumé|resumen|resumo|аннотация|özet|streszczenie|摘要|要旨|초록|(?:ال)?ملخص|(?:ال)?مستخلص|چکیده|תקציר)[^\p{L}]*$/iu,
];
/** Some sites put a title into its tag as they set it; "<1 Watt" is none. */
const MARKUP = /<\/?[a-z][^>]*>/giu;

/**
 * @param {Document} doc
 * @param {...string} names
 * @returns {string}  of the first one that the page has
 */
export function tag(doc, ...names) {
  const metas = [...doc.querySelectorAll("meta[name][content]")];
  const told = names.map((name) => metas.find((meta) => meta.getAttribute("name")?.toLowerCase() === name)?.getAttribute("content"));
  return told.map((text) => oneLine(text?.replace(MARKUP, ""))).find(Boolean) ?? "";
}

/**
 * By what is surest: an address of a known kind, an arXiv id, a DOI, the page's address itself.
 * @param {Document} doc
 * @returns {{id: PaperId, url?: string} | null}
 */
export function taggedPaper(doc) {
  const link = doc.querySelector('head link[href*="//doi.org/10."]')?.getAttribute("href");
  const dois = [tag(doc, "citation_doi"), tag(doc, "dc.identifier"), tag(doc, "prism.doi"), link ?? ""];
  const id = paperAt(doc.URL) ?? arxivId(tag(doc, "citation_arxiv_id")) ?? dois.map(doiPaper).find((paper) => paper);
  if (id) return { id };
  const url = canonicalAddress(doc);
  const key = urlKey(url);
  return key ? { id: { id: key.slice("url:".length), key, version: null }, url } : null;
}

/**
 * A page may have many addresses and name one of them. One that names its site's front page, or another site, has it wrong.
 * @param {Document} doc
 */
function canonicalAddress(doc) {
  const here = new URL(doc.URL);
  here.hash = "";
  const href = doc.querySelector('link[rel="canonical"]')?.getAttribute("href");
  const told = href && URL.canParse(href, doc.URL) ? new URL(href, doc.URL) : here;
  return told.host === here.host && told.pathname !== "/" ? told.href : here.href;
}

/**
 * @param {Document} doc
 * @returns {Element | null}
 */
export function titleElement(doc) {
  const title = tag(doc, "citation_title", "dc.title");
  const headings = [...doc.querySelectorAll(HEADINGS)];
  const same = headings.find((heading) => title && sameText(heading.textContent ?? "", title));
  return same ?? headings.find((heading) => beginAlike(heading.textContent ?? "", title)) ?? null;
}

/**
 * Under a heading that says so, or else by its words.
 * @param {Document} doc
 * @returns {Element | null}
 */
export function abstractElement(doc) {
  const headings = [...doc.querySelectorAll(HEADINGS)];
  const heading = ABSTRACT.map((word) => headings.find((one) => word.test(oneLine(one.textContent)))).find(Boolean);
  return (heading && abstractUnder(heading)) ?? abstractByWords(doc);
}

/**
 * The longest paragraph before the next heading; of an abstract of several paragraphs, all that they stand in.
 * @param {Element} heading
 * @returns {Element | null}
 */
function abstractUnder(heading) {
  const after = heading.parentElement ? elementsAfter(heading.parentElement, heading) : [];
  const next = after.find((one) => one.matches(HEADINGS) && one.localName <= heading.localName);
  const own = next ? after.slice(0, after.indexOf(next)) : after;
  const block = longestBlock(own, SHORTEST_ABSTRACT);
  const paragraphs = own.filter((one) => one.parentElement === block?.parentElement && one.localName === block?.localName && isLong(one));
  const all = paragraphs.length > 1 ? (block?.parentElement ?? null) : null;
  return all && !(next && all.contains(next)) ? all : block;
}

/** @param {Element} element */
function isLong(element) {
  return oneLine(element.textContent).length >= SHORTEST_ABSTRACT;
}

/** @param {Document} doc */
function abstractByWords(doc) {
  const words = tag(doc, "citation_abstract", "dc.description", "description");
  const blocks = words.length < SHORTEST_ABSTRACT ? [] : [...doc.querySelectorAll("p, div, section, blockquote")].filter((block) => oneLine(block.textContent).length < 3 * words.length);
  return elementHolding(blocks, words) ?? blocks.find((block) => block.localName === "p" && beginAlike(block.textContent ?? "", words)) ?? null;
}
