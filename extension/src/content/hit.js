// Which marks lie under a point. Highlights raise no events: the caret says where in the text a click fell, and the
// range's boxes whether it fell on the words or only in the margin beside them (the caret snaps to the nearest text).
import { holds } from "./geometry.js";
import { liveRange } from "./placing.js";

/** @import {Margin, Placed, Shown} from "./margin.js" */

/**
 * @param {Document} doc
 * @param {ShadowRoot} root  ours, which the caret enters too
 * @param {number} x
 * @param {number} y
 * @returns {{node: Node, offset: number} | null}
 */
export function caretAt(doc, root, x, y) {
  if (doc.caretPositionFromPoint) {
    const caret = doc.caretPositionFromPoint(x, y, { shadowRoots: [root] });
    return caret && { node: caret.offsetNode, offset: caret.offset };
  }
  const range = doc.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

/**
 * @param {Margin} margin
 * @param {Document} doc
 * @param {ShadowRoot} root
 * @param {number} x
 * @param {number} y
 * @returns {{shown: Shown, hits: Placed[]} | null}
 */
export function marksAt(margin, doc, root, x, y) {
  const caret = caretAt(doc, root, x, y);
  if (!caret) return null;
  for (const shown of margin.shown()) {
    const hits = Object.values(shown.fields).flatMap((field) => {
      if (!field.contains(caret.node)) return [];
      const offset = margin.text(shown, field).offsetOf(caret.node, caret.offset);
      const near = shown.placed.filter((one) => one.range && one.field === field && one.start <= offset && offset <= one.end);
      return near.filter((one) => covers(one, x, y));
    });
    if (hits.length) return { shown, hits };
  }
  return null;
}

/**
 * @param {Placed} placed
 * @param {number} x
 * @param {number} y
 */
function covers(placed, x, y) {
  const range = placed.range && liveRange(placed.range);
  return Boolean(range) && boxesOf(/** @type {Range} */ (range)).some((box) => holds(box, x, y));
}

/** @param {Range} range */
export function boxesOf(range) {
  return [...range.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
}

// A click on one of these is the page's, mark or no mark.
const CONTROLS = "a[href], button, input, select, textarea, label, summary, video, audio, [role=button], [role=link], [contenteditable]";

/** @param {MouseEvent} event */
export function isPlain(event) {
  if (event.button !== 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.detail > 1) return false;
  const target = event.composedPath()[0];
  return target instanceof Element && !target.closest(CONTROLS);
}
