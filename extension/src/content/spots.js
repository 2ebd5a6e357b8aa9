// Where on its card a badge may stand: on none of the page's controls, pictures and words. Found by looking at everything on the card,
// so what was found is kept for as long as card and badge have their sizes.
import { isWhole } from "./badge.js";
import { placeBadge } from "./geometry.js";

/** @import {Box} from "./geometry.js" */
/** @import {Shown} from "./margin.js" */

// What is nearly as large as the card itself is its background.
const CONTROLS = "a[href], button, input, select, textarea, label, summary, [role=button], [role=checkbox], img, svg, video";

export function createSpots() {
  /** @type {WeakMap<Element, {card: string, badge: string, left: number, top: number}>} */
  const found = new WeakMap();
  return {
    /**
     * @param {Shown} shown
     * @param {HTMLElement} badge
     * @param {number} width  of the document
     * @returns {Box | null}  in the viewport; null while the page does not show the card
     */
    of(shown, badge, width) {
      if (isWhole(shown)) return boxAt(0, 0, { width: 0, height: 0 });
      const { card } = shown.paper;
      const box = card.getBoundingClientRect();
      if (!box.width || !box.height) return null;
      const size = { width: badge.offsetWidth || 32, height: badge.offsetHeight || 32 };
      const around = `${size.width} ${size.height} ${box.left} ${width}`;
      const known = found.get(card);
      if (known?.card === sizeOf(box) && known.badge === around) return boxAt(box.left + known.left, box.top + known.top, size);
      const isRtl = getComputedStyle(card).direction === "rtl";
      const spot = placeBadge(size, box, taken(shown, box), width, isRtl);
      found.set(card, { card: sizeOf(box), badge: around, left: spot.left - box.left, top: spot.top - box.top });
      return boxAt(spot.left, spot.top, size);
    },
    /** Whether a card still has the size that its spot was found for. @param {Element} card */
    fits: (card) => found.get(card)?.card === sizeOf(card.getBoundingClientRect()),
    /** @param {Iterable<Element>} cards  where other things stand now */
    forget(cards) {
      for (const card of cards) found.delete(card);
    },
  };
}

/** @param {number} left @param {number} top @param {import("./geometry.js").Size} size @returns {Box} */
const boxAt = (left, top, { width, height }) => ({ left, top, right: left + width, bottom: top + height });

/** @param {{width: number, height: number}} box */
const sizeOf = ({ width, height }) => `${width} ${height}`;

/**
 * @param {Shown} shown
 * @param {Box & {width: number, height: number}} card
 * @returns {Box[]}
 */
function taken(shown, card) {
  const large = card.width * card.height * 0.3;
  const things = [...shown.paper.card.querySelectorAll("*")].filter((one) => one.matches(CONTROLS) || isLabel(one));
  const boxes = things.flatMap((one) => [...one.getClientRects()]).filter((box) => box.width * box.height < large);
  const texts = [shown.paper.fields.title, shown.paper.fields.abstract].flatMap((field) => (field ? linesOf(field) : []));
  return [...boxes, ...texts];
}

const LABEL = 80;

/** @param {Element} element  a chip, a count, a date: a few words of its own */
function isLabel(element) {
  const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim());
  return words && (element.textContent ?? "").length <= LABEL;
}

/** @param {Element} field */
function linesOf(field) {
  const range = field.ownerDocument.createRange();
  range.selectNodeContents(field);
  return [...range.getClientRects()].filter((box) => box.width > 0 && box.height > 0 && box.height < 80);
}
