// What the tests of anchoring do on a page, wherever the page is (jsdom or a browser): fields made from HTML, quotes selected in them
// as a reader would, and met again.

import { anchor } from "../../extension/src/anchoring/anchor.js";
import { canonicalText } from "../../extension/src/anchoring/canonical-text.js";
import { describe } from "../../extension/src/anchoring/describe.js";

/**
 * @param {(html: string) => Element} fieldOf  a field with this inside
 */
export function pageOf(fieldOf) {
  /** The selectors that a note on this text of this field would store. */
  const noteIn = (root, text, nth) => {
    const described = describe(canonicalText(root), selectText(root, text, nth));
    if (described.refused) throw new Error(described.refused);
    return described.selectors;
  };
  return {
    fieldOf,
    noteIn,
    noteOn: (html, text, nth) => noteIn(fieldOf(html), text, nth),
    anchorOn: (html, selectors) => anchorIn(fieldOf(html), selectors),
    anchorIn,
    describeIn: (root, range) => describe(canonicalText(root), range),
  };
}

/** Anchors in a field and tells, beside the anchor, the characters that it covers. */
function anchorIn(root, selectors) {
  const canonical = canonicalText(root);
  const found = anchor(canonical, selectors);
  const text = [...canonical.text].slice(found.start, found.end).join("");
  const painted = rangeFrom(root, canonical.rangeOf(found.start, found.end)).toString();
  return { ...found, text, painted };
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

/** A range between two points, each a node and an offset. */
export function between(root, [startContainer, startOffset], [endContainer, endOffset]) {
  return rangeFrom(root, { startContainer, startOffset, endContainer, endOffset });
}

/** Splits every text node at every character. */
export function splitAll(node) {
  for (const child of [...node.childNodes]) {
    if (child.nodeType === 3) for (let rest = child; rest.length > 1; ) rest = rest.splitText(1);
    else splitAll(child);
  }
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
