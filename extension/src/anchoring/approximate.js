// Search of a quote that was edited: likely places by trigrams, the nearest stretch at each by alignment, its ends set where the
// quote's neighbours or the words' edges are.

import { distance, nearest } from "./alignment.js";
import { MOST_ERRORS } from "./evidence.js";
import { likelyPlaces } from "./trigrams.js";
import { isInsideWord } from "./words.js";

/**
 * @typedef {import("./alignment.js").Match} Match
 * @typedef {import("./quote.js").Wanted} Wanted
 * @typedef {import("./quote.js").Quote} Quote
 * @typedef {import("./subject.js").FoldedForm} FoldedForm
 */

/** A text up to this length is searched whole where trigrams tell nothing: for the shortest quotes. */
const SHORT_TEXT = 4096;
/** A longer quote is looked for at its likeliest place alone. */
const LONG_QUOTE = 1024;
const FEWEST_LETTERS = 8;
/** How much of the context marks where a quote begins and ends. */
const LANDMARK = 20;
const LEAST_LANDMARK = 6;
/** No further from a match than this: a word or two at its rim were edited. */
const REACH = 24;

/**
 * @param {FoldedForm} form
 * @param {string} text  that it is the form of
 * @param {Wanted} wanted
 * @returns {Generator<void, Match[]>}  in units of the folded text
 */
export function* nearly(form, text, wanted) {
  const quote = wanted.folded();
  const most = Math.floor(quote.exact.length * MOST_ERRORS);
  if (most < 1 || isMonotonous(quote.exact)) return [];
  const trigrams = yield* form.trigrams();
  /** @type {Match[]} */
  const matches = [];
  for (const { from, to } of stretches(form.text, trigrams, quote.exact, most)) {
    const match = yield* nearest(form.text.slice(from, to), quote.exact);
    if (match.errors <= most) matches.push({ start: from + match.start, end: from + match.end, errors: match.errors });
  }
  const fitted = [];
  for (const match of apart(matches)) fitted.push(yield* fit(form, text, wanted, match, most));
  return fitted.filter((match) => !isNeighbour(form.text, quote, match));
}

/**
 * In a text of a few letters everything resembles everything: a quote of so few is only ever looked for as it is.
 * @param {string} text
 */
function isMonotonous(text) {
  const letters = new Set(text).size;
  return letters < FEWEST_LETTERS && letters * 2 < text.length;
}

/**
 * Of matches that overlap, the nearest to the pattern: the others are the same place, cut off by the end of the stretch that was searched.
 * @param {Match[]} matches
 */
function apart(matches) {
  /** @type {Match[]} */
  const kept = [];
  for (const match of matches.sort((one, other) => one.errors - other.errors)) {
    if (!kept.some((other) => match.start < other.end && other.start < match.end)) kept.push(match);
  }
  return kept;
}

/**
 * @param {string} text
 * @param {import("./trigrams.js").Trigrams} trigrams
 * @param {string} pattern
 * @param {number} most
 */
function stretches(text, trigrams, pattern, most) {
  const likely = likelyPlaces(trigrams, pattern, most);
  if (!likely.length && text.length <= SHORT_TEXT) return [{ from: 0, to: text.length }];
  return pattern.length > LONG_QUOTE ? likely.slice(0, 1) : likely;
}

/**
 * Edits at a quote's rim leave ragged ends.
 * @param {FoldedForm} form
 * @param {string} read
 * @param {Wanted} wanted
 * @param {Match} rough
 * @param {number} most
 * @returns {Generator<void, Match>}
 */
function* fit(form, read, wanted, rough, most) {
  const { text } = form;
  const { exact, prefix, suffix } = wanted.folded();
  const words = wholeWords(form, read, wanted.quote(), rough);
  const start = endOfLandmark(text, prefix.slice(-LANDMARK), rough.start) ?? words.start;
  const end = nearestIndex(text, suffix.slice(0, LANDMARK), rough.end) ?? words.end;
  if (start === rough.start && end === rough.end) return rough;
  if (start >= end) return rough;
  const errors = yield* distance(text.slice(start, end), exact);
  return errors <= most ? { start, end, errors } : rough;
}

/**
 * Widened to whole words where the quote began and ended at the edges of words.
 * @param {FoldedForm} form
 * @param {string} text
 * @param {Quote} quote
 * @param {Match} match
 */
function wholeWords(form, text, { exact, prefix, suffix }, match) {
  const units = form.source(match.start, match.end);
  let { start, end } = match;
  if (!isInsideWord(prefix.slice(-1) + exact, prefix ? 1 : 0)) for (let at = units.start; isInsideWord(text, at); at--) start--;
  if (!isInsideWord(exact + suffix, exact.length)) for (let at = units.end; isInsideWord(text, at); at++) end++;
  return { start: Math.max(start, 0), end: Math.min(end, form.text.length) };
}

/**
 * Where the quote begins if what stood before it stands close by.
 * @param {string} text
 * @param {string} landmark
 * @param {number} at
 */
function endOfLandmark(text, landmark, at) {
  const start = nearestIndex(text, landmark, at - landmark.length);
  return start === null ? null : start + landmark.length;
}

/**
 * The same for what stood after it, or (from its start) for anything.
 * @param {string} text
 * @param {string} landmark
 * @param {number} at
 * @returns {number | null}
 */
function nearestIndex(text, landmark, at) {
  if (landmark.length < LEAST_LANDMARK) return null;
  let best = null;
  const last = at + REACH;
  for (let found = text.indexOf(landmark, Math.max(at - REACH, 0)); found >= 0 && found <= last; found = text.indexOf(landmark, found + 1)) {
    if (best === null || Math.abs(found - at) < Math.abs(best - at)) best = found;
  }
  return best;
}

/**
 * Whether a match is what stood beside the quote, and resembles it.
 * @param {string} text
 * @param {Quote} quote
 * @param {Match} match
 */
function isNeighbour(text, { exact, prefix, suffix }, { start, end }) {
  const [before, after] = [prefix.slice(-LANDMARK), suffix.slice(0, LANDMARK)];
  if (after.length === LANDMARK && text.startsWith(after, start) && !exact.startsWith(after)) return true;
  return before.length === LANDMARK && text.endsWith(before, end) && !exact.endsWith(before);
}
