// What a card is opened on, and what it stands beside.
import { union } from "./geometry.js";
import { boxesOf } from "./hit.js";
import { liveRange } from "./placing.js";

/** @import {PaperOnPage, Unfinished} from "../shared/types.js" */
/** @import {View} from "./card-view.js" */
/** @import {Box} from "./geometry.js" */
/** @import {Margin, Placed, Shown} from "./margin.js" */
/** @import {Picked} from "./selection.js" */

/**
 * All notes of a paper.
 * @param {Shown} shown
 * @param {() => Box | null} at
 * @returns {View}
 */
export function paperView({ paper }, at) {
  return { kind: "paper", paper, ids: [], picked: null, at };
}

/**
 * The notes of marks.
 * @param {Margin} margin
 * @param {Shown} shown
 * @param {Placed[]} hits
 * @returns {View}
 */
export function markView(margin, { paper }, hits) {
  const ids = hits.map(({ note }) => note.id);
  const at = () => union(ids.flatMap((id) => boxesOfMark(margin.find(id)?.range ?? null)));
  return { kind: "mark", paper, ids, picked: null, at };
}

/**
 * A note that is being written.
 * @param {PaperOnPage} paper
 * @param {Picked} picked
 * @returns {View}
 */
export function newView(paper, picked) {
  return { kind: "new", paper, ids: [], picked, at: () => boxOf(picked.range) };
}

/**
 * A note that was left unfinished, to write on.
 * @param {PaperOnPage} paper
 * @param {Unfinished} one
 * @param {Placed | null} found  where its words are
 * @returns {View}
 */
export function resumedView(paper, { field, selectors, quote }, found) {
  const range = found?.range ?? new StaticRange({ startContainer: paper.card, startOffset: 0, endContainer: paper.card, endOffset: 0 });
  const picked = field && { paper, field, root: found?.field ?? paper.card, selectors, quote, range };
  return { kind: "new", paper, ids: [], picked, at: () => boxOf(range) ?? paper.card.getBoundingClientRect() };
}

/** Beside an element, as long as the page has it. @param {Element} element @returns {() => Box | null} */
export const beside = (element) => () => (element.isConnected ? element.getBoundingClientRect() : null);

/** @param {StaticRange | null} range */
export function boxesOfMark(range) {
  const live = range && liveRange(range);
  return live ? boxesOf(live) : [];
}

/** @param {StaticRange} range */
const boxOf = (range) => union(boxesOfMark(range));
