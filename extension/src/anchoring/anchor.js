// From stored selectors to a place in a canonical text. The order is by trust: the stored position, the same characters
// elsewhere, the same characters folded, then an edited quote. A place that nothing vouches for is given up, never guessed.

import { wholeUnits } from "./canonical-text.js";
import { codePoints } from "./code-points.js";
import { fold } from "./fold.js";
import { MOST_ERRORS, approximate, isInsideWord, toWords } from "./fuzzy.js";
import { normalString } from "./normal-text.js";
import { choose, places, viewOf, weigh } from "./quote.js";

/**
 * @typedef {import("../shared/types.js").CanonicalText} CanonicalText
 * @typedef {import("../shared/types.js").Selector} Selector
 * @typedef {import("../shared/types.js").Anchor} Anchor
 * @typedef {import("./quote.js").Quote} Quote
 * @typedef {import("./quote.js").Place} Place
 * @typedef {import("./quote.js").View} View
 * @typedef {{start: number, end: number}} Position
 *
 * @typedef {object} Haystack  one form of a field's text (as read, or folded) with what searching it needs
 * @property {string} text
 * @property {View} view
 *
 * @typedef {object} Subject  a canonical text and its lazily made forms
 * @property {CanonicalText} canonical
 * @property {import("./code-points.js").CodePoints} points
 * @property {Haystack} read
 * @property {() => Haystack & {source: (start: number, end: number) => Position}} folded
 *
 * @typedef {{quote: Quote, position: Position | null}} Wanted
 */

/** A quote of this many characters is its own evidence; a shorter one needs its context. */
const TELLING = 32;
/** Nearer than this, a quote whose neighbours were rewritten has stayed where it was. */
const NEAR = 48;
/** How much of the context is looked for to find an edited quote between its neighbours. */
const LANDMARK = 20;

/** @type {WeakMap<CanonicalText, Subject>} */
const subjects = new WeakMap();

/**
 * @param {CanonicalText} canonical
 * @param {Selector[]} selectors
 * @returns {Anchor}
 */
export function anchor(canonical, selectors) {
  const wanted = read(selectors);
  if (!wanted) return lost();
  const subject = subjectOf(canonical);
  return (
    atPosition(subject, wanted) ??
    sameCharacters(subject, wanted) ??
    sameFolded(subject, wanted) ??
    notOnThisView(subject, wanted) ??
    betweenNeighbours(subject, wanted) ??
    edited(subject, wanted) ??
    lost()
  );
}

/**
 * Selectors come from servers: whatever is malformed in them is left aside, and without a quote nothing can be verified.
 * @param {Selector[]} selectors
 * @returns {Wanted | null}
 */
function read(selectors) {
  /** @type {Quote | null} */
  let quote = null;
  /** @type {Position | null} */
  let position = null;
  for (const selector of Array.isArray(selectors) ? selectors : []) {
    if (selector?.type === "TextQuoteSelector") quote ??= readQuote(selector);
    else if (selector?.type === "TextPositionSelector") position ??= readPosition(selector);
  }
  return quote && { quote, position };
}

/**
 * @param {import("../shared/types.js").TextQuoteSelector} selector
 * @returns {Quote | null}
 */
function readQuote({ exact, prefix, suffix }) {
  if (typeof exact !== "string" || !exact) return null;
  return { exact, prefix: typeof prefix === "string" ? prefix : "", suffix: typeof suffix === "string" ? suffix : "" };
}

/**
 * @param {import("../shared/types.js").TextPositionSelector} selector
 * @returns {Position | null}
 */
function readPosition({ start, end }) {
  return Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && end > start ? { start, end } : null;
}

/** @param {CanonicalText} canonical */
function subjectOf(canonical) {
  let subject = subjects.get(canonical);
  if (!subject) subjects.set(canonical, (subject = makeSubject(canonical)));
  return subject;
}

/**
 * @param {CanonicalText} canonical
 * @returns {Subject}
 */
function makeSubject(canonical) {
  const text = canonical.text;
  /** @type {ReturnType<Subject["folded"]> | undefined} */
  let folded;
  const makeFolded = () => {
    const form = fold(text);
    return { ...form, view: viewOf(form.text) };
  };
  return {
    canonical,
    points: codePoints(text, canonical.length),
    read: { text, view: viewOf(text) },
    folded: () => (folded ??= makeFolded()),
  };
}

/**
 * The cheap way, which nearly every note takes: everything stands where it stood.
 * @param {Subject} subject
 * @param {Wanted} wanted
 */
function atPosition({ read: { text, view }, points }, { quote, position }) {
  if (!position) return null;
  const start = points.toUnit(position.start);
  if (!text.startsWith(quote.exact, start)) return null;
  const end = start + quote.exact.length;
  if (points.toPoint(end) !== position.end) return null;
  const place = weigh(text, view, quote, start, end);
  return place.agreed === quote.prefix.length + quote.suffix.length && place.agreed > 0 ? same("exact", position) : null;
}

/**
 * @param {Subject} subject
 * @param {Wanted} wanted
 */
function sameCharacters(subject, wanted) {
  const settle = (/** @type {Quote} */ quote) => {
    const place = trusted(subject.read, quote, expectedUnit(subject, wanted));
    return place && found(subject, wanted, place, place);
  };
  return settle(wanted.quote) ?? settle(normalQuote(wanted.quote));
}

/**
 * @param {Subject} subject
 * @param {Wanted} wanted
 */
function sameFolded(subject, wanted) {
  const folded = subject.folded();
  const quote = foldedQuote(wanted.quote);
  const expected = expectedUnit(subject, wanted);
  if (!quote.exact) return null;
  const candidates = places(folded.text, folded.view, quote);
  const place = vouched(candidates, quote, candidates.find((one) => folded.source(one.start, one.end).start === expected)?.start ?? -1);
  return place && found(subject, wanted, place, folded.source(place.start, place.end));
}

/**
 * @param {Haystack} haystack
 * @param {Quote} quote
 * @param {number} expected
 */
function trusted(haystack, quote, expected) {
  return quote.exact ? vouched(places(haystack.text, haystack.view, quote), quote, expected) : null;
}

/**
 * The place among candidates that there is reason to believe in.
 * @param {Place[]} candidates
 * @param {Quote} quote
 * @param {number} expected
 */
function vouched(candidates, quote, expected) {
  const place = choose(candidates, expected);
  if (!place || place.held) return place;
  if (quote.exact.length >= TELLING) return place;
  return place.bare && quote.exact.length > 1 ? place : null;
}

/**
 * @param {Subject} subject
 * @param {Wanted} wanted
 * @param {Place} place  in the form that was searched
 * @param {Position} units  of the canonical text
 */
function found(subject, wanted, place, units) {
  const span = spanOfUnits(subject, units);
  const stayed = !wanted.position || Math.abs(span.start - wanted.position.start) <= NEAR;
  return same(place.held || stayed ? "exact" : "moved", span);
}

/**
 * A quote that lies behind the ellipsis of a shortened text is not gone.
 * @param {Subject} subject
 * @param {Wanted} wanted
 * @returns {Anchor | null}
 */
function notOnThisView({ read: { text, view }, points }, { position }) {
  const cutBefore = view.from > 0;
  const cutAfter = view.to < text.length && (!position || position.end > points.toPoint(view.to));
  return cutBefore || cutAfter ? { result: "not on this view", score: 0, start: 0, end: 0 } : null;
}

/**
 * An edited quote between neighbours that both still stand, once each, the one before the other.
 * @param {Subject} subject
 * @param {Wanted} wanted
 */
function betweenNeighbours(subject, wanted) {
  const { text, source } = subject.folded();
  const { exact, prefix, suffix } = foldedQuote(wanted.quote);
  const start = endOfNeighbour(text, prefix.slice(-LANDMARK));
  const end = startOfNeighbour(text, suffix.slice(0, LANDMARK));
  if (!exact || start < 0 || end <= start) return null;
  const between = text.slice(start, end);
  if (between === exact) return same("exact", spanOfUnits(subject, source(start, end)));
  const [match] = approximate(between, exact);
  if (!match) return null;
  const errors = Math.max(match.errors, Math.abs(between.length - exact.length));
  return changed(subject, { start, end, errors }, exact);
}

/**
 * Where the text before a quote ends. A short neighbour is one that the text's own edge cut off, and is looked for there.
 * @param {string} text
 * @param {string} neighbour
 */
function endOfNeighbour(text, neighbour) {
  if (neighbour.length < LANDMARK) return text.startsWith(neighbour) ? neighbour.length : -1;
  const at = onlyIndex(text, neighbour);
  return at < 0 ? -1 : at + neighbour.length;
}

/**
 * @param {string} text
 * @param {string} neighbour
 */
function startOfNeighbour(text, neighbour) {
  if (neighbour.length < LANDMARK) return text.endsWith(neighbour) ? text.length - neighbour.length : -1;
  return onlyIndex(text, neighbour);
}

/**
 * @param {string} text
 * @param {string} part
 */
function onlyIndex(text, part) {
  const at = text.indexOf(part);
  return at === text.lastIndexOf(part) ? at : -1;
}

/**
 * @param {Subject} subject
 * @param {Wanted} wanted
 */
function edited(subject, wanted) {
  const { text, view } = subject.folded();
  const quote = foldedQuote(wanted.quote);
  const edges = {
    start: !isInsideWord(quote.prefix.slice(-1) + quote.exact, quote.prefix ? 1 : 0),
    end: !isInsideWord(quote.exact + quote.suffix, quote.exact.length),
  };
  const candidates = approximate(text, quote.exact).map((match) => {
    const words = toWords(text, match, edges);
    return { ...weigh(text, view, quote, words.start, words.end), errors: words.errors };
  });
  const place = choose(candidates, -1);
  if (!place || !(place.held || quote.exact.length >= TELLING)) return null;
  return changed(subject, place, quote.exact);
}

/**
 * @param {Subject} subject
 * @param {{start: number, end: number, errors: number}} match  in the folded text
 * @param {string} exact
 * @returns {Anchor | null}
 */
function changed(subject, match, exact) {
  const score = 1 - match.errors / exact.length;
  if (score < 1 - MOST_ERRORS) return null;
  const units = subject.folded().source(match.start, match.end);
  return { result: "changed", score, ...spanOfUnits(subject, units) };
}

/**
 * @param {Subject} subject
 * @param {Position} units
 * @returns {Position}  code points, widened to whole graphemes and formulas
 */
function spanOfUnits({ canonical, points }, { start, end }) {
  return wholeUnits(canonical, points.toPoint(start), points.toPoint(end));
}

/**
 * @param {Subject} subject
 * @param {Wanted} wanted
 */
function expectedUnit({ points }, { position }) {
  return position ? points.toUnit(position.start) : -1;
}

/**
 * @param {Quote} quote
 * @returns {Quote}  as canonical text has it; spaces at the quote's edges go to its context
 */
function normalQuote({ exact, prefix, suffix }) {
  const [lead, tail] = [/^\s*/u, /\s*$/u].map((edge) => /** @type {RegExpExecArray} */ (edge.exec(exact))[0]);
  return { exact: normalString(exact).trim(), prefix: normalString(prefix + lead), suffix: normalString(tail + suffix) };
}

/**
 * @param {Quote} quote
 * @returns {Quote}
 */
function foldedQuote(quote) {
  const { exact, prefix, suffix } = normalQuote(quote);
  return { exact: fold(exact).text.trim(), prefix: fold(prefix).text, suffix: fold(suffix).text };
}

/**
 * @param {"exact" | "moved"} result
 * @param {Position} span
 * @returns {Anchor}
 */
function same(result, { start, end }) {
  return { result, score: 1, start, end };
}

/** @returns {Anchor} */
function lost() {
  return { result: "lost", score: 0, start: 0, end: 0 };
}
