// Postil's own pages: they say in attributes which paper a card shows and where its fields are.

import { oneLine } from "./page-text.js";

/**
 * @typedef {import("../shared/types.js").Adapter} Adapter
 * @typedef {import("../shared/types.js").PaperOnPage} PaperOnPage
 */

const CARD = "[data-postil-paper]";
const KEY = /^[a-z0-9]+:\S+$/u;

/** @type {Adapter} */
const postilListing = {
  name: "postil-listing",
  matches: (_url, doc) => doc.querySelector(CARD) !== null,
  papers: (doc) => [...doc.querySelectorAll(CARD)].flatMap((card) => paperOfCard(card, doc) ?? []),
  island: () => null,
};
export default postilListing;

/**
 * @param {Element} card
 * @param {Document} doc
 * @returns {PaperOnPage | null}
 */
function paperOfCard(card, doc) {
  const key = card.getAttribute("data-postil-paper") ?? "";
  if (!KEY.test(key)) return null;
  const title = field(card, "title");
  const abstract = field(card, "abstract");
  const version = Number(card.getAttribute("data-postil-version"));
  return {
    key,
    card,
    fields: { ...(title && { title }), ...(abstract && { abstract }) },
    ...(title && { title: oneLine(title.textContent) }),
    ...(abstract && { abstract: oneLine(abstract.textContent) }),
    source: card.getAttribute("data-postil-source") || "postil",
    ...(Number.isSafeInteger(version) && version > 0 && { version }),
    url: address(card.getAttribute("data-postil-url"), doc),
  };
}

/**
 * @param {Element} card
 * @param {"title" | "abstract"} name
 * @returns {Element | null}  the card's own, not one of a card inside it
 */
function field(card, name) {
  const selector = `[data-postil-field="${name}"]`;
  return [...card.querySelectorAll(selector)].find((element) => element.closest(CARD) === card) ?? null;
}

/**
 * @param {string | null} href
 * @param {Document} doc
 */
function address(href, doc) {
  const here = new URL(doc.URL);
  here.hash = "";
  if (!href || !URL.canParse(href, doc.baseURI)) return here.href;
  const url = new URL(href, doc.baseURI);
  return /^https?:$/u.test(url.protocol) ? url.href : here.href;
}
