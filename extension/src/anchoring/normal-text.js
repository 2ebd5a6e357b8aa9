// Second step: raw characters to canonical ones. White space runs become one space, invisible characters go, each
// grapheme takes its composed form (NFC). Compatibility folding is left to matching, so that "10⁶" stays what was read.

/**
 * @typedef {object} Segment  raw[from, to) became code points [start, end)
 * @property {number} from
 * @property {number} to
 * @property {number} start
 * @property {number} end
 * @property {boolean} whole  indivisible: a grapheme, a space, a formula. Otherwise character for character.
 *
 * @typedef {object} NormalText
 * @property {string} text
 * @property {number} length  in code points
 * @property {Segment[]} segments
 */

import { countPoints } from "./code-points.js";
import { finish } from "./slices.js";

/** Characters between two looks at the clock. */
const STEP = 10_000;

const PLAIN = /[!-~]+(?: [!-~]+)*/y;
const JOINS = /[\p{M}\p{Emoji_Modifier}\u200c\u200d]/uy;
const DROPPED = "\\p{Cc}\\p{Cs}\\u00ad\\u061c\\u180e\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff";
const GAP = new RegExp(`[\\p{White_Space}${DROPPED}]+`, "uy");
const OTHER = new RegExp(`[^!-~\\p{White_Space}${DROPPED}]+`, "uy");
const SPACE = /\p{White_Space}/u;
const PICTURE = /\p{Extended_Pictographic}/u;

/** @type {Intl.Segmenter | undefined} */
let segmenter;

/**
 * @param {string} raw
 * @param {import("./raw-tex.js").Atom[]} [atoms]  stretches of raw that are one unit each, in order
 * @returns {Generator<void, NormalText>}
 */
export function* normalInSteps(raw, atoms = []) {
  const writer = new Writer();
  let from = 0;
  for (const atom of atoms) {
    yield* writeStretch(writer, raw.slice(from, atom.start), from);
    writer.whole(atom.start, atom.end, atom.text.normalize("NFC"));
    if (Math.floor(from / STEP) < Math.floor(atom.end / STEP)) yield;
    from = atom.end;
  }
  yield* writeStretch(writer, raw.slice(from), from);
  return { text: writer.text, length: writer.length, segments: writer.segments };
}

/**
 * The same at once.
 * @param {string} raw
 */
export function normalise(raw) {
  return finish(normalInSteps(raw));
}

/**
 * A loose string as canonical text has it. Edge spaces stay: a stored prefix ends in one.
 * @param {string} raw
 */
export function normalString(raw) {
  const text = normalise(raw).text;
  if (!text) return "";
  return (SPACE.test(raw[0]) ? " " : "") + text + (SPACE.test(raw[raw.length - 1]) ? " " : "");
}

/** Collects the canonical text. A space is held back until something follows, so the text neither begins nor ends with one. */
class Writer {
  text = "";
  length = 0;
  /** @type {Segment[]} */
  segments = [];
  /** @type {{from: number, to: number} | null} */
  #space = null;

  /** @param {number} from @param {number} to */
  space(from, to) {
    this.#space = { from: this.#space?.from ?? from, to };
  }

  /** @param {number} from @param {number} to @param {string} text  one unit for each raw character */
  plain(from, to, text) {
    this.#flush();
    this.#plain(from, to, text);
  }

  /** @param {number} from @param {number} to @param {string} text */
  whole(from, to, text) {
    this.#flush();
    this.#push(from, to, text, countPoints(text), true);
  }

  #flush() {
    const space = this.#space;
    this.#space = null;
    if (!space || !this.text) return;
    if (space.to - space.from === 1) this.#plain(space.from, space.to, " ");
    else this.#push(space.from, space.to, " ", 1, true);
  }

  /** @param {number} from @param {number} to @param {string} text */
  #plain(from, to, text) {
    const last = this.segments.at(-1);
    if (!last || last.whole || last.to !== from) return this.#push(from, to, text, to - from, false);
    last.to = to;
    last.end = this.length += to - from;
    this.text += text;
  }

  /** @param {number} from @param {number} to @param {string} text @param {number} points @param {boolean} whole */
  #push(from, to, text, points, whole) {
    this.segments.push({ from, to, start: this.length, end: this.length + points, whole });
    this.length += points;
    this.text += text;
  }
}

/**
 * @param {Writer} writer
 * @param {string} raw
 * @param {number} base  what to add for offsets of the whole raw text
 * @returns {Generator<void, void>}
 */
function* writeStretch(writer, raw, base) {
  let at = 0;
  for (let pause = STEP; at < raw.length; ) {
    const end = plainEnd(raw, at);
    if (end > at) writer.plain(base + at, base + end, raw.slice(at, end));
    at = end;
    if (at === raw.length) break;
    const gap = matchEnd(GAP, raw, at);
    if (gap > at) {
      if (SPACE.test(raw.slice(at, gap))) writer.space(base + at, base + gap);
      at = gap;
    } else {
      const other = matchEnd(OTHER, raw, isPlain(raw, at) ? at + 1 : at);
      writeGraphemes(writer, raw.slice(at, other), base + at);
      at = other;
    }
    if (at < pause) continue;
    pause = at + STEP;
    yield;
  }
}

/**
 * End of the ASCII run at an offset. Its last letter is left to the marks that stand on it.
 * @param {string} raw
 * @param {number} at
 */
function plainEnd(raw, at) {
  const end = matchEnd(PLAIN, raw, at);
  return end > at && matchEnd(JOINS, raw, end) > end ? end - 1 : end;
}

/**
 * @param {RegExp} pattern  a sticky one
 * @param {string} raw
 * @param {number} at
 */
function matchEnd(pattern, raw, at) {
  pattern.lastIndex = at;
  return pattern.test(raw) ? pattern.lastIndex : at;
}

/**
 * @param {string} raw
 * @param {number} at
 */
function isPlain(raw, at) {
  const code = raw.charCodeAt(at);
  return code > 0x20 && code < 0x7f;
}

/**
 * @param {Writer} writer
 * @param {string} run
 * @param {number} base
 */
function writeGraphemes(writer, run, base) {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  for (const { segment, index } of segmenter.segment(run)) {
    // Zero-width joiners mean something inside an emoji only.
    const kept = segment.includes("\u200d") && !PICTURE.test(segment) ? segment.replaceAll("\u200d", "") : segment;
    const text = kept.normalize("NFC");
    const from = base + index;
    if (segment.length === 1 && text.length === 1) writer.plain(from, from + 1, text);
    else if (text) writer.whole(from, from + segment.length, text);
  }
}

/**
 * @param {NormalText} normal
 * @param {number} at  a raw offset
 * @returns {{floor: number, ceil: number}}  equal unless the offset lies inside an indivisible segment
 */
export function pointsOfRaw(normal, at) {
  const segment = normal.segments[firstSegment(normal, (candidate) => candidate.to > at)];
  if (!segment) return { floor: normal.length, ceil: normal.length };
  if (at <= segment.from) return { floor: segment.start, ceil: segment.start };
  if (segment.whole) return { floor: segment.start, ceil: segment.end };
  const point = segment.start + at - segment.from;
  return { floor: point, ceil: point };
}

/**
 * @param {NormalText} normal
 * @param {number} start
 * @param {number} end
 * @returns {{from: number, to: number}}  the raw stretch of a span of code points, widened to indivisible segments
 */
export function rawOfSpan(normal, start, end) {
  const first = normal.segments[firstSegment(normal, (segment) => segment.end > start)];
  const last = normal.segments[firstSegment(normal, (segment) => segment.end >= end)];
  const edge = normal.segments.at(-1)?.to ?? 0;
  const from = !first ? edge : first.whole ? first.from : first.from + Math.max(start - first.start, 0);
  const to = !last ? edge : last.whole ? last.to : last.from + Math.max(end - last.start, 0);
  return { from, to };
}

/**
 * @param {NormalText} normal
 * @param {number} start
 * @param {number} end
 * @returns {{start: number, end: number}}  the span widened so that it cuts no indivisible segment
 */
export function widen(normal, start, end) {
  const first = normal.segments[firstSegment(normal, (segment) => segment.end > start)];
  const last = normal.segments[firstSegment(normal, (segment) => segment.end >= end)];
  return { start: first?.whole ? Math.min(first.start, start) : start, end: last?.whole ? last.end : end };
}

/**
 * @param {NormalText} normal
 * @param {(segment: Segment) => boolean} holds  false up to some segment, true from there on
 */
function firstSegment(normal, holds) {
  let low = 0;
  let high = normal.segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(normal.segments[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}
