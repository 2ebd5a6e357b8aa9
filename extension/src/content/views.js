// What a card can be opened on, and what it then stands beside.
import { union } from "./geometry.js";
import { boxesOf } from "./hit.js";
import { liveRange } from "./margin.js";

/** @import {PaperOnPage, Unfinished} from "../shared/types.js" */
/** @import {View} from "./card-view.js" */
/** @import {Margin, Placed, Shown} from "./margin.js" */

/**
 * @param {PaperOnPage} paper
 * @param {Unfinished} one
 * @param {Placed | null} found  where its words are
 * @returns {View}
 */
export function newView(paper, { field, selectors, quote }, found) {
  const range = found?.range ?? new StaticRange({ startContainer: paper.card, startOffset: 0, endContainer: paper.card, endOffset: 0 });
  const picked = field && { paper, field, root: found?.field ?? paper.card, selectors, quote, range };
  return { kind: "new", paper, ids: [], picked, at: () => boxOf(range) ?? paper.card.getBoundingClientRect() };
}

/**
 * @param {Shown} shown
 * @param {Element} badge
 * @returns {View}
 */
export function paperView({ paper }, badge) {
  return { kind: "paper", paper, ids: [], picked: null, at: () => (badge.isConnected ? badge.getBoundingClientRect() : null) };
}

/**
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

/** @param {StaticRange | null} range */
export function boxesOfMark(range) {
  const live = range && liveRange(range);
  return live ? boxesOf(live) : [];
}

/** @param {StaticRange} range */
export const boxOf = (range) => union(boxesOfMark(range));
