// Formulas that a page shows as their TeX source, between the delimiters that MathJax and KaTeX read: the same atoms as typeset ones,
// so that a text reads the same before and after its formulas are typeset.

import { spellAtom } from "./math-atoms.js";

/** What ends a block: no formula reaches over it. */
export const BREAK = "\u2029";

const INSIDE = String.raw`(?:\\[^${BREAK}]|[^$\\${BREAK}])`;
const FORMULA = new RegExp(
  [
    String.raw`\\\((?<round>[^${BREAK}]{1,1000}?)\\\)`,
    String.raw`\\\[(?<square>[^${BREAK}]{1,1000}?)\\\]`,
    String.raw`(?<![\\$])\$\$(?<display>${INSIDE}{1,1000}?)\$\$`,
    // As pandoc reads it: no blank inside the delimiters' edges, no digit after. "$5 and $10" is money.
    String.raw`(?<!\\)\$(?=[^\s$])(?<dollar>${INSIDE}{1,500}?)(?<=\S)\$(?!\d)`,
  ].join("|"),
  "gu",
);
/** Words in a row are prose between two dollar signs that have nothing to do with each other. */
const PROSE = /(?<![\\A-Za-z])[A-Za-z]{2,}\s+[A-Za-z]{2,}/u;
const TEXT_GROUP = /\\(?:text|mbox|mathrm|textrm|operatorname)\w*\s*\{[^{}]*\}/gu;

/**
 * @typedef {{start: number, end: number, text: string}} Atom  what stands for raw[start, end)
 *
 * @param {string} raw
 * @returns {Atom[]} in order
 */
export function rawFormulas(raw) {
  if (!raw.includes("$") && !raw.includes("\\(") && !raw.includes("\\[")) return [];
  const found = [];
  FORMULA.lastIndex = 0;
  for (let match = FORMULA.exec(raw); match; match = FORMULA.exec(raw)) {
    const { round, square, display, dollar } = /** @type {Record<string, string | undefined>} */ (match.groups);
    if (dollar !== undefined && PROSE.test(dollar.replace(TEXT_GROUP, ""))) FORMULA.lastIndex = match.index + 1;
    else found.push({ start: match.index, end: FORMULA.lastIndex, text: spellAtom(round ?? square ?? display ?? dollar ?? "") });
  }
  return found;
}
