// Brings words into sight: scrolls what scrolls around them, and the window, at once and by no more than is needed.
import { union } from "./geometry.js";
import { boxesOf } from "./hit.js";
import { liveRange } from "./placing.js";

/** What pages keep at the top of a window, and we at its foot. */
const HEAD = 80;
const FOOT = 96;

/** @param {StaticRange} words */
export function reveal(words) {
  const range = liveRange(words);
  if (!range) return;
  const { startContainer } = range;
  const inner = startContainer instanceof Element ? startContainer : startContainer.parentElement;
  for (let one = inner; one && one !== document.body && one !== document.documentElement; one = one.parentElement) {
    if (!scrolls(one)) continue;
    const { top, bottom } = one.getBoundingClientRect();
    bring(range, one, { top: top + (Number.parseFloat(getComputedStyle(one).scrollPaddingTop) || 0), bottom });
  }
  const head = Math.min(HEAD, window.innerHeight / 5);
  bring(range, window, { top: head, bottom: window.innerHeight - Math.min(FOOT, window.innerHeight / 4) });
}

/** @param {Element} element */
const scrolls = (element) => element.scrollHeight > element.clientHeight && /auto|scroll/u.test(getComputedStyle(element).overflowY);

/**
 * @param {Range} range
 * @param {Element | Window} scroller
 * @param {{top: number, bottom: number}} view
 */
function bring(range, scroller, view) {
  const box = union(boxesOf(range));
  if (!box || (box.top >= view.top && box.bottom <= view.bottom)) return;
  const room = view.bottom - view.top - (box.bottom - box.top);
  // In the middle, with what stands around it; what is longer than the view from its beginning.
  const top = view.top + Math.max(room / 2, 0);
  scroller.scrollBy({ top: box.top - top, behavior: "instant" });
}
