// Where a quote and today's words differ in what a meaning hangs on: digits and negations.

import { hunksOf, textOf } from "./hunks.js";
import { hidesAddress, isOpposite, negationsIn, numbersIn, tokensOf } from "./words.js";

/**
 * @typedef {import("../shared/types.js").Difference} Difference
 * @typedef {import("./hunks.js").Hunk} Hunk
 */

/**
 * @param {string} was
 * @param {string} is
 * @returns {Difference[]}
 */
export function differencesOf(was, is) {
  return hunksOf(tokensOf(was), tokensOf(is)).flatMap((hunk) => {
    const texts = { was: textOf(was, hunk.was), is: textOf(is, hunk.is) };
    const kind = kindOf(texts, hunk);
    return kind ? [{ kind, ...texts }] : [];
  });
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
