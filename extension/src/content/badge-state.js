// What the badge of a paper has to say.
import { problemLine } from "./words.js";

/** @import {Status} from "../shared/types.js" */
/** @import {BadgeState} from "./badge.js" */
/** @import {Margin, Shown} from "./margin.js" */

/**
 * @param {Margin} margin
 * @param {Shown} shown
 * @param {Set<string>} known  notes that were looked at here
 * @param {Status} status
 * @returns {BadgeState}
 */
export function badgeState(margin, shown, known, status) {
  const notes = shown.placed.map(({ note }) => note);
  return {
    title: margin.title(shown),
    count: notes.length,
    fresh: notes.filter((note) => note.fresh && !known.has(note.id)).length,
    unasked: status.lookup === "badge",
    waiting: notes.some((note) => note.pending !== null || note.failed !== null),
    problem: problemLine(status),
  };
}
