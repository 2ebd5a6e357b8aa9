// What was found on a page, told without a word of the page: for the diagnostics page and a report of something broken.
import { paperAt } from "../adapters/paper-address.js";

/** @import {Adapter, Field} from "../shared/types.js" */
/** @import {Margin} from "./margin.js" */

/**
 * @typedef {object} PageReport
 * @property {string | null} adapter  null: none knows this page
 * @property {string} host
 * @property {string} path  the shape of it
 * @property {number} links  papers that the page's address and links name
 * @property {number} papers
 * @property {Record<Field, number>} fields  how many papers have each
 * @property {Record<string, number>} marks  how many notes were found how
 * @property {string[]} missing  what was not found and should be there
 */

/**
 * @param {Adapter | null} adapter
 * @param {Margin} margin
 * @param {Document} doc
 * @returns {PageReport}
 */
export function reportOf(adapter, margin, doc) {
  const shown = margin.shown();
  const { host, pathname } = new URL(doc.URL);
  const having = (/** @type {Field} */ field) => shown.filter(({ paper }) => paper.fields[field]).length;
  const fields = { title: having("title"), abstract: having("abstract"), fulltext: having("fulltext") };
  const links = papersNamed(doc);
  const isBare = !shown.length && (links > 0 || adapter?.general === true);
  const lacking = (adapter?.shows ?? []).filter((field) => fields[field] < shown.length);
  return {
    adapter: adapter?.name ?? null,
    host,
    path: shapeOf(pathname),
    links,
    papers: shown.length,
    fields,
    marks: counts(margin.placed().flatMap(({ result }) => result ?? [])),
    missing: !adapter ? [] : isBare ? ["papers"] : lacking,
  };
}

/** @param {Document} doc */
function papersNamed(doc) {
  const links = [...doc.querySelectorAll("a[href]")].map((link) => paperAt(link.getAttribute("href") ?? "", doc.baseURI)?.key);
  return new Set([paperAt(doc.URL)?.key, ...links].filter(Boolean)).size;
}

/** @param {string[]} results */
function counts(results) {
  /** @type {Record<string, number>} */
  const all = {};
  for (const result of results) all[result] = (all[result] ?? 0) + 1;
  return all;
}

/** What sites call their kinds of pages. Any other word may say what somebody reads. */
const KINDS = new Set(
  ("abs anthology article articles arxiv attachment catchup content date doi events forum full html index list month new overview " +
    "paper papers pastweek pdf people reader recent search trending venue volumes week").split(" "),
);

/**
 * "/abs/2504.13171v2" is "/abs/0.0a0": enough to tell one kind of address from another.
 * @param {string} pathname
 */
export function shapeOf(pathname) {
  const shape = (/** @type {string} */ part) => part.replace(/%[0-9a-f]{2}|[^\d.,:;~@+_-]/giu, "a").replace(/\d+/gu, "0").replace(/a+/gu, "a");
  return pathname.split("/").map((part) => (KINDS.has(part) ? part : shape(part))).join("/");
}
