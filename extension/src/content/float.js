// A box of ours that stands beside something of the page: placed when it is drawn, and again only when one of the two has moved.

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
