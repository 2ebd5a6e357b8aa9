// Where things go. Pure: boxes in, positions out, all in viewport coordinates.

/**
 * @typedef {{left: number, top: number, right: number, bottom: number}} Box
 * @typedef {{width: number, height: number}} Size
 */

/** Between a box of ours and what it stands beside. */
export const GAP = 8;
const EDGE = 8;
const STEP = 16;
/** Where a finger selects: what it takes hold of below the last line, and the system's own menu above the first. */
const HANDLE = 32;
const MENU = 64;

/**
 * @param {number} value
 * @param {number} low
 * @param {number} high
 */
const clamp = (value, low, high) => Math.max(low, Math.min(value, high));

/**
 * @param {Iterable<Box>} boxes
 * @returns {Box | null}
 */
export function union(boxes) {
  /** @type {Box | null} */
  let all = null;
  for (const box of boxes) {
    all = all
      ? {
          left: Math.min(all.left, box.left),
          top: Math.min(all.top, box.top),
          right: Math.max(all.right, box.right),
          bottom: Math.max(all.bottom, box.bottom),
        }
      : { left: box.left, top: box.top, right: box.right, bottom: box.bottom };
  }
  return all;
}

/**
 * The last line of a text, where words of both directions stand in boxes of their own.
 * @param {Box[]} boxes  of the text, in its order
 * @returns {Box | null}
 */
export function lastLine(boxes) {
  const last = boxes[boxes.length - 1];
  return union(boxes.filter(({ top, bottom }) => last.top < (top + bottom) / 2 && (top + bottom) / 2 < last.bottom));
}

/**
 * @param {Box} one
 * @param {Box} other
 */
export function overlap(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/**
 * @param {Box} box
 * @param {number} x
 * @param {number} y
 */
export function holds(box, x, y) {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

/**
 * @param {Box} box
 * @param {number} x
 * @param {number} y
 * @returns {{x: number, y: number}}  a point inside the box, not on its edge
 */
export function nearestIn(box, x, y) {
  return { x: clamp(x, box.left + 1, box.right - 1), y: clamp(y, box.top + 1, box.bottom - 1) };
}

/**
 * A mark with the text that it stands in.
 * @param {Box} mark
 * @param {Box[]} texts
 * @returns {Box & {text?: Box}}
 */
export function inText(mark, texts) {
  const { left, top, right, bottom } = mark; // a DOMRect's are not its own
  return { left, top, right, bottom, text: texts.find((text) => holds(text, (mark.left + mark.right) / 2, (mark.top + mark.bottom) / 2)) };
}

/**
 * A card goes beside the text of its mark, where it covers no word; else under the mark, above it when there is more room there,
 * and never over it.
 * @param {Size} card
 * @param {Box & {text?: Box}} mark
 * @param {Size} view
 * @returns {{left: number, top: number, maxHeight: number}}
 */
export function placeCard(card, mark, view) {
  const most = view.height - 2 * EDGE;
  const { left, right } = mark.text ?? mark;
  const beside = right + GAP + card.width <= view.width - EDGE ? right + GAP : left - GAP - card.width;
  if (beside >= EDGE) {
    const height = Math.min(card.height, most);
    return { left: beside, top: clamp(mark.top, EDGE, view.height - EDGE - height), maxHeight: most };
  }
  return placeUnder(card, mark, view);
}

/**
 * Under something, or above it when there is more room, and never over it.
 * @param {Size} card
 * @param {Box} mark
 * @param {Size} view
 * @returns {{left: number, top: number, maxHeight: number}}
 */
export function placeUnder(card, mark, view) {
  const most = view.height - 2 * EDGE;
  const left = clamp(mark.left, EDGE, Math.max(EDGE, view.width - EDGE - card.width));
  const under = view.height - EDGE - (mark.bottom + GAP);
  const above = mark.top - GAP - EDGE;
  if (card.height <= under || under >= above) {
    const room = Math.min(most, Math.max(under, 120));
    return { left, top: clamp(mark.bottom + GAP, EDGE, view.height - EDGE - Math.min(card.height, room)), maxHeight: room };
  }
  const room = Math.min(most, Math.max(above, 120));
  return { left, top: Math.max(EDGE, mark.top - GAP - Math.min(card.height, room)), maxHeight: room };
}

/**
 * A row at the end of a selection that covers none of its words: above one line, under several. Where a finger selects it is under
 * either, clear of what the system puts there.
 * @param {Size} bar
 * @param {{line: Box, whole: Box, isRtl: boolean, isTouched: boolean}} selection  its last line, and all of it
 * @param {Size} view
 */
export function placeToolbar(bar, { line, whole, isRtl, isTouched }, view) {
  const left = clamp(isRtl ? line.left : line.right - bar.width, EDGE, Math.max(EDGE, view.width - EDGE - bar.width));
  const lowest = Math.max(EDGE, view.height - EDGE - bar.height);
  const free = topsFor(bar, { line, whole, isTouched }).find((top) => top >= EDGE && top <= lowest);
  if (free !== undefined) return { left, top: free };
  // A selection that fills the window from top to bottom: beside it; else over its last line but one, or in a finger's reach.
  const beside = [whole.right + GAP, whole.left - GAP - bar.width].find((side) => side >= EDGE && side + bar.width <= view.width - EDGE);
  return { left: beside ?? left, top: clamp(isTouched ? lowest : line.top - GAP - bar.height, EDGE, lowest) };
}

/**
 * Where a row would cover no word, the best first.
 * @param {Size} bar
 * @param {{line: Box, whole: Box, isTouched: boolean}} selection
 */
function topsFor(bar, { line, whole, isTouched }) {
  const above = whole.top - (isTouched ? MENU : GAP) - bar.height;
  const under = whole.bottom + (isTouched ? HANDLE : GAP);
  // The system's menu goes under a selection that leaves it no room above.
  if (isTouched) return whole.top < MENU ? [under + MENU, under, above] : [under, above];
  const isOneLine = whole.bottom - whole.top < 1.5 * (line.bottom - line.top);
  return isOneLine ? [above, under] : [under, above];
}

/**
 * The first place at the top of a card, where its lines end, that covers none of the page's own controls and words.
 * @param {Size} badge
 * @param {Box} card
 * @param {Box[]} taken
 * @param {number} width  of the document
 * @param {boolean} [isRtl]  the card is read from right to left
 * @returns {{left: number, top: number}}
 */
export function placeBadge(badge, card, taken, width, isRtl = false) {
  if (isRtl) {
    const mirrored = (/** @type {Box} */ box) => ({ left: width - box.right, top: box.top, right: width - box.left, bottom: box.bottom });
    const spot = placeBadge(badge, mirrored(card), taken.map(mirrored), width);
    return { left: width - spot.left - badge.width, top: spot.top };
  }
  const right = Math.min(card.right, width);
  const inside = right - badge.width - 6;
  const edge = card.top - badge.height / 2;
  const spots = [{ left: inside, top: card.top + 6 }];
  // Along the upper edge from the right, then at the lower one.
  for (let left = inside; left >= Math.max(card.left, 0); left -= STEP) spots.push({ left, top: edge });
  spots.push({ left: inside, top: card.bottom - badge.height - 6 }, { left: inside, top: card.bottom - badge.height / 2 });
  const free = spots.find((spot) => {
    const box = { ...spot, right: spot.left + badge.width, bottom: spot.top + badge.height };
    return spot.left >= 0 && !taken.some((other) => overlap(box, other));
  });
  return free ?? { left: Math.max(0, inside), top: edge };
}
