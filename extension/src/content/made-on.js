// Which version of a paper a note was made on, where that is worth telling. Pure.

/** @import {Note, PaperOnPage} from "../shared/types.js" */

/**
 * Versions are one source's own numbers: they are compared within one source, and only where both sides tell one.
 * @param {Pick<Note, "source" | "version">} note
 * @param {Pick<PaperOnPage, "source" | "version">} paper
 * @returns {number | null}  null: the page shows the same version, or cannot be compared
 */
export function madeOn({ source, version }, paper) {
  const isComparable = version !== null && paper.version !== undefined && source === paper.source;
  return isComparable && version !== paper.version ? version : null;
}
