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
 * @typedef {{quote: Quote, folded: () => Quote, position: Position | null}} Wanted
 */

const SENTENCE_END = /[.!?…]["'”’»)\]]*(?=\s|$)|[。！？]/gu;

/**
 * Selectors come from servers: whatever is malformed in them is left aside, and without a quote nothing can be verified.
 * @param {Selector[]} selectors
 * @returns {Wanted | null}
 */
export function readSelectors(selectors) {
  /** @type {{exact: string, prefix: string, suffix: string} | null} */
  let stored = null;
  /** @type {Position | null} */
  let position = null;
  for (const selector of Array.isArray(selectors) ? selectors : []) {
    if (selector?.type === "TextQuoteSelector") stored ??= readQuote(selector);
    else if (selector?.type === "TextPositionSelector") position ??= readPosition(selector);
  }
  const quote = stored && normalQuote(stored);
  if (!quote?.exact) return null;
  /** @type {Quote | undefined} */
  let folded;
  return { quote, folded: () => (folded ??= foldedQuote(quote)), position };
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
 * @param {{exact: string, prefix: string, suffix: string}} stored
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
