// What touches a quote without being part of it: a word or number that its edge cuts ("5%" in "15%", "able" in "unable"), and a
// negation just beside it. The same characters do not mean the same there, and are not taken for the same.

import { fold } from "./fold.js";
import { isOpposite, negationsIn, numbersIn, tokensOf } from "./words.js";

/**
 * @typedef {import("../shared/types.js").Difference} Difference
 * @typedef {{before: string, after: string}} Surroundings
 */

// Classes of so many letters take milliseconds to be read, on every page: they stand in functions, and are read when one is called.
const endsWord = (/** @type {string} */ text) => /[\p{L}\p{N}\p{M}]$/u.test(text);
const beginsWord = (/** @type {string} */ text) => /^[\p{L}\p{N}\p{M}]/u.test(text);
const joinedAtEnd = (/** @type {string} */ text) => /[-‐‑−–'’^_/.,±+<>~=\p{L}\p{N}\p{M}]*$/u.exec(text)?.[0] ?? "";
const joinedAtStart = (/** @type {string} */ text) => /^[-‐‑−–'’^_/.,%‰°×\p{L}\p{N}\p{M}]*/u.exec(text)?.[0] ?? "";
/** Without punctuation at the far end of what is joined, which joins nothing. @param {string} text */
const withoutLooseStart = (text) => text.replace(/^[^\p{L}\p{N}\p{M}]+(?=[\p{L}\p{N}\p{M}])/u, "");
/** Writing without spaces: what stands beside a word there is the next word. @param {string} [letter] */
const isUnspaced = (letter = "") => /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u.test(letter);
const LOOSE_AFTER = /[-‐‑−–'’^_/.,]+$/u;
const SIGN_ONLY = /^[-−–±+<>~=]$/u;
const CLAUSE_BEFORE = /[^.!?;:,。，]*$/u;
const CLAUSE_AFTER = /^[^.!?;:,。，]*/u;
const ENDS_CLAUSE = /[.!?;:,。，]["'”’»)\]]*$/u;
const NEAR_BEFORE = 3;
const NEAR_AFTER = 2;

/**
 * @param {string} exact
 * @param {Surroundings} stored
 * @param {Surroundings} shown
 * @returns {{cut: boolean, differences: Difference[]}}  cut: the quote's edge lies inside a word now, and did not, or inside another
 */
export function comparedAround(exact, stored, shown) {
  const ends = [
    cutBefore(exact, joinedBefore(stored.before, exact), joinedBefore(shown.before, exact), stored.before),
    cutAfter(exact, joinedAfter(stored.after, exact), joinedAfter(shown.after, exact), stored.after),
  ].filter((one) => one !== null);
  const beside = stored.before || stored.after ? [negationBefore(stored.before, shown.before), negationAfter(exact, stored.after, shown.after)] : [];
  return { cut: ends.length > 0, differences: [...ends.flatMap(differenceOf), ...beside.flatMap((one) => one ?? [])] };
}

/** @param {string} before @param {string} exact */
function joinedBefore(before, exact) {
  if (!beginsWord(exact) || isUnspaced(exact[0])) return "";
  const joined = joinedAtEnd(before);
  if (SIGN_ONLY.test(joined)) return /^\p{N}/u.test(exact) ? joined : "";
  if (/[.,]$/u.test(joined) && !(/\p{N}[.,]$/u.test(joined) && /^\p{N}/u.test(exact))) return "";
  const word = withoutLooseStart(joined);
  return endsWord(word.replace(/[^\p{L}\p{N}\p{M}]+$/u, "")) && !isUnspaced(word.at(-1)) ? word : "";
}

/** @param {string} after @param {string} exact */
function joinedAfter(after, exact) {
  if (!endsWord(exact) || isUnspaced(exact[exact.length - 1])) return "";
  const joined = joinedAtStart(after).replace(LOOSE_AFTER, "");
  if (/^[.,]/u.test(joined) && !(/\p{N}$/u.test(exact) && /^[.,]\p{N}/u.test(joined))) return "";
  if (/^[%‰°×]/u.test(joined)) return /\p{N}$/u.test(exact) ? joined : "";
  return isUnspaced(joined[0]) ? "" : joined;
}

/** @param {string} exact @param {string} was @param {string} is @param {string} all  that is stored of this side */
function cutBefore(exact, was, is, all) {
  const word = tokensOf(exact)[0];
  const [one, other] = [fold(was).text, fold(is).text];
  if (one === other || (was && was === all && other.endsWith(one))) return null;
  return { was: was + exact.slice(0, word.end), is: is + exact.slice(0, word.end) };
}

/** @param {string} exact @param {string} was @param {string} is @param {string} all */
function cutAfter(exact, was, is, all) {
  const word = tokensOf(exact).at(-1);
  const [one, other] = [fold(was).text, fold(is).text];
  if (!word || one === other || (was && was === all && other.startsWith(one))) return null;
  return { was: exact.slice(word.start) + was, is: exact.slice(word.start) + is };
}

/** @param {{was: string, is: string}} cut @returns {Difference[]} */
function differenceOf({ was, is }) {
  if (numbersIn(was, true) !== numbersIn(is, true) || /[%‰°×]/u.test(was) !== /[%‰°×]/u.test(is)) return [{ kind: "number", was, is }];
  return isOpposite(was.replace(/-/gu, ""), is.replace(/-/gu, "")) ? [{ kind: "negation", was, is }] : [];
}

/** @param {string} stored @param {string} shown */
function negationBefore(stored, shown) {
  return shown ? compared(lastWords(stored), lastWords(shown)) : null;
}

/** @param {string} exact @param {string} stored @param {string} shown */
function negationAfter(exact, stored, shown) {
  return shown && !ENDS_CLAUSE.test(exact) ? compared(firstWords(stored), firstWords(shown)) : null;
}

/** Without what is joined to the quote. @param {string} text */
function lastWords(text) {
  const clause = CLAUSE_BEFORE.exec(text.replace(/\S+$/u, ""))?.[0] ?? "";
  return clause.split(" ").filter(Boolean).slice(-NEAR_BEFORE).join(" ");
}

/** @param {string} text */
function firstWords(text) {
  const clause = CLAUSE_AFTER.exec(text.replace(/^\S+/u, (joined) => (ENDS_CLAUSE.test(joined) ? "." : "")))?.[0] ?? "";
  return clause.split(" ").filter(Boolean).slice(0, NEAR_AFTER).join(" ");
}

/** @param {string} was @param {string} is @returns {Difference | null} */
function compared(was, is) {
  return negationsIn(was) === negationsIn(is) ? null : { kind: "negation", was, is };
}
