// Where a quote and today's words differ in what a meaning hangs on: digits and negations.

import { hidesAddress, isOpposite, negationsIn, numbersIn, tokensOf } from "./words.js";

/**
 * @typedef {import("../shared/types.js").Difference} Difference
 * @typedef {import("./words.js").Token} Token
 *
 * @typedef {object} Hunk  tokens of the one that stand where tokens of the other stood
 * @property {Token[]} was
 * @property {Token[]} is
 */

/** A table of more cells than this is not made: the middle is then one hunk. */
const MOST_CELLS = 250_000;

/**
 * @param {string} was
 * @param {string} is
 * @returns {Difference[]}
 */
export function differencesOf(was, is) {
  return hunksOf(tokensOf(was), tokensOf(is)).flatMap((hunk) => {
    const texts = { was: cut(was, hunk.was), is: cut(is, hunk.is) };
    const kind = kindOf(texts, hunk);
    return kind ? [{ kind, ...texts }] : [];
  });
}

/** @param {string} text @param {Token[]} tokens */
function cut(text, tokens) {
  return tokens.length ? text.slice(tokens[0].start, tokens[tokens.length - 1].end) : "";
}

/**
 * @param {{was: string, is: string}} texts
 * @param {Hunk} hunk
 * @returns {Difference["kind"] | null}
 */
function kindOf({ was, is }, hunk) {
  const addresses = !hidesAddress(was) && !hidesAddress(is);
  if (numbersIn(was, addresses) !== numbersIn(is, addresses)) return "number";
  if (negationsIn(was) !== negationsIn(is)) return "negation";
  return hunk.was.length === 1 && hunk.is.length === 1 && isOpposite(hunk.was[0].key, hunk.is[0].key) ? "negation" : null;
}

/**
 * @param {Token[]} was
 * @param {Token[]} is
 * @returns {Hunk[]}
 */
function hunksOf(was, is) {
  let head = 0;
  while (head < was.length && head < is.length && was[head].key === is[head].key) head++;
  let tail = 0;
  const most = Math.min(was.length, is.length) - head;
  while (tail < most && was[was.length - 1 - tail].key === is[is.length - 1 - tail].key) tail++;
  const [one, other] = [was.slice(head, was.length - tail), is.slice(head, is.length - tail)];
  if (!one.length && !other.length) return [];
  return one.length * other.length > MOST_CELLS ? [{ was: one, is: other }] : aligned(one, other);
}

/**
 * By the longest common subsequence.
 * @param {Token[]} was
 * @param {Token[]} is
 * @returns {Hunk[]}
 */
function aligned(was, is) {
  const width = is.length + 1;
  const lengths = new Uint16Array((was.length + 1) * width);
  for (let i = was.length - 1; i >= 0; i--) {
    for (let j = is.length - 1; j >= 0; j--) {
      const [below, beside] = [lengths[(i + 1) * width + j], lengths[i * width + j + 1]];
      lengths[i * width + j] = was[i].key === is[j].key ? lengths[(i + 1) * width + j + 1] + 1 : Math.max(below, beside);
    }
  }
  /** @type {Hunk[]} */
  const hunks = [];
  /** @type {Hunk} */
  let hunk = { was: [], is: [] };
  const close = () => {
    if (hunk.was.length || hunk.is.length) hunks.push(hunk);
    hunk = { was: [], is: [] };
  };
  let [i, j] = [0, 0];
  while (i < was.length || j < is.length) {
    if (i < was.length && j < is.length && was[i].key === is[j].key) {
      close();
      i++;
      j++;
    } else if (j === is.length || (i < was.length && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])) hunk.was.push(was[i++]);
    else hunk.is.push(is[j++]);
  }
  close();
  return hunks;
}
