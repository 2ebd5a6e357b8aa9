// A canonical text with what searching it needs, made when first needed and kept as long as the text is.

import { codePoints } from "./code-points.js";
import { fold } from "./fold.js";
import { trigramsOf } from "./trigrams.js";

/**
 * @typedef {import("../shared/types.js").CanonicalText} CanonicalText
 * @typedef {import("./quote.js").Position} Position
 * @typedef {{from: number, to: number}} View  the part of a text that is not cut off by an ellipsis
 *
 * @typedef {object} Form  of a text: as read, or folded
 * @property {string} text
 * @property {View} view
 * @property {(start: number, end: number) => Position} source  a stretch of it in units of the canonical text
 *
 * @typedef {Form & {trigrams: () => import("./trigrams.js").Trigrams}} FoldedForm
 *
 * @typedef {object} Subject
 * @property {CanonicalText} canonical
 * @property {import("./code-points.js").CodePoints} points
 * @property {Form} read
 * @property {() => FoldedForm} folded
 */

/** @type {WeakMap<CanonicalText, Subject>} */
const subjects = new WeakMap();

/**
 * @param {CanonicalText} canonical
 * @returns {Subject}
 */
export function subjectOf(canonical) {
  let subject = subjects.get(canonical);
  if (!subject) subjects.set(canonical, (subject = makeSubject(canonical)));
  return subject;
}

/**
 * @param {CanonicalText} canonical
 * @returns {Subject}
 */
function makeSubject(canonical) {
  const { text, length } = canonical;
  return {
    canonical,
    points: codePoints(text, length),
    read: { text, view: viewOf(text), source: (start, end) => ({ start, end }) },
    folded: once(() => {
      const folded = fold(text);
      return { ...folded, view: viewOf(folded.text), trigrams: once(() => trigramsOf(folded.text)) };
    }),
  };
}

/**
 * @template T
 * @param {() => T} make
 * @returns {() => T}
 */
function once(make) {
  /** @type {T | undefined} */
  let made;
  return () => (made ??= make());
}

/**
 * @param {string} text
 * @returns {View}
 */
export function viewOf(text) {
  const lead = /^(?:…|\.\.\.) ?/u.exec(text)?.[0].length ?? 0;
  const tail = / ?(?:…|\.\.\.)$/u.exec(text)?.[0].length ?? 0;
  return { from: lead, to: Math.max(text.length - tail, lead) };
}
