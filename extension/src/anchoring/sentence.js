// The sentences of a canonical text, in code points. Formulas are atoms: no sentence ends inside one.

import { wholesOf } from "./canonical-text.js";
import { codePoints } from "./code-points.js";

/**
 * @typedef {import("../shared/types.js").CanonicalText} CanonicalText
 * @typedef {import("./canonical-text.js").Span} Span
 */

/** Stands for what is indivisible: a letter that begins a sentence, and is in no abbreviation. */
const ATOM = "Ξ";

/** What a full stop may follow within a sentence. Not "etc.", which as often ends one. */
const ABBREVIATIONS = [
  "e.g", "i.e", "cf", "vs", "viz", "al", "resp", "approx", "ca", "w.r.t", "a.k.a", "Fig", "Figs", "Eq", "Eqs", "Eqn", "Sec", "Secs", "Tab", "Ref",
  "Refs", "Thm", "Prop", "Lem", "Cor", "Ch", "Vol", "pp", "Dr", "Prof", "Mr", "Mrs", "Ms", "St",
];
const UNFINISHED = new RegExp(`(?:^|[^\\p{L}\\p{N}.])(?:${ABBREVIATIONS.map((one) => one.replaceAll(".", "\\.")).join("|")})\\.\\s*$`, "u");
/** Within an address, a number, a name: where one writes with spaces, one follows a sentence. */
const INSIDE = /[.!?]$/u;

/** @type {Intl.Segmenter | undefined} */
let segmenter;

/** @type {WeakMap<CanonicalText, Span[]>} */
const known = new WeakMap();

/**
 * @param {CanonicalText} canonical
 * @returns {Span[]}  in order, without the spaces between them; together all of the text
 */
export function sentencesOf(canonical) {
  let sentences = known.get(canonical);
  if (!sentences) known.set(canonical, (sentences = read(canonical)));
  return sentences;
}

/**
 * @param {CanonicalText} canonical
 * @returns {Span[]}
 */
function read(canonical) {
  const { toPoint, toUnit } = codePoints(canonical.text, canonical.length);
  const veiled = veil(canonical, toUnit);
  segmenter ??= new Intl.Segmenter("en", { granularity: "sentence" });
  /** @type {Span[]} */
  const sentences = [];
  let from = 0;
  for (const { segment, index } of segmenter.segment(veiled)) {
    const end = index + segment.length;
    const words = veiled.slice(from, end);
    if (end < veiled.length && (UNFINISHED.test(words) || INSIDE.test(words))) continue;
    if (words.trim()) sentences.push({ start: toPoint(end - words.trimStart().length), end: toPoint(from + words.trimEnd().length) });
    from = end;
  }
  return sentences;
}

/**
 * The text, as long as before, with a letter in place of each character of what is indivisible.
 * @param {CanonicalText} canonical
 * @param {(point: number) => number} toUnit
 */
function veil(canonical, toUnit) {
  const parts = [];
  let at = 0;
  for (const { start, end } of wholesOf(canonical)) {
    const [from, to] = [toUnit(start), toUnit(end)];
    parts.push(canonical.text.slice(at, from), ATOM.repeat(to - from));
    at = to;
  }
  return parts.join("") + canonical.text.slice(at);
}
