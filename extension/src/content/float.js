// A box of ours that stands beside something of the page: placed when it is drawn, and again only when one of the two has moved. Where
// the stylesheet holds it at the foot of the window, as on a phone, the page is moved instead.
import { GAP } from "./geometry.js";

/** @import {Box, Size} from "./geometry.js" */
/** @import {Host} from "./host.js" */

/**
 * @param {Host} host
 * @param {HTMLElement} layer  the box is its only element
 * @param {(box: Size, beside: Box, view: Size) => {left: number, top: number, maxHeight: number}} spotFor
 */
export function createFloat(host, layer, spotFor) {
  let placed = "";
  return {
    /** @param {Box | null | undefined} beside */
    place(beside) {
      const box = /** @type {HTMLElement | null} */ (layer.firstElementChild);
      if (!box || !beside) return;
      const origin = host.origin();
      // A page that moves elsewhere must not make the box follow the reader's scrolling.
      const where = [beside.left - origin.left, beside.top - origin.top, window.innerWidth, window.innerHeight, box.scrollHeight].join();
      if (where === placed) return;
      placed = where;
      if (getComputedStyle(box).position === "fixed") return uncover(box, beside);
      box.style.maxHeight = "";
      const size = { width: box.offsetWidth, height: box.scrollHeight };
      const spot = spotFor(size, beside, { width: document.documentElement.clientWidth, height: window.innerHeight });
      box.style.left = `${spot.left - origin.left}px`;
      box.style.top = `${spot.top - origin.top}px`;
      box.style.maxHeight = `${spot.maxHeight}px`;
    },
    /** Another box than the one placed last. */
    anew: () => void (placed = ""),
  };
}

/**
 * Scrolls what a box at the foot of the window covers into sight; where the page ends there, the box goes to the window's head.
 * @param {HTMLElement} box
 * @param {Box} beside
 */
function uncover(box, beside) {
  box.classList.remove("head");
  const hidden = beside.bottom + GAP - box.getBoundingClientRect().top;
  if (hidden <= 0 || beside.top >= window.innerHeight) return;
  const before = window.scrollY;
  // Of what is longer than the room that is left, the beginning stays.
  const wanted = Math.min(hidden, Math.max(beside.top - GAP, 0));
  window.scrollBy({ top: wanted, behavior: "instant" });
  const missing = wanted - (window.scrollY - before);
  box.classList.toggle("head", missing > 1 && beside.top - (window.scrollY - before) > box.offsetHeight);
}
