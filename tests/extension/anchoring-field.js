// Fields to anchor in, for the tests: made from HTML, with quotes selected in them as a reader would.

import { JSDOM } from "jsdom";
import { anchor } from "../../extension/src/anchoring/anchor.js";
import { canonicalText } from "../../extension/src/anchoring/canonical-text.js";
import { describe } from "../../extension/src/anchoring/describe.js";

const parser = new (new JSDOM("").window.DOMParser)();

/**
 * A field in a document of its own.
 * @param {string} html  the inside of the field
 */
export function fieldOf(html) {
  const page = `<main><div id="field">${html}</div><p id="outside">Outside.</p></main>`;
  return parser.parseFromString(page, "text/html").getElementById("field");
}

/** A DOM range over the nth place of some canonical text. */
export function selectText(root, text, nth = 1) {
  const canonical = canonicalText(root);
  let at = -1;
  for (let count = 0; count < nth; count++) at = canonical.text.indexOf(text, at + 1);
  if (at < 0) throw new Error(`"${text}" is not in "${canonical.text}"`);
  const start = [...canonical.text.slice(0, at)].length;
  return rangeFrom(root, canonical.rangeOf(start, start + [...text].length));
}

export function rangeFrom(root, init) {
  const range = root.ownerDocument.createRange();
  range.setStart(init.startContainer, init.startOffset);
  range.setEnd(init.endContainer, init.endOffset);
  return range;
}

/** The selectors that a note on this text of this page would store. */
export function noteOn(html, text, nth) {
  const root = fieldOf(html);
  const described = describe(canonicalText(root), selectText(root, text, nth));
  if (described.refused) throw new Error(described.refused);
  return described.selectors;
}

/** Anchors on a page and tells, beside the anchor, the characters that it covers. */
export function anchorOn(html, selectors) {
  const root = fieldOf(html);
  const canonical = canonicalText(root);
  const found = anchor(canonical, selectors);
  const text = [...canonical.text].slice(found.start, found.end).join("");
  const painted = rangeFrom(root, canonical.rangeOf(found.start, found.end)).toString();
  return { ...found, text, painted };
}

/** A small seeded generator (mulberry32), so that a failing run can be repeated. */
export function randomFrom(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (top) => Math.floor(next() * top);
  return { below, pick: (list) => list[below(list.length)] };
}
