// What is looked for: a stored quote with its context, as read from selectors, and the forms of it that are compared with a text.

import { fold } from "./fold.js";
import { normalString } from "./normal-text.js";

/**
 * @typedef {import("../shared/types.js").Selector} Selector
 *
 * @typedef {object} Quote
 * @property {string} exact
 * @property {string} prefix
 * @property {string} suffix
 * @property {number} ownBefore  so much of the prefix stands in the quote's own sentence
 * @property {number} ownAfter
 *
 * @typedef {{start: number, end: number}} Position
 * @typedef {{exact: string, prefix: string, suffix: string}} Stored
 *
 * @typedef {object} Wanted
 * @property {Stored} stored  to the letter
 * @property {() => Quote} quote  as canonical text has it
 * @property {() => Quote} folded
 * @property {Position | null} position
 */

const SENTENCE_END = /[.!?…]["'”’»)\]]*(?=\s|$)|[。！？]/gu;

/**
 * Selectors come from servers: whatever is malformed in them is left aside, and without a quote nothing can be verified.
 * @param {Selector[]} selectors
 * @returns {Wanted | null}
 */
export function readSelectors(selectors) {
  /** @type {Stored | null} */
  let stored = null;
  /** @type {Position | null} */
  let position = null;
  for (const selector of Array.isArray(selectors) ? selectors : []) {
    if (selector?.type === "TextQuoteSelector") stored ??= readQuote(selector);
    else if (selector?.type === "TextPositionSelector") position ??= readPosition(selector);
  }
  return stored && wantedFrom(stored, position);
}

/**
 * @param {Stored} stored
 * @param {Position | null} position
 * @returns {Wanted}
 */
function wantedFrom(stored, position) {
  /** @type {Quote | undefined} */
  let normal;
  /** @type {Quote | undefined} */
  let folded;
  const quote = () => (normal ??= normalQuote(stored));
  return { stored, quote, folded: () => (folded ??= foldedQuote(quote())), position };
}

/** @param {import("../shared/types.js").TextQuoteSelector} selector */
function readQuote({ exact, prefix, suffix }) {
  if (typeof exact !== "string" || !exact) return null;
  return { exact, prefix: typeof prefix === "string" ? prefix : "", suffix: typeof suffix === "string" ? suffix : "" };
}

/**
 * @param {import("../shared/types.js").TextPositionSelector} selector
 * @returns {Position | null}
 */
function readPosition({ start, end }) {
  return Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && end > start ? { start, end } : null;
}

/**
 * As canonical text has it; spaces at the quote's edges go to its context.
 * @param {Stored} stored
 * @returns {Quote}
 */
function normalQuote(stored) {
  const [lead, tail] = [/^\s*/u, /\s*$/u].map((edge) => /** @type {RegExpExecArray} */ (edge.exec(stored.exact))[0]);
  const exact = normalString(stored.exact).trim();
  const prefix = normalString(stored.prefix + lead);
  const suffix = normalString(tail + stored.suffix);
  return { exact, prefix, suffix, ownBefore: ownBefore(prefix), ownAfter: ownAfter(exact, suffix) };
}

/** @param {string} prefix */
function ownBefore(prefix) {
  const last = [...prefix.matchAll(SENTENCE_END)].at(-1);
  return last ? prefix.slice(last.index + last[0].length).trimStart().length : prefix.length;
}

/** @param {string} exact @param {string} suffix */
function ownAfter(exact, suffix) {
  const ended = [...(exact + suffix).matchAll(SENTENCE_END)].find((end) => end.index + end[0].length >= exact.length);
  return ended ? ended.index + ended[0].length - exact.length : suffix.length;
}

/**
 * @param {Quote} quote
 * @returns {Quote}
 */
function foldedQuote({ exact, prefix, suffix, ownBefore, ownAfter }) {
  const folded = (/** @type {string} */ text) => fold(text).text;
  return {
    exact: folded(exact),
    prefix: folded(prefix),
    suffix: folded(suffix),
    ownBefore: folded(prefix.slice(prefix.length - ownBefore)).length,
    ownAfter: folded(suffix.slice(0, ownAfter)).length,
  };
}
