// Where a reader stands who goes by keyboard: one or more whole sentences of one field of one paper. Nothing is drawn or said here.
import { plain } from "../anchoring/plain.js";
import { sentencesOf } from "../anchoring/sentence.js";
import { liveRange } from "./placing.js";

/** @import {CanonicalText, Field, PaperOnPage} from "../shared/types.js" */
/** @import {Span} from "../anchoring/canonical-text.js" */
/** @import {Margin, Placed, Shown} from "./margin.js" */

/**
 * A field that one can stand in.
 * @typedef {object} Stop
 * @property {Field} name
 * @property {Element} root
 * @property {CanonicalText} text
 * @property {Span[]} sentences  those in sight
 *
 * @typedef {object} Stand
 * @property {Element} card
 * @property {string} key
 * @property {Field} name
 * @property {number} first  sentence
 * @property {number} last
 * @property {number} fixed  the sentence that stays when more are taken
 * @property {string} words  of the first
 *
 * @typedef {{shown: Shown, stops: Stop[], at: number, stand: Stand}} Here
 * @typedef {ReturnType<typeof createCursor>} Cursor
 */

/** @type {Field[]} in the order in which they are read */
const FIELDS = ["title", "abstract", "fulltext"];

/** @param {Margin} margin */
export function createCursor(margin) {
  /** @type {Stand | null} */
  let stand = null;

  const stopsOf = (/** @type {Shown} */ shown) => FIELDS.flatMap((name) => stopAt(margin, shown, name) ?? []);
  /** @returns {Here | null} */
  const here = () => {
    const shown = stand && (margin.shown().find(({ paper }) => paper.card === stand?.card && paper.key === stand.key) ?? margin.of(stand.key));
    const stops = shown ? stopsOf(shown) : [];
    if (!stand || !shown || !stops.length) return null;
    const at = stops.findIndex(({ name }) => name === stand?.name);
    if (at < 0) stand = standIn(shown, stops[0], 0);
    else stand = found(shown, stops[at], stand);
    return { shown, stops, at: Math.max(at, 0), stand };
  };
  const take = (/** @type {Shown} */ shown, /** @type {Stop} */ stop, index = 0) => {
    stand = standIn(shown, stop, index);
    return true;
  };
  /** The first sentence of the abstract; where none is shown, of the title. @param {Shown} shown */
  const begin = (shown) => {
    const stop = entryOf(stopsOf(shown));
    return stop ? take(shown, stop) : false;
  };
  /** @param {Shown | null} from @param {number} by @param {(shown: Shown) => boolean} go */
  const toPaper = (from, by, go) => {
    const all = margin.shown();
    for (let index = (from ? all.indexOf(from) : -1) + by; all[index]; index += by) if (go(all[index])) return true;
    return false;
  };

  return {
    /** On the page as it is now; null also while it is being rendered anew. */
    here,
    /** Whether the page has that paper no more. */
    isGone: () => !stand || !margin.of(stand.key),
    /**
     * @param {Range | null} selected  to begin where it does
     * @param {(root: Element) => boolean} isInSight
     * @returns {boolean}  whether there is anywhere to stand
     */
    enter(selected, isInSight) {
      if (selected && standAt(margin, selected, stopsOf, take)) return true;
      const left = here();
      if (left && isInSight(left.stops[left.at].root)) return true;
      return toPaper(null, 1, (shown) => isInSight(placeOf(shown)) && begin(shown)) || toPaper(null, 1, begin);
    },
    /**
     * @param {1 | -1} by  one sentence; over the edges of fields and papers
     * @returns {boolean}  whether there was one
     */
    step(by) {
      const now = here();
      if (!now) return false;
      const { shown, stops, at } = now;
      const next = by > 0 ? now.stand.last + 1 : now.stand.first - 1;
      const edge = (/** @type {Stop} */ stop) => (by > 0 ? 0 : stop.sentences.length - 1);
      if (stops[at].sentences[next]) return take(shown, stops[at], next);
      if (stops[at + by]) return take(shown, stops[at + by], edge(stops[at + by]));
      return toPaper(shown, by, (other) => {
        const [stop] = stopsOf(other).slice(by > 0 ? 0 : -1);
        return stop ? take(other, stop, edge(stop)) : false;
      });
    },
    /** One sentence more, or one less; within the field. @param {1 | -1} by */
    widen(by) {
      const now = here();
      if (!now) return false;
      const { first, last, fixed } = now.stand;
      const moved = (first < fixed ? first : last) + by;
      if (!now.stops[now.at].sentences[moved]) return false;
      const words = wordsOf(now.stops[now.at], Math.min(fixed, moved));
      stand = { ...now.stand, first: Math.min(fixed, moved), last: Math.max(fixed, moved), words };
      return true;
    },
    /** @param {1 | -1} by  one paper; back first to where this one begins */
    paper(by) {
      const now = here();
      if (!now) return false;
      const isBegun = now.stand.last > 0 || now.stops[now.at] !== entryOf(now.stops);
      return (by < 0 && isBegun && begin(now.shown)) || toPaper(now.shown, by, begin);
    },
    /** To the beginning of a paper's abstract. @param {PaperOnPage} paper */
    into(paper) {
      const shown = margin.of(paper.key);
      return shown ? begin(shown) : false;
    },
    /** Back to one sentence, should there be more. @returns {boolean}  whether there were */
    narrow() {
      const now = here();
      if (!now || now.stand.first === now.stand.last) return false;
      return take(now.shown, now.stops[now.at], now.stand.fixed);
    },
  };
}

/** @param {Stop[]} stops @returns {Stop | undefined}  where one begins with a paper */
const entryOf = (stops) => stops.find(({ name }) => name === "abstract") ?? stops[0];

/** @param {Here} here @returns {Span}  code points of the field */
export function spanOf({ stops, at, stand }) {
  const { sentences } = stops[at];
  return { start: sentences[stand.first].start, end: sentences[stand.last].end };
}

/** @param {Here} here */
export function rangeOf(here) {
  const { start, end } = spanOf(here);
  return new StaticRange(here.stops[here.at].text.rangeOf(start, end));
}

/** What of a paper the reader has to have before the eyes for being at it. @param {Shown} shown */
function placeOf({ paper: { card }, fields: { title, abstract } }) {
  return [abstract, title].find((one) => one?.getClientRects().length) ?? card;
}

/** What one stands on, for reading. @param {Here} here */
export function wordsAt(here) {
  const { start, end } = spanOf(here);
  return plain(cut(here.stops[here.at].text, start, end));
}

/** The notes whose marks lie there. @param {Here} here @returns {Placed[]} */
export function notesAt(here) {
  const { root } = here.stops[here.at];
  const { start, end } = spanOf(here);
  return here.shown.placed.filter((one) => one.range && one.field === root && one.start < end && start < one.end);
}

/** @param {CanonicalText} canonical @param {number} start @param {number} end */
function cut({ text, length }, start, end) {
  return text.length === length ? text.slice(start, end) : [...text].slice(start, end).join("");
}

/** @param {Stop} stop @param {number} index */
const wordsOf = ({ text, sentences }, index) => cut(text, sentences[index].start, sentences[index].end);

/**
 * @param {Shown} shown
 * @param {Stop} stop
 * @param {number} index
 * @returns {Stand}
 */
function standIn({ paper: { card, key } }, stop, index) {
  return { card, key, name: stop.name, first: index, last: index, fixed: index, words: wordsOf(stop, index) };
}

/**
 * The same sentences, in a field that may have been rendered anew or say something else by now.
 * @param {Shown} shown
 * @param {Stop} stop
 * @param {Stand} stand
 */
function found(shown, stop, stand) {
  const top = stop.sentences.length - 1;
  const isThere = stand.last <= top && wordsOf(stop, stand.first) === stand.words;
  if (isThere) return stand;
  const moved = stop.sentences.findIndex((_, index) => wordsOf(stop, index) === stand.words);
  return standIn(shown, stop, moved < 0 ? Math.min(stand.first, top) : moved);
}

/**
 * @param {Margin} margin
 * @param {Range} range
 * @param {(shown: Shown) => Stop[]} stopsOf
 * @param {(shown: Shown, stop: Stop, index: number) => boolean} take
 */
function standAt(margin, range, stopsOf, take) {
  for (const shown of margin.shown()) {
    if (!Object.values(shown.fields).some((root) => range.intersectsNode(root))) continue;
    const stop = stopsOf(shown).findLast(({ root }) => range.intersectsNode(root));
    if (!stop) continue;
    const at = stop.root.contains(range.startContainer) ? stop.text.offsetOf(range.startContainer, range.startOffset) : 0;
    return take(shown, stop, Math.max(stop.sentences.findLastIndex(({ start }) => start <= at), 0));
  }
  return false;
}

/**
 * @param {Margin} margin
 * @param {Shown} shown
 * @param {Field} name
 * @returns {Stop | null}  null: not on the page, or nothing of it in sight
 */
function stopAt(margin, shown, name) {
  const root = shown.fields[name];
  if (!root?.isConnected || !root.getClientRects().length) return null;
  const text = margin.text(shown, root);
  const inner = Object.values(shown.fields).filter((other) => other !== root && root.contains(other));
  const floor = floorOf(root, shown.paper.card);
  const isSeen = (/** @type {Span} */ { start, end }) => {
    const range = inner.length || floor !== null ? new StaticRange(text.rangeOf(start, end)) : null;
    return !range || (!inner.some((other) => other.contains(range.startContainer)) && !isBelow(range, floor));
  };
  const sentences = sentencesOf(text).filter(isSeen);
  return sentences.length ? { name, root, text, sentences } : null;
}

/**
 * Where the page cuts a field off, as it does with an abstract of which a card shows three lines.
 * @param {Element} root
 * @param {Element} card
 * @returns {number | null}
 */
function floorOf(root, card) {
  for (let one = /** @type {Element | null} */ (root); one && card.contains(one); one = one.parentElement) {
    const isCutting = one.scrollHeight > one.clientHeight + 2 && /hidden|clip/u.test(getComputedStyle(one).overflowY);
    if (isCutting) return one.getBoundingClientRect().bottom;
  }
  return null;
}

/** @param {StaticRange} range @param {number | null} floor */
function isBelow(range, floor) {
  if (floor === null) return false;
  const [box] = liveRange(range)?.getClientRects() ?? [];
  return Boolean(box) && box.top >= floor - 2;
}
