// What speaks for a place: how much of a quote's stored context stands around it, and whether that, with the quote itself, is
// enough to believe that this is the place, and not another that looks like it.

/**
 * @typedef {import("./quote.js").Quote} Quote
 * @typedef {import("./subject.js").Form} Form
 *
 * What one side says: it stands as it stood; it says nothing (there is nothing to compare, or only another sentence has changed); or
 * other words stand in the quote's own sentence.
 * @typedef {{agreed: number, room: number, says: "yes" | "nothing" | "no"}} Side
 *
 * @typedef {object} Place  in units of the form that was searched
 * @property {number} start
 * @property {number} end
 * @property {number} errors  edits between the quote and what stands here
 * @property {number} agreed  characters of context that agree
 * @property {number} yes  sides that speak for it
 * @property {number} no  sides that speak against it
 * @property {boolean} held  its context holds it there
 * @property {boolean} whole  all the context there is to compare agrees
 * @property {boolean} bare  there is none
 */

/** So many characters of agreeing context speak for a place, whatever stands beyond them. */
const ENOUGH = 12;
/** Fewer than this say nothing. */
const LEAST = 4;
/** A quote of this many characters is its own evidence; a shorter one needs its context. */
const TELLING = 32;
/** With a contradiction, so many characters of quote and agreeing context are wanted. */
const OUTWEIGHING = 48;
const FAR_OUTWEIGHING = 96;
/** A quote that needed more edits than this share of its length is another sentence. */
export const MOST_ERRORS = 0.25;
/** The same where one side of the context speaks for it, and where none does. */
const MANY_ERRORS = 0.2;
const FEW_ERRORS = 0.12;

/**
 * @param {Form} form
 * @param {Quote} quote
 * @param {number} start
 * @param {number} end
 * @param {number} [errors]
 * @returns {Place}
 */
export function weigh(form, quote, start, end, errors = 0) {
  const before = sideBefore(form, quote, start);
  const after = sideAfter(form, quote, end);
  const count = (/** @type {Side["says"]} */ says) => Number(before.says === says) + Number(after.says === says);
  const agreed = before.agreed + after.agreed;
  const room = before.room + after.room;
  const [yes, whole] = [count("yes"), agreed === room];
  return { start, end, errors, agreed, yes, no: count("no"), held: yes > 0 || (whole && agreed >= LEAST), whole, bare: room === 0 };
}

/** @param {Form} form @param {Quote} quote @param {number} start @returns {Side} */
function sideBefore({ text, view }, { prefix, ownBefore }, start) {
  const room = Math.min(prefix.length, Math.max(start - view.from, 0));
  let agreed = 0;
  while (agreed < room && text[start - 1 - agreed] === prefix[prefix.length - 1 - agreed]) agreed++;
  const own = Math.min(ownBefore, room);
  return judged(agreed, room, own, () => resembles(prefix.slice(prefix.length - own), text.slice(Math.max(start - room - ENOUGH, 0), start)));
}

/** @param {Form} form @param {Quote} quote @param {number} end @returns {Side} */
function sideAfter({ text, view }, { suffix, ownAfter }, end) {
  const room = Math.min(suffix.length, Math.max(view.to - end, 0));
  let agreed = 0;
  while (agreed < room && text[end + agreed] === suffix[agreed]) agreed++;
  const own = Math.min(ownAfter, room);
  return judged(agreed, room, own, () => resembles(suffix.slice(0, own), text.slice(end, end + room + ENOUGH)));
}

/**
 * @param {number} agreed  characters
 * @param {number} room  so many could be compared
 * @param {number} own  so many of them belong to the quote's sentence
 * @param {() => boolean} isAlike
 * @returns {Side}
 */
function judged(agreed, room, own, isAlike) {
  if (agreed >= ENOUGH || (own >= LEAST && agreed >= own)) return { agreed, room, says: "yes" };
  if (agreed >= own) return { agreed, room, says: "nothing" };
  return { agreed, room, says: isAlike() ? "yes" : "no" };
}

/**
 * Whether most of a text's trigrams stand in another: a word was changed in it, no more.
 * @param {string} stored
 * @param {string} shown
 */
function resembles(stored, shown) {
  if (stored.length < ENOUGH) return false;
  let met = 0;
  for (let at = 0; at + 3 <= stored.length; at++) if (shown.includes(stored.slice(at, at + 3))) met++;
  return met * 2 >= stored.length - 2;
}

/**
 * Whether the very characters of a quote may be taken for the quote where they stand.
 * @param {Place} place
 * @param {Quote} quote
 * @param {boolean} near  it stands about where the quote stood
 */
export function isCredible({ yes, no, agreed, held, whole, bare }, quote, near) {
  const stretch = quote.exact.length + agreed;
  if (yes && !no) return stretch >= TELLING || agreed >= ENOUGH || whole;
  if (yes) return stretch >= (near ? TELLING : OUTWEIGHING);
  if (no) return stretch >= (near && no < 2 ? OUTWEIGHING : FAR_OUTWEIGHING);
  return quote.exact.length >= TELLING || held || (bare && quote.exact.length > 1);
}

/**
 * The same for a stretch that is only nearly the quote.
 * @param {Place} place
 * @param {Quote} quote
 * @param {boolean} near
 */
export function isCredibleEdit({ yes, no, errors, agreed, whole }, quote, near) {
  const share = errors / quote.exact.length;
  if (quote.exact.length < TELLING) return yes > 0 && no === 0 && (agreed >= ENOUGH || whole);
  if (yes === 2) return share <= MOST_ERRORS;
  if (yes && !no) return share <= MANY_ERRORS;
  if (yes) return share <= (near ? MANY_ERRORS : FEW_ERRORS);
  return no === 0 && near && share <= FEW_ERRORS;
}

/**
 * The best of several places; null between equals, rather than a guess.
 * @template {Place} T
 * @param {T[]} places
 * @param {(place: T) => boolean} stayed  whether it is where the quote stood: decides between equals
 * @returns {T | null}
 */
export function best(places, stayed) {
  if (places.length < 2) return places[0] ?? null;
  const [first, second] = [...places].sort((one, other) => -compare(one, other));
  if (compare(first, second) > 0) return first;
  const equals = places.filter((place) => compare(place, first) === 0).filter(stayed);
  return equals.length === 1 ? equals[0] : null;
}

/** @param {Place} one @param {Place} other */
function compare(one, other) {
  return one.yes - one.no - (other.yes - other.no) || one.agreed - other.agreed || other.errors - one.errors;
}
