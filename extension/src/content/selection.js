// What a selection on the page means: words of one field of one paper, or the reason why it cannot be marked.
import { describe } from "../anchoring/describe.js";
import { liveRange } from "./placing.js";

/** @import {Field, PaperOnPage, Selector} from "../shared/types.js" */
/** @import {Margin, Placed, Shown} from "./margin.js" */

/**
 * @typedef {object} Picked
 * @property {PaperOnPage} paper
 * @property {Field} field
 * @property {Element} root
 * @property {Selector[]} selectors
 * @property {string} quote
 * @property {StaticRange} range
 *
 * @typedef {{picked: Picked, refused: null} | {picked: null, refused: string}} Reading
 */

/**
 * @param {Margin} margin
 * @param {Range | null} range  what is selected
 * @returns {Reading | null} null: nothing of a paper is selected
 */
export function readSelection(margin, range) {
  if (!range || range.collapsed) return null;
  const parts = margin.shown().flatMap((shown) => partsOf(shown, range));
  if (!parts.length) return null;
  const whole = parts.filter((part) => !strays(range, part.range));
  // A full text holds the abstract: what lies in both is the inner one's.
  const inner = whole.find(({ root }) => !whole.some((other) => other.root !== root && root.contains(other.root)));
  if (inner) return pick(margin, inner);
  const isOfMany = parts.some(({ shown }) => shown.paper.key !== parts[0].shown.paper.key);
  return { picked: null, refused: isOfMany ? "two papers" : "across" };
}

/**
 * @typedef {{shown: Shown, field: Field, root: Element, range: Range}} Part
 * @param {Shown} shown
 * @param {Range} range
 * @returns {Part[]}
 */
function partsOf(shown, range) {
  const fields = /** @type {Array<[Field, Element | undefined]>} */ (Object.entries(shown.fields));
  return fields.flatMap(([field, root]) => {
    if (!root?.isConnected || !range.intersectsNode(root)) return [];
    const part = clip(range, root);
    return bare(part) ? [{ shown, field, root, range: part }] : [];
  });
}

/**
 * A triple click ends before the first character of what follows; a drag often ends in the gap below.
 * @param {Range} range
 * @param {Element} root
 */
function clip(range, root) {
  const whole = root.ownerDocument.createRange();
  whole.selectNodeContents(root);
  const part = range.cloneRange();
  if (range.compareBoundaryPoints(Range.START_TO_START, whole) < 0) part.setStart(whole.startContainer, whole.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, whole) > 0) part.setEnd(whole.endContainer, whole.endOffset);
  return part;
}

/** @param {Range} range */
const bare = (range) => range.toString().replace(/\s+/g, "");

/**
 * @param {Range} range
 * @param {Range} part
 */
function strays(range, part) {
  return bare(range).length !== bare(part).length;
}

/**
 * The words that a mark lies on now, as if they were selected.
 * @param {Margin} margin
 * @param {Placed} placed
 * @returns {Reading | null}  null: it lies nowhere
 */
export function readMark(margin, { note, field: root, range: fixed }) {
  const [shown, range] = [margin.of(note.paper), fixed && liveRange(fixed)];
  return shown && root && range && note.field ? pick(margin, { shown, field: note.field, root, range }) : null;
}

/**
 * @param {Margin} margin
 * @param {Part} part
 * @returns {Reading}
 */
function pick(margin, { shown, field, root, range }) {
  const described = describe(margin.text(shown, root), range);
  if ("refused" in described) return { picked: null, refused: described.refused };
  const { selectors, quote } = described;
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const fixed = new StaticRange({ startContainer, startOffset, endContainer, endOffset });
  return { picked: { paper: shown.paper, field, root, selectors, quote, range: fixed }, refused: null };
}
