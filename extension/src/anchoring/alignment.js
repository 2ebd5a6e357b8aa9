// Edit distances by Myers' bit-parallel algorithm in Hyyrö's form for patterns of any length: 32 rows of the table at a time.

/** Work between two looks at the clock: about a tenth of a millisecond. */
const STEP = 20_000;
const WORD = 32;

/**
 * @typedef {{start: number, end: number, errors: number}} Match
 *
 * The stretch of a text that is nearest to a pattern; of equally near ones, the one whose length is nearest to the pattern's.
 * @param {string} text
 * @param {string} pattern
 * @returns {Generator<void, Match>}
 */
export function* nearest(text, pattern) {
  const errors = yield* errorsAt(text, pattern, true);
  const end = leastAt(errors, pattern.length);
  const before = reversed(text.slice(0, end));
  const back = yield* errorsAt(before, reversed(pattern), false);
  const length = leastAt(back, pattern.length);
  return { start: end - length, end, errors: back[length] };
}

/**
 * Edits between two strings.
 * @param {string} one
 * @param {string} other
 * @returns {Generator<void, number>}
 */
export function* distance(one, other) {
  if (one === other) return 0;
  if (!one || !other) return Math.max(one.length, other.length);
  return (yield* errorsAt(one, other, false))[one.length];
}

/** @param {string} text  by units: only ever compared with another that was reversed so */
function reversed(text) {
  return text.split("").reverse().join("");
}

/**
 * @param {Int32Array} errors
 * @param {number} wanted
 */
function leastAt(errors, wanted) {
  let best = 0;
  for (let at = 1; at < errors.length; at++) {
    const better = errors[at] - errors[best] || Math.abs(at - wanted) - Math.abs(best - wanted);
    if (better < 0) best = at;
  }
  return best;
}

/**
 * For each offset, how many edits make the pattern of a stretch of the text that ends there.
 * @param {string} text
 * @param {string} pattern
 * @param {boolean} anywhere  the stretch may begin anywhere; otherwise at the text's beginning
 * @returns {Generator<void, Int32Array>}
 */
function* errorsAt(text, pattern, anywhere) {
  const words = Math.ceil(pattern.length / WORD);
  const masks = masksOf(pattern, words);
  const none = new Uint32Array(words);
  const plus = new Uint32Array(words).fill(0xffffffff);
  const minus = new Uint32Array(words);
  const last = 1 << ((pattern.length - 1) % WORD);
  const errors = new Int32Array(text.length + 1);
  errors[0] = pattern.length;
  let work = 0;
  for (let at = 0; at < text.length; at++) {
    const equal = masks.get(text.charCodeAt(at)) ?? none;
    let carry = anywhere ? 0 : 1;
    for (let word = 0; word < words; word++) carry = advance(plus, minus, word, equal[word], carry, word === words - 1 ? last : 1 << 31);
    errors[at + 1] = errors[at] + carry;
    if ((work += words) > STEP) {
      work = 0;
      yield;
    }
  }
  return errors;
}

/**
 * Where each character stands in the pattern, as bits.
 * @param {string} pattern
 * @param {number} words
 */
function masksOf(pattern, words) {
  /** @type {Map<number, Uint32Array>} */
  const masks = new Map();
  for (let at = 0; at < pattern.length; at++) {
    const code = pattern.charCodeAt(at);
    let mask = masks.get(code);
    if (!mask) masks.set(code, (mask = new Uint32Array(words)));
    mask[at >>> 5] |= 1 << (at & 31);
  }
  return masks;
}

/**
 * One column of 32 rows: the differences between rows (plus, minus), and the difference that goes on to the rows below.
 * @param {Uint32Array} plus
 * @param {Uint32Array} minus
 * @param {number} word
 * @param {number} equal
 * @param {number} carry  -1, 0 or 1
 * @param {number} lowest  the bit of the last row
 */
function advance(plus, minus, word, equal, carry, lowest) {
  const up = plus[word];
  const down = minus[word];
  const vertical = equal | down;
  if (carry < 0) equal |= 1;
  const horizontal = (((equal & up) + up) ^ up) | equal;
  let raised = down | ~(horizontal | up);
  let lowered = up & horizontal;
  const out = raised & lowest ? 1 : lowered & lowest ? -1 : 0;
  raised <<= 1;
  lowered <<= 1;
  if (carry < 0) lowered |= 1;
  else if (carry > 0) raised |= 1;
  plus[word] = lowered | ~(vertical | raised);
  minus[word] = raised & vertical;
  return out;
}
