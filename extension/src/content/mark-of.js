// How a note is painted where its words stand.
import { COLOURS } from "./painter.js";

/** @import {Margin, Placed} from "./margin.js" */
/** @import {Mark} from "./painter.js" */

/**
 * @param {Margin} margin
 * @param {Placed} placed
 * @returns {Mark[]}  none where its words are not on the page
 */
export function markOf(margin, { note, range, result, field }) {
  if (!range || !field) return [];
  const colour = margin.label(note)?.colour ?? note.label ?? "";
  return [{ range, field, colour: COLOURS.includes(colour) ? colour : COLOURS[0], changed: result === "changed", mine: note.mine }];
}
