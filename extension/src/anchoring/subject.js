// A canonical text with what searching it needs, made when first needed and kept as long as the text is.

import { codePoints } from "./code-points.js";
import { foldInSteps } from "./fold.js";
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
 * @typedef {Form & {trigrams: () => Generator<void, import("./trigrams.js").Trigrams>}} FoldedForm
 *
 * @typedef {object} Subject
 * @property {CanonicalText} canonical
 * @property {import("./code-points.js").CodePoints} points
 * @property {Form} read
 * @property {() => Generator<void, FoldedForm>} folded  in steps when it is made, at once from then on
 */

/** " ..." */
const LONGEST_ELLIPSIS = 4;

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
    folded: kept(function* () {
      const folded = yield* foldInSteps(text);
      yield;
      return { ...folded, view: viewOf(folded.text), trigrams: kept(() => trigramsOf(folded.text)) };
    }),
  };
}

/**
 * What takes steps to make when it is first asked for, and is there from then on.
 * @template T
 * @param {() => Generator<void, T>} make
 * @returns {() => Generator<void, T>}
 */
function kept(make) {
  /** @type {T | undefined} */
  let made;
  return function* () {
    made ??= yield* make();
    return made;
  };
}

/**
 * @param {string} text
 * @returns {View}
 */
export function viewOf(text) {
  const lead = /^(?:…|\.\.\.) ?/u.exec(text.slice(0, LONGEST_ELLIPSIS))?.[0].length ?? 0;
  const tail = / ?(?:…|\.\.\.)$/u.exec(text.slice(-LONGEST_ELLIPSIS))?.[0].length ?? 0;
  return { from: lead, to: Math.max(text.length - tail, lead) };
}
