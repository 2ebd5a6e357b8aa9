// The canonical text of a field: what quotes and offsets are stored against, and the way back to the page's nodes.

import { endPoint, flatten, rawOffsets, startPoint } from "./flat-text.js";
import { normalInSteps, pointsOfRaw, rawOfSpan, widen } from "./normal-text.js";
import { rawFormulas } from "./raw-tex.js";
import { finish } from "./slices.js";

/**
 * @typedef {import("../shared/types.js").CanonicalText} CanonicalText
 * @typedef {{flat: import("./flat-text.js").FlatText, normal: import("./normal-text.js").NormalText}} Layout
 * @typedef {{start: number, end: number}} Span  code points of the canonical text
 */

/** @type {WeakMap<CanonicalText, Layout>} */
const layouts = new WeakMap();

/**
 * @param {Node} root
 * @param {string} [aside]  a selector: what stands in it and is the page's word, not the text's
 * @returns {CanonicalText}
 */
export function canonicalText(root, aside) {
  return finish(reading(root, aside));
}

/**
 * The same in steps, for a long text. What changes on the page meanwhile is for whoever watches the page: it is read anew then.
 * @param {Node} root
 * @param {string} [aside]
 * @returns {Generator<void, CanonicalText>}
 */
export function* reading(root, aside) {
  const flat = yield* flatten(root, aside);
  const normal = yield* normalInSteps(flat.raw, atomsOf(flat));
  const layout = { flat, normal };
  /** @type {CanonicalText} */
  const canonical = {
    text: normal.text,
    length: normal.length,
    rangeOf: (start, end) => rangeOf(layout, start, end),
    offsetOf: (node, offset) => offsetsOf(layout, node, offset).floor,
  };
  layouts.set(canonical, layout);
  return canonical;
}

/**
 * Formulas, typeset ones and those that still stand as their source.
 * @param {import("./flat-text.js").FlatText} flat
 */
function atomsOf({ raw, pieces }) {
  const typeset = pieces.filter((piece) => piece.atom).map(({ start, end }) => ({ start, end, text: raw.slice(start, end) }));
  const source = rawFormulas(raw).filter((one) => !typeset.some((other) => one.start < other.end && other.start < one.end));
  return [...typeset, ...source].sort((one, other) => one.start - other.start);
}

/**
 * The span that a DOM range covers, widened to whole graphemes and formulas and clipped to the field. Null when the range
 * is not in the field's document.
 * @param {CanonicalText} canonical
 * @param {AbstractRange} range
 * @returns {Span | null}
 */
export function spanOf(canonical, range) {
  const layout = layoutOf(canonical);
  const tree = layout.flat.root.getRootNode();
  if (range.startContainer.getRootNode() !== tree || range.endContainer.getRootNode() !== tree) return null;
  const start = offsetsOf(layout, range.startContainer, range.startOffset).floor;
  const end = offsetsOf(layout, range.endContainer, range.endOffset).ceil;
  return { start, end: range.collapsed ? start : Math.max(start, end) };
}

/**
 * A span widened so that it cuts no grapheme and no formula.
 * @param {CanonicalText} canonical
 * @param {number} start
 * @param {number} end
 * @returns {Span}
 */
export function wholeUnits(canonical, start, end) {
  return widen(layoutOf(canonical).normal, start, end);
}

/**
 * What is indivisible and of more than one character: formulas, letters of several parts.
 * @param {CanonicalText} canonical
 * @returns {Span[]}
 */
export function wholesOf(canonical) {
  return layoutOf(canonical).normal.segments.filter(({ whole, start, end }) => whole && end - start > 1);
}

/** @param {CanonicalText} canonical */
function layoutOf(canonical) {
  const layout = layouts.get(canonical);
  if (!layout) throw new TypeError("not a canonical text of this module");
  return layout;
}

/**
 * @param {Layout} layout
 * @param {number} start
 * @param {number} end
 */
function rangeOf({ flat, normal }, start, end) {
  const { from, to } = rawOfSpan(normal, start, end);
  const first = startPoint(flat, from);
  const last = start < end ? endPoint(flat, to) : first;
  return { startContainer: first.node, startOffset: first.offset, endContainer: last.node, endOffset: last.offset };
}

/**
 * @param {Layout} layout
 * @param {Node} node
 * @param {number} offset
 */
function offsetsOf({ flat, normal }, node, offset) {
  const raw = rawOffsets(flat, node, offset);
  return { floor: pointsOfRaw(normal, raw.floor).floor, ceil: pointsOfRaw(normal, raw.ceil).ceil };
}
