// A stored quote beside the words that stand in its place today: what differs is told apart, and long stretches that are the same are
// cut short, so that a difference is in sight however long the quote is.

import { codePoints } from "./code-points.js";
import { fold } from "./fold.js";
import { hunksOf, textOf } from "./hunks.js";
import { readSelectors } from "./quote.js";
import { isInsideWord, tokensOf } from "./words.js";

/**
 * @typedef {import("../shared/types.js").CanonicalText} CanonicalText
 * @typedef {import("../shared/types.js").Selector} Selector
 * @typedef {import("./hunks.js").Hunk} Hunk
 * @typedef {import("./words.js").Token} Token
 *
 * @typedef {{text: string, differs: boolean}} Run
 * @typedef {{was: Run[], is: Run[]}} Comparison
 */

/** A stretch of more words that are the same is cut short, to so many beside each difference. */
const LONG = 24;
const KEPT = 8;

/**
 * @param {CanonicalText} canonical
 * @param {Selector[]} selectors
 * @param {{start: number, end: number}} place  code points, where the quote was found
 * @returns {Comparison}
 */
export function comparisonAt({ text, length }, selectors, { start, end }) {
  const { exact = "", prefix = "", suffix = "" } = readSelectors(selectors)?.quote() ?? {};
  const { toUnit } = codePoints(text, length);
  const [from, to] = [toUnit(start), toUnit(end)];
  const today = text.slice(from, to);
  if (exact !== today) return comparisonOf(exact, today);
  // The words are the same: whatever differs is joined to them.
  return comparisonOf(wholeWords(prefix + exact + suffix, prefix.length, prefix.length + exact.length), wholeWords(text, from, to));
}

/**
 * @param {string} was
 * @param {string} is
 * @returns {Comparison}
 */
export function comparisonOf(was, is) {
  const whole = wordsApart(was, is);
  return { was: cut(whole.was), is: cut(whole.is) };
}

/**
 * The same with nothing cut short.
 * @param {string} was
 * @param {string} is
 * @returns {Comparison}
 */
export function wordsApart(was, is) {
  const tokens = { was: tokensOf(was), is: tokensOf(is) };
  const folded = hunksOf(tokens.was, tokens.is).filter((hunk) => fold(textOf(was, hunk.was)).text !== fold(textOf(is, hunk.is)).text);
  // Where all is the same but for its spelling, its spelling is what differs.
  const hunks = folded.length ? folded : hunksOf(asSpelt(was, tokens.was), asSpelt(is, tokens.is));
  return {
    was: runsOf(was, tokens.was, hunks.map((hunk) => ({ differing: hunk.was, at: hunk.wasAt }))),
    is: runsOf(is, tokens.is, hunks.map((hunk) => ({ differing: hunk.is, at: hunk.isAt }))),
  };
}

/** @param {string} text @param {Token[]} tokens @returns {Token[]} */
function asSpelt(text, tokens) {
  return tokens.map((token) => ({ ...token, key: text.slice(token.start, token.end) }));
}

/**
 * @param {string} text
 * @param {Token[]} tokens
 * @param {Array<{differing: Token[], at: number}>} hunks
 * @returns {Run[]}  what is the same and what differs by turns; where the other text alone has words, the latter is empty
 */
function runsOf(text, tokens, hunks) {
  /** @type {Run[]} */
  const runs = [];
  let end = 0;
  for (const { differing, at } of hunks) {
    const start = tokens[at]?.start ?? text.length;
    runs.push({ text: text.slice(end, start), differs: false });
    end = differing.at(-1)?.end ?? start;
    runs.push({ text: text.slice(start, end), differs: true });
  }
  runs.push({ text: text.slice(end), differs: false });
  return runs;
}

/** @param {Run[]} runs */
function cut(runs) {
  return runs.length > 1 ? runs.map((run, index) => (run.differs ? run : { ...run, text: shortened(run.text, index > 0, index < runs.length - 1) })) : runs;
}

/**
 * @param {string} text
 * @param {boolean} follows  a difference
 * @param {boolean} precedes  another
 */
function shortened(text, follows, precedes) {
  const words = text.match(/\s*(?:⟦[^⟧]*⟧|\S)+/gu) ?? [];
  if (words.length <= LONG) return text;
  const [head, tail] = [follows ? words.slice(0, KEPT).join("") : "", precedes ? words.slice(-KEPT).join("") : ""];
  return `${head} …${tail}${precedes ? (/\s*$/u.exec(text)?.[0] ?? "") : ""}`;
}

/**
 * @param {string} text
 * @param {number} start
 * @param {number} end
 */
function wholeWords(text, start, end) {
  let [from, to] = [start, end];
  while (isInsideWord(text, from)) from--;
  while (isInsideWord(text, to)) to++;
  return text.slice(from, to);
}
