// Hugging Face paper listings: a search, a day, a week, a month, trending. The page's JSON says most; where it disagrees
// with what the page shows (it is stale after a navigation in place), what the page shows is right. The cards of a day, a
// week and a month show no abstract: their text is known from the JSON alone.

import { asRecord, beginAlike, elementHolding, elementsAfter, isCutShort, islandProps, longestBlock, oneLine, sameText } from "./page-text.js";
import { huggingFacePaper } from "./paper-key.js";

/**
 * @typedef {import("../shared/types.js").Adapter} Adapter
 * @typedef {import("../shared/types.js").PaperOnPage} PaperOnPage
 * @typedef {{title: string, abstract: string}} Entry
 * @typedef {Pick<PaperOnPage, "fields" | "title" | "abstract">} Words
 */

const PATHS = /^\/papers(?:\/(?:trending|(?:date|week|month)\/[^/]+))?\/?$/u;
/** Footers and chips are shorter than this, abstracts are not. */
const SHORTEST_ABSTRACT = 120;

/** @type {Adapter} */
const huggingFaceListing = {
  name: "huggingface-listing",
  matches: (url) => url.hostname === "huggingface.co" && PATHS.test(url.pathname),
  papers,
  island,
  shows: ["title"],
};
export default huggingFaceListing;

/** @param {Document} doc */
function island(doc) {
  return doc.querySelector('[data-target="DailyPapers"]');
}

/**
 * @param {Document} doc
 * @returns {PaperOnPage[]}
 */
function papers(doc) {
  const home = island(doc);
  const entries = entriesById(islandProps(home));
  const guess = !showsSummaries(new URL(doc.URL));
  return cards(home ?? doc).flatMap((card) => paperOfCard(card, entries, guess) ?? []);
}

/**
 * What trending cards show under their titles may be a summary: it is only taken for the abstract when the JSON says so.
 * @param {URL} url
 */
function showsSummaries(url) {
  return url.pathname.startsWith("/papers/trending") && !url.searchParams.has("q");
}

/**
 * @param {ParentNode} scope
 * @returns {Element[]}  the articles; on a page without any, what stands round each heading
 */
function cards(scope) {
  const articles = [...scope.querySelectorAll("article")].filter((article) => !article.parentElement?.closest("article"));
  if (articles.length) return articles;
  return [...scope.querySelectorAll("h3")].flatMap((heading) => heading.parentElement ?? []);
}

/**
 * @param {Record<string, unknown>} props
 * @returns {Map<string, Record<string, unknown>>}  by id, as they stand there
 */
function entriesById(props) {
  /** @type {Map<string, Record<string, unknown>>} */
  const entries = new Map();
  for (const list of [props.dailyPapers, props.searchResults]) {
    for (const item of (Array.isArray(list) ? list : []).map(asRecord)) entries.set(oneLine(asRecord(item.paper).id), item);
  }
  return entries;
}

/**
 * @param {Record<string, unknown> | undefined} item
 * @returns {Entry | null}
 */
function entryOf(item) {
  if (!item) return null;
  const inner = asRecord(item.paper);
  return { title: oneLine(inner.title ?? item.title), abstract: oneLine(inner.summary ?? item.summary) };
}

/**
 * A paper whose words are looked for when somebody asks for them: of a listing's many papers, most never are.
 * @param {Element} card
 * @param {Map<string, Record<string, unknown>>} entries
 * @param {boolean} guess  whether a long text is an abstract even if nothing says so
 * @returns {PaperOnPage | null}
 */
function paperOfCard(card, entries, guess) {
  const heading = card.querySelector("h3");
  const id = idOfCard(card, heading);
  if (!id) return null;
  /** @type {Words | null} */
  let found = null;
  const words = () => (found ??= wordsOfCard(card, heading, entries.get(id.id), guess));
  return {
    key: id.key,
    card,
    get fields() {
      return words().fields;
    },
    get title() {
      return words().title;
    },
    get abstract() {
      return words().abstract;
    },
    source: "huggingface",
    url: `https://huggingface.co/papers/${id.id}`,
  };
}

/**
 * @param {Element} card
 * @param {Element | null} heading
 * @param {Record<string, unknown> | undefined} item
 * @param {boolean} guess
 * @returns {Words}
 */
function wordsOfCard(card, heading, item, guess) {
  const title = heading && (heading.querySelector("a[href]") ?? heading);
  const entry = trusted(entryOf(item), title);
  const abstract = abstractElement(elementsAfter(card, heading), entry, guess);
  const shown = oneLine(abstract?.textContent);
  return {
    fields: { ...(title && { title }), ...(abstract && { abstract }) },
    title: entry?.title || oneLine(title?.textContent) || undefined,
    abstract: entry?.abstract || (isCutShort(shown) ? "" : shown) || undefined,
  };
}

/**
 * The heading's link names the paper; pictures and comment counts link to it too, and cards can link to other papers.
 * @param {Element} card
 * @param {Element | null} heading
 */
function idOfCard(card, heading) {
  for (const part of [heading, card]) {
    for (const link of part?.querySelectorAll("a[href]") ?? []) {
      const id = huggingFacePaper(link.getAttribute("href") ?? "");
      if (id) return id;
    }
  }
  return null;
}

/**
 * @param {Entry | null} entry
 * @param {Element | null} title
 * @returns {Entry | null}  the entry, unless the card shows another title
 */
function trusted(entry, title) {
  return entry && (!title || sameText(title.textContent ?? "", entry.title)) ? entry : null;
}

/**
 * @param {Element[]} elements  of the card, below its title
 * @param {Entry | null} entry
 * @param {boolean} guess
 * @returns {Element | null}
 */
function abstractElement(elements, entry, guess) {
  if (!entry?.abstract) return guess ? longestBlock(elements, SHORTEST_ABSTRACT) : null;
  const known = elementHolding(elements, entry.abstract);
  if (known) return known;
  const longest = longestBlock(elements, SHORTEST_ABSTRACT);
  return longest && beginAlike(longest.textContent ?? "", entry.abstract) ? longest : null;
}
