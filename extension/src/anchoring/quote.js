// Exact search of a quote, and the weighing of its places by what stands before and after them.

/**
 * @typedef {object} Quote
 * @property {string} exact
 * @property {string} prefix
 * @property {string} suffix
 *
 * @typedef {object} Place  units of the text that was searched
 * @property {number} start
 * @property {number} end
 * @property {number} agreed  characters of context that agree
 * @property {boolean} held  enough context agrees to trust the place
 * @property {boolean} bare  there is no context to compare
 *
 * @typedef {{from: number, to: number}} View  the part of the text that is not cut off by an ellipsis
 */

/** So many characters of agreeing context make a place sure. */
const ENOUGH_CONTEXT = 12;
/** Fewer do when they are all that the text's edges leave to compare, and none disagrees. */
const ALL_THERE_IS = 4;

/**
 * @param {string} text
 * @returns {View}
 */
export function viewOf(text) {
  const lead = /^(?:…|\.\.\.) ?/u.exec(text)?.[0].length ?? 0;
  const tail = / ?(?:…|\.\.\.)$/u.exec(text)?.[0].length ?? 0;
  return { from: lead, to: Math.max(text.length - tail, lead) };
}

/**
 * Every place of a quote, overlapping ones too.
 * @param {string} text
 * @param {View} view
 * @param {Quote} quote
 * @returns {Place[]}
 */
export function places(text, view, quote) {
  const found = [];
  for (let at = text.indexOf(quote.exact); at >= 0; at = text.indexOf(quote.exact, at + 1)) {
    found.push(weigh(text, view, quote, at, at + quote.exact.length));
  }
  return found;
}

/**
 * @param {string} text
 * @param {View} view
 * @param {Quote} quote
 * @param {number} start
 * @param {number} end
 * @returns {Place}
 */
export function weigh(text, view, quote, start, end) {
  const roomBefore = Math.max(start - view.from, 0);
  const roomAfter = Math.max(view.to - end, 0);
  const before = agreeingEnd(text, start, quote.prefix, roomBefore);
  const after = agreeingStart(text, end, quote.suffix, roomAfter);
  const comparable = Math.min(quote.prefix.length, roomBefore) + Math.min(quote.suffix.length, roomAfter);
  const agreed = before + after;
  const oneSide = holds(before, quote.prefix.length, roomBefore) || holds(after, quote.suffix.length, roomAfter);
  return { start, end, agreed, held: oneSide || (agreed === comparable && agreed >= ALL_THERE_IS), bare: comparable === 0 };
}

/**
 * Whether one side vouches for a place: a good stretch agrees, or all there was up to the text's edge.
 * @param {number} agreed
 * @param {number} stored
 * @param {number} room
 */
function holds(agreed, stored, room) {
  return agreed >= ENOUGH_CONTEXT || (agreed > 0 && agreed === stored && agreed === room);
}

/**
 * @param {string} text
 * @param {number} at
 * @param {string} prefix
 * @param {number} room
 */
function agreeingEnd(text, at, prefix, room) {
  const most = Math.min(prefix.length, room);
  let count = 0;
  while (count < most && text[at - 1 - count] === prefix[prefix.length - 1 - count]) count++;
  return count;
}

/**
 * @param {string} text
 * @param {number} at
 * @param {string} suffix
 * @param {number} room
 */
function agreeingStart(text, at, suffix, room) {
  const most = Math.min(suffix.length, room);
  let count = 0;
  while (count < most && text[at + count] === suffix[count]) count++;
  return count;
}

/**
 * The one place that context (or, between equals, the expected position) decides for; null rather than a guess.
 * @template {Place} T
 * @param {T[]} candidates
 * @param {number} expected  unit where the quote began when it was made; -1 when unknown
 * @returns {T | null}
 */
export function choose(candidates, expected) {
  if (candidates.length < 2) return candidates[0] ?? null;
  const most = Math.max(...candidates.map((place) => place.agreed));
  const best = candidates.filter((place) => place.agreed === most);
  const chosen = best.length === 1 ? best[0] : best.find((place) => place.start === expected);
  return chosen && (chosen.held || chosen.start === expected) ? chosen : null;
}
