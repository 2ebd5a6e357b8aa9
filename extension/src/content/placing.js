// Where notes lie on a page: its fields are read, the quotes found in them. What was read or found once is kept with what it was found on.
import { anchor } from "../anchoring/anchor.js";
import { canonicalText } from "../anchoring/canonical-text.js";
import { comparisonAt } from "../anchoring/comparison.js";
import { madeOn } from "./made-on.js";

/** @import {CanonicalText, Note} from "../shared/types.js" */
/** @import {Placed, Shown} from "./margin.js" */

/** @typedef {typeof placing} Placing */

export const placing = Object.freeze({ text, place, compared });

/**
 * @param {Shown} shown
 * @param {Element} field
 */
function text(shown, field) {
  const known = shown.texts.get(field);
  if (known) return known;
  const read = canonicalText(field, shown.paper.aside);
  shown.texts.set(field, read);
  return read;
}

/**
 * @param {Shown} shown
 * @param {Note} note
 * @returns {Placed}
 */
function place(shown, note) {
  const nowhere = { note, range: null, start: 0, end: 0, field: null, differences: [], madeOn: madeOn(note, shown.paper) };
  if (!note.field || note.parent || !note.selectors.length) return { ...nowhere, result: null };
  const field = shown.fields[note.field];
  if (!field) return { ...nowhere, result: "not on this view" };
  const canonical = text(shown, field);
  const { result, start, end, differences } = anchored(shown, note, canonical);
  const range = result === "lost" || result === "not on this view" ? null : rangeOf(canonical, start, end);
  return { ...nowhere, result: range || result === "not on this view" ? result : "lost", range, start, end, field, differences };
}

/**
 * @param {Shown} shown
 * @param {Note} note
 * @param {CanonicalText} canonical
 */
function anchored(shown, note, canonical) {
  const asked = note.field + JSON.stringify(note.selectors);
  const known = shown.anchors.get(asked);
  if (known) return known;
  const found = anchor(canonical, note.selectors);
  shown.anchors.set(asked, found);
  return found;
}

/**
 * @param {CanonicalText} canonical
 * @param {number} start
 * @param {number} end
 */
function rangeOf(canonical, start, end) {
  if (end <= start) return null;
  return new StaticRange(canonical.rangeOf(start, end));
}

/**
 * @param {Shown} shown
 * @param {Placed} placed
 */
function compared(shown, { field, result, note, start, end }) {
  return field && result === "changed" ? comparisonAt(text(shown, field), note.selectors, { start, end }) : null;
}

/**
 * A live range over the same text: for its boxes only, never kept.
 * @param {StaticRange} fixed
 * @returns {Range | null} null when the page has replaced the text since
 */
export function liveRange(fixed) {
  const { startContainer, startOffset, endContainer, endOffset } = fixed;
  if (!startContainer.isConnected || !endContainer.isConnected) return null;
  if (startOffset > size(startContainer) || endOffset > size(endContainer)) return null;
  const range = /** @type {Document} */ (startContainer.ownerDocument).createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range;
}

/** @param {Node} node */
const size = (node) => node.nodeValue?.length ?? node.childNodes.length;
