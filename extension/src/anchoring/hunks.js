// Two texts word by word: where they differ.

/**
 * @typedef {import("./words.js").Token} Token
 *
 * @typedef {object} Hunk  tokens of the one that stand where tokens of the other stood; one list may be empty
 * @property {Token[]} was
 * @property {Token[]} is
 * @property {number} wasAt  how many tokens of the one stand before it
 * @property {number} isAt
 */

/** A table of more cells than this is not made: the middle is then one hunk. */
const MOST_CELLS = 250_000;

/**
 * @param {Token[]} was
 * @param {Token[]} is
 * @returns {Hunk[]}
 */
export function hunksOf(was, is) {
  let head = 0;
  while (head < was.length && head < is.length && was[head].key === is[head].key) head++;
  let tail = 0;
  const most = Math.min(was.length, is.length) - head;
  while (tail < most && was[was.length - 1 - tail].key === is[is.length - 1 - tail].key) tail++;
  const [one, other] = [was.slice(head, was.length - tail), is.slice(head, is.length - tail)];
  if (!one.length && !other.length) return [];
  if (one.length * other.length > MOST_CELLS) return [{ was: one, is: other, wasAt: head, isAt: head }];
  return aligned(one, other).map((hunk) => ({ ...hunk, wasAt: hunk.wasAt + head, isAt: hunk.isAt + head }));
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
  /** @type {Hunk | null} */
  let open = null;
  let [i, j] = [0, 0];
  while (i < was.length || j < is.length) {
    if (i < was.length && j < is.length && was[i].key === is[j].key) {
      open = null;
      i++;
      j++;
      continue;
    }
    if (!open) hunks.push((open = { was: [], is: [], wasAt: i, isAt: j }));
    if (j === is.length || (i < was.length && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])) open.was.push(was[i++]);
    else open.is.push(is[j++]);
  }
  return hunks;
}

/** What tokens beside each other stand for. @param {string} text @param {Token[]} tokens */
export function textOf(text, tokens) {
  return tokens.length ? text.slice(tokens[0].start, tokens[tokens.length - 1].end) : "";
}
