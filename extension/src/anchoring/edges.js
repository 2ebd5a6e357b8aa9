// What touches a quote without being part of it: a word or number that its edge cuts ("5%" in "15%", "able" in "unable"), and a
// negation just beside it. The same characters do not mean the same there, and are not taken for the same.

import { fold } from "./fold.js";
import { isOpposite, negationsIn, numbersIn, tokensOf } from "./words.js";

/**
 * @typedef {import("../shared/types.js").Difference} Difference
 * @typedef {{before: string, after: string}} Surroundings
 */

// Literals, not put together of their parts: those are read before anything is marked, at a cost of milliseconds on every page.
const ENDS_WORD = /[\p{L}\p{N}\p{M}]$/u;
const BEGINS_WORD = /^[\p{L}\p{N}\p{M}]/u;
const JOINED_BEFORE = /[-‐‑−–'’^_/.,±+<>~=\p{L}\p{N}\p{M}]*$/u;
const JOINED_AFTER = /^[-‐‑−–'’^_/.,%‰°×\p{L}\p{N}\p{M}]*/u;
/** Punctuation at the far end of what is joined, which joins nothing. */
const LOOSE_BEFORE = /^[^\p{L}\p{N}\p{M}]+(?=[\p{L}\p{N}\p{M}])/u;
const LOOSE_AFTER = /[-‐‑−–'’^_/.,]+$/u;
const SIGN_ONLY = /^[-−–±+<>~=]$/u;
/** Writing without spaces: what stands beside a word there is the next word. */
const UNSPACED = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;
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
  if (!BEGINS_WORD.test(exact) || UNSPACED.test(exact[0])) return "";
  const joined = JOINED_BEFORE.exec(before)?.[0] ?? "";
  if (SIGN_ONLY.test(joined)) return /^\p{N}/u.test(exact) ? joined : "";
  if (/[.,]$/u.test(joined) && !(/\p{N}[.,]$/u.test(joined) && /^\p{N}/u.test(exact))) return "";
  const word = joined.replace(LOOSE_BEFORE, "");
  return ENDS_WORD.test(word.replace(/[^\p{L}\p{N}\p{M}]+$/u, "")) && !UNSPACED.test(word.at(-1) ?? "") ? word : "";
}

/** @param {string} after @param {string} exact */
function joinedAfter(after, exact) {
  if (!ENDS_WORD.test(exact) || UNSPACED.test(exact[exact.length - 1])) return "";
  const joined = (JOINED_AFTER.exec(after)?.[0] ?? "").replace(LOOSE_AFTER, "");
  if (/^[.,]/u.test(joined) && !(/\p{N}$/u.test(exact) && /^[.,]\p{N}/u.test(joined))) return "";
  if (/^[%‰°×]/u.test(joined)) return /\p{N}$/u.test(exact) ? joined : "";
  return UNSPACED.test(joined[0] ?? "") ? "" : joined;
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
