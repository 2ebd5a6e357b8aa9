// From stored selectors to a place in a canonical text. The order is by trust: the stored position, the same characters where their
// context stands, the same characters folded, an edited quote between its neighbours. A place that nothing vouches for is given up,
// never guessed; and what differs in a digit or a negation is never called the same.

import { nearly } from "./approximate.js";
import { wholeUnits } from "./canonical-text.js";
import { differencesOf } from "./differences.js";
import { comparedAround } from "./edges.js";
import { best, isCredible, isCredibleEdit, MOST_ERRORS, weigh } from "./evidence.js";
import { finish } from "./slices.js";
import { readSelectors } from "./quote.js";
import { subjectOf } from "./subject.js";
import { isRespelt } from "./words.js";

/**
 * @typedef {import("../shared/types.js").CanonicalText} CanonicalText
 * @typedef {import("../shared/types.js").Selector} Selector
 * @typedef {import("../shared/types.js").Anchor} Anchor
 * @typedef {import("./quote.js").Quote} Quote
 * @typedef {import("./quote.js").Wanted} Wanted
 * @typedef {import("./quote.js").Position} Position
 * @typedef {import("./evidence.js").Place} Place
 * @typedef {import("./subject.js").Subject} Subject
 * @typedef {import("./subject.js").Form} Form
 *
 * A place and the form of the text that it was found in.
 * @typedef {{place: Place, form: Form}} Found
 */

/** Nearer than this, a quote has stayed where it was. */
const NEAR = 48;
/** A quote that stands in more places than this tells nothing. */
const MOST_CANDIDATES = 4000;
/** So much of what surrounds a place is compared with what surrounded the quote. */
const AROUND = 64;

/**
 * @param {CanonicalText} canonical
 * @param {Selector[]} selectors
 * @returns {Anchor}
 */
export function anchor(canonical, selectors) {
  return finish(anchoring(canonical, selectors));
}

/**
 * The same in steps of a millisecond or so, for `inSlices`.
 * @param {CanonicalText} canonical
 * @param {Selector[]} selectors
 * @returns {Generator<void, Anchor>}
 */
export function* anchoring(canonical, selectors) {
  const wanted = readSelectors(selectors);
  if (!wanted) return nowhere("lost");
  const subject = subjectOf(canonical);
  const unmoved = atPosition(subject, wanted);
  if (unmoved) return unmoved;
  if (!wanted.quote().exact) return nowhere("lost");
  const same = yield* sameCharacters(subject, wanted);
  if (same?.place.held) return settled(subject, wanted, same);
  yield;
  const edit = yield* edited(subject, wanted);
  if (edit && edit.place.yes === 2 && !(same && overlap(same, edit))) return changed(subject, wanted, edit);
  if (same) return settled(subject, wanted, same);
  if (isCutOff(subject, wanted)) return nowhere("not on this view");
  return edit ? changed(subject, wanted, edit) : nowhere("lost");
}

/**
 * The cheap way, which nearly every note takes: everything stands where it stood.
 * @param {Subject} subject
 * @param {Wanted} wanted
 * @returns {Anchor | null}
 */
function atPosition({ read: { text }, points }, { stored: { exact, prefix, suffix }, position }) {
  if (!position || !(prefix || suffix)) return null;
  const start = points.toUnit(position.start);
  const end = start + exact.length;
  const stands = text.startsWith(exact, start) && text.startsWith(suffix, end) && text.startsWith(prefix, start - prefix.length);
  return stands && start >= prefix.length && points.toPoint(end) === position.end ? sameAt("exact", position) : null;
}

/**
 * The quote's own characters, unfolded before folded, and with their context before without.
 * @param {Subject} subject
 * @param {Wanted} wanted
 * @returns {Generator<void, Found | null>}
 */
function* sameCharacters(subject, wanted) {
  const read = credible(subject, wanted, subject.read, wanted.quote());
  if (read?.place.held) return read;
  const folded = credible(subject, wanted, yield* subject.folded(), wanted.folded());
  return folded?.place.held ? folded : (read ?? folded);
}

/**
 * @param {Subject} subject
 * @param {Wanted} wanted
 * @param {Form} form
 * @param {Quote} quote
 * @returns {Found | null}
 */
function credible(subject, wanted, form, quote) {
  const places = placesOf(form, quote);
  const place = best(places, ({ start, end }) => shift(subject, wanted, form.source(start, end)) === 0);
  return place && isCredible(place, quote, isNear(subject, wanted, form, place)) ? { place, form } : null;
}

/**
 * Every place of a quote, overlapping ones too.
 * @param {Form} form
 * @param {Quote} quote
 */
function placesOf(form, quote) {
  /** @type {Place[]} */
  const places = [];
  if (!quote.exact) return places;
  for (let at = form.text.indexOf(quote.exact); at >= 0; at = form.text.indexOf(quote.exact, at + 1)) {
    if (places.length === MOST_CANDIDATES) return [];
    places.push(weigh(form, quote, at, at + quote.exact.length));
  }
  return places;
}

/**
 * @param {Subject} subject
 * @param {Wanted} wanted
 * @returns {Generator<void, Found | null>}
 */
function* edited(subject, wanted) {
  const form = yield* subject.folded();
  const quote = wanted.folded();
  const places = [];
  for (const match of yield* nearly(form, subject.read.text, wanted)) {
    const place = weigh(form, quote, match.start, match.end, match.errors);
    if (isCredibleEdit(place, quote, isNear(subject, wanted, form, place))) places.push(place);
  }
  const place = best(places, () => false);
  return place && { place, form };
}

/** @param {Found} one @param {Found} other */
function overlap(one, other) {
  const [first, second] = [one, other].map(({ place, form }) => form.source(place.start, place.end));
  return first.start < second.end && second.start < first.end;
}

/**
 * A quote that lies behind the ellipsis of a shortened text is not gone.
 * @param {Subject} subject
 * @param {Wanted} wanted
 */
function isCutOff({ read: { text, view }, points }, { position }) {
  return view.from > 0 || (view.to < text.length && (!position || position.end > points.toPoint(view.to)));
}

/**
 * What was found by the same characters, unless they do not mean the same there.
 * @param {Subject} subject
 * @param {Wanted} wanted
 * @param {Found} found
 * @returns {Anchor}
 */
function settled(subject, wanted, { place, form }) {
  const units = form.source(place.start, place.end);
  const { exact, prefix, suffix } = wanted.quote();
  if (form === subject.read && place.held && place.agreed === prefix.length + suffix.length) return sameAt("exact", spanOf(subject, units));
  const today = subject.read.text.slice(units.start, units.end);
  const around = aroundOf(subject, wanted, units);
  const differences = [...(today === exact ? [] : differencesOf(exact, today)), ...around.differences];
  const span = spanOf(subject, units);
  if (differences.length || around.cut || isRespelt(exact, today)) return { result: "changed", score: 1 - 1 / (exact.length + 1), ...span, differences };
  const stayed = place.held || Math.abs(shift(subject, wanted, units)) <= NEAR;
  return sameAt(stayed ? "exact" : "moved", span);
}

/**
 * @param {"exact" | "moved"} result
 * @param {Position} span
 * @returns {Anchor}
 */
function sameAt(result, { start, end }) {
  return { result, score: 1, start, end, differences: [] };
}

/**
 * @param {Subject} subject
 * @param {Wanted} wanted
 * @param {Found} found
 * @returns {Anchor}
 */
function changed(subject, wanted, { place, form }) {
  const score = 1 - place.errors / wanted.folded().exact.length;
  if (score < 1 - MOST_ERRORS) return nowhere("lost");
  const units = form.source(place.start, place.end);
  const today = subject.read.text.slice(units.start, units.end);
  const differences = [...differencesOf(wanted.quote().exact, today), ...aroundOf(subject, wanted, units).differences];
  return { result: "changed", score, ...spanOf(subject, units), differences };
}

/**
 * @param {Subject} subject
 * @param {Wanted} wanted
 * @param {Position} units
 */
function aroundOf({ read: { text, view } }, wanted, { start, end }) {
  const { exact, prefix, suffix } = wanted.quote();
  const shown = { before: text.slice(Math.max(start - AROUND, view.from), start), after: text.slice(end, Math.min(end + AROUND, view.to)) };
  return comparedAround(exact, { before: prefix, after: suffix }, shown);
}

/**
 * @param {Subject} subject
 * @param {Position} units
 * @returns {Position}  code points, widened to whole graphemes and formulas
 */
function spanOf({ canonical, points }, { start, end }) {
  return wholeUnits(canonical, points.toPoint(start), points.toPoint(end));
}

/**
 * How far a place lies from where the quote stood; 0 when that is not known.
 * @param {Subject} subject
 * @param {Wanted} wanted
 * @param {Position} units
 */
function shift({ points }, { position }, { start }) {
  return position ? points.toPoint(start) - position.start : 0;
}

/** @param {Subject} subject @param {Wanted} wanted @param {Form} form @param {Place} place */
function isNear(subject, wanted, form, { start, end }) {
  return Math.abs(shift(subject, wanted, form.source(start, end))) <= NEAR;
}

/**
 * @param {"lost" | "not on this view"} result
 * @returns {Anchor}
 */
function nowhere(result) {
  return { result, score: 0, start: 0, end: 0, differences: [] };
}
