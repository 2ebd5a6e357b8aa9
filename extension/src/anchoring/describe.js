// From a selection on the page to the selectors that are stored.

import { spanOf, wholeUnits } from "./canonical-text.js";
import { codePoints, countPoints, utf8Length } from "./code-points.js";
import { viewOf } from "./subject.js";

/**
 * @typedef {import("../shared/types.js").CanonicalText} CanonicalText
 * @typedef {import("../shared/types.js").Selector} Selector
 * @typedef {import("./canonical-text.js").Span} Span
 *
 * @typedef {"nothing selected" | "one character" | "too long"} Refusal
 * @typedef {{selectors: Selector[], quote: string}} Described
 * @typedef {{refused: Refusal}} Refused
 */

const LONGEST_QUOTE = 8 * 1024;
const CONTEXT = 32;
const LONGEST_CONTEXT = 64;

/**
 * @param {CanonicalText} canonical
 * @param {AbstractRange} range  what reaches beyond the field is clipped
 * @returns {Described | Refused}
 */
export function describe(canonical, range) {
  const covered = spanOf(canonical, range);
  const cut = slicer(canonical);
  const span = covered && trim(canonical, cut, covered);
  if (!span || span.start >= span.end) return { refused: "nothing selected" };
  const exact = cut(span.start, span.end);
  if (isOneCharacter(exact)) return { refused: "one character" };
  if (utf8Length(exact) > LONGEST_QUOTE) return { refused: "too long" };
  return {
    quote: exact,
    selectors: [
      { type: "TextQuoteSelector", exact, prefix: prefixOf(canonical, cut, span), suffix: suffixOf(canonical, cut, span) },
      { type: "TextPositionSelector", start: span.start, end: span.end },
    ],
  };
}

/**
 * @typedef {(start: number, end: number) => string} Cut
 *
 * @param {CanonicalText} canonical
 * @returns {Cut}  cuts by code points
 */
function slicer({ text, length }) {
  const { toUnit } = codePoints(text, length);
  return (start, end) => text.slice(toUnit(start), toUnit(end));
}

/**
 * A span without spaces at its ends, and without the ellipsis of a shortened text.
 * @param {CanonicalText} canonical
 * @param {Cut} cut
 * @param {Span} span
 * @returns {Span}
 */
function trim(canonical, cut, span) {
  const view = viewOf(canonical.text);
  let start = Math.max(span.start, countPoints(canonical.text.slice(0, view.from)));
  let end = Math.min(span.end, countPoints(canonical.text.slice(0, view.to)));
  while (start < end && cut(start, start + 1) === " ") start++;
  while (start < end && cut(end - 1, end) === " ") end--;
  return { start, end };
}

/** @param {string} exact */
function isOneCharacter(exact) {
  const [first] = new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(exact);
  return first.segment.length === exact.length;
}

/**
 * @param {CanonicalText} canonical
 * @param {Cut} cut
 * @param {Span} span
 */
function prefixOf(canonical, cut, { start }) {
  let from = Math.max(start - CONTEXT, 0);
  const last = Math.max(start - LONGEST_CONTEXT, 0);
  while (from > last && cut(from - 1, from) !== " ") from--;
  return cut(Math.min(wholeUnits(canonical, from, start).start, start), start);
}

/**
 * @param {CanonicalText} canonical
 * @param {Cut} cut
 * @param {Span} span
 */
function suffixOf(canonical, cut, { end }) {
  let to = Math.min(end + CONTEXT, canonical.length);
  const last = Math.min(end + LONGEST_CONTEXT, canonical.length);
  while (to < last && cut(to, to + 1) !== " ") to++;
  return cut(end, Math.max(wholeUnits(canonical, end, to).end, end));
}
