// Approximate search (Myers' bit-parallel algorithm, approx-string-match) for quotes whose text was edited.

import search from "approx-string-match";

/**
 * @typedef {{start: number, end: number, errors: number}} Match
 */

/** A quote that needed more edits than this share of its length is another sentence. */
export const MOST_ERRORS = 0.25;

/**
 * The nearest matches of a pattern, one for each place: of overlapping ones the one whose length is nearest the pattern's.
 * @param {string} text
 * @param {string} pattern
 * @returns {Match[]}
 */
export function approximate(text, pattern) {
  const most = Math.floor(pattern.length * MOST_ERRORS);
  if (most < 1 || text.length < pattern.length - most) return [];
  /** @type {Match[]} */
  const places = [];
  const matches = search(text, pattern, most).sort((a, b) => a.start - b.start || a.end - b.end);
  for (const match of matches) {
    const last = places.at(-1);
    if (!last || match.start >= last.end) places.push(match);
    else if (misfit(match, pattern) < misfit(last, pattern)) places[places.length - 1] = match;
  }
  return places;
}

/**
 * @param {Match} match
 * @param {string} pattern
 */
function misfit(match, pattern) {
  return match.errors * 2 + Math.abs(match.end - match.start - pattern.length);
}

/**
 * A match widened to whole words, for a quote that began and ended at word edges: edits at its rim leave ragged ends.
 * @param {string} text
 * @param {Match} match
 * @param {{start: boolean, end: boolean}} edges  which ends of the quote were word edges
 * @returns {Match}  with what it was widened by counted as errors
 */
export function toWords(text, match, edges) {
  let { start, end } = match;
  if (edges.start) while (start > 0 && isInsideWord(text, start)) start--;
  if (edges.end) while (end < text.length && isInsideWord(text, end)) end++;
  return { start, end, errors: match.errors + match.start - start + end - match.end };
}

/**
 * @param {string} text
 * @param {number} at
 */
export function isInsideWord(text, at) {
  return at > 0 && at < text.length && /^[\p{L}\p{N}\p{M}]{2}$/u.test(text[at - 1] + text[at]);
}
