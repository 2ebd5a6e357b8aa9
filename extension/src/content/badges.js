// A badge for each paper on the page, over its card by position alone: nothing is inserted into the page. All of it happens on a page
// whose reader has asked for nothing yet, so nothing is looked at twice.
import { createBadge, isWhole } from "./badge.js";
import { overlap } from "./geometry.js";
import { createSpots } from "./spots.js";

/** @import {Badge, BadgeEvents} from "./badge.js" */
/** @import {Box} from "./geometry.js" */
/** @import {Host} from "./host.js" */
/** @import {Shown} from "./margin.js" */

/** @typedef {ReturnType<typeof createBadges>} Badges */

// A listing is many screens long: only cards that came this near to the reader's get a badge, and then they keep it.
// Part of the window's height.
const NEAR = 0.5;

/**
 * @param {Host} host
 * @param {BadgeEvents} events
 */
export function createBadges(host, events) {
  const layer = host.layer("badge-layer");
  const spots = createSpots();
  /** @type {Shown[]} */
  let all = [];
  /** @type {Shown[]} */
  let drawn = [];
  /** Cards to be told of when they come near. @type {Set<Element>} */
  let awaited = new Set();
  /** By card. @type {Map<Element, Badge>} */
  const near = new Map();
  let stale = false;

  const approach = new IntersectionObserver((entries) => {
    const come = new Set(entries.filter(({ isIntersecting, target }) => isIntersecting && !near.has(target)).map(({ target }) => target));
    if (!come.size) return;
    for (const shown of all) if (come.has(shown.paper.card)) approached(shown);
    show();
  }, { rootMargin: `${NEAR * 100}% 0px` });
  const resize = new ResizeObserver((entries) => {
    if (entries.some(({ target }) => !spots.fits(target))) placeAll();
  });
  const approached = (/** @type {Shown} */ shown) => {
    const { card } = shown.paper;
    if (near.has(card)) return;
    near.set(card, createBadge(shown, events));
    resize.observe(card);
  };
  const leave = (/** @type {Element} */ card) => {
    approach.unobserve(card);
    resize.unobserve(card);
    near.get(card)?.element.remove();
    near.delete(card);
  };
  const watch = () => {
    const present = new Set(all.map(({ paper }) => paper.card));
    for (const card of awaited) if (!present.has(card)) leave(card);
    for (const card of present) if (!awaited.has(card)) approach.observe(card);
    // The observer tells in the next frame, and would cost one more: it is left with what follows the first card that is far below.
    for (const shown of all.filter(({ paper }) => !awaited.has(paper.card))) {
      if (isNear(shown.paper.card)) approached(shown);
      else if (isBelow(shown.paper.card)) break;
    }
    awaited = present;
  };

  const badgeOf = (/** @type {Shown} */ { paper }) => /** @type {Badge} */ (near.get(paper.card));
  const show = () => {
    drawn = all.filter(({ paper }) => near.has(paper.card));
    const changed = drawn.filter((shown) => badgeOf(shown).show(shown));
    drawn.forEach((shown, index) => {
      const { element } = badgeOf(shown);
      if (layer.children[index] !== element) layer.insertBefore(element, layer.children[index] ?? null);
    });
    if (changed.length || stale) placeAll();
  };
  const placeAll = () => {
    stale = false;
    if (!drawn.length) return;
    const origin = host.origin();
    // All reading before all writing: one layout for the whole page.
    const places = looked();
    places.forEach(({ place, isCovered }, index) => {
      const { element } = badgeOf(drawn[index]);
      element.hidden = !place;
      element.classList.toggle("covered", isCovered);
      // Not by `left` and `top`: a box that moves by them counts as a shift of the page's layout.
      if (place) element.style.translate = `${place.left - origin.left}px ${place.top - origin.top}px`;
    });
  };
  const looked = () => {
    const width = document.documentElement.clientWidth;
    return drawn.map((shown) => {
      const place = spots.of(shown, badgeOf(shown).element, width);
      return { place, isCovered: place !== null && isCovered(shown, place, host.element) };
    });
  };
  const hideCovered = () => looked().forEach(({ isCovered }, index) => badgeOf(drawn[index]).element.classList.toggle("covered", isCovered));

  return {
    /** @param {Shown[]} shown  what is to have a badge */
    draw(shown) {
      all = shown;
      watch();
      show();
    },
    /** @param {Element | null} element */
    has: (element) => element !== null && element.parentElement === layer,
    place: placeAll,
    scrolled: hideCovered,
    /** What stands on these cards may stand elsewhere on them now. @param {Node[]} touched */
    forget(touched) {
      stale = true;
      spots.forget([...near.keys()].filter((card) => touched.some((node) => card.contains(node) || node.contains(card))));
    },
    remove() {
      approach.disconnect();
      resize.disconnect();
      layer.replaceChildren();
    },
  };
}

/** @param {Element} card */
const isBelow = (card) => card.getBoundingClientRect().top > (1 + NEAR) * window.innerHeight;

/** @param {Element} card */
function isNear(card) {
  const { top, bottom, width, height } = card.getBoundingClientRect();
  const margin = NEAR * window.innerHeight;
  return (width > 0 || height > 0) && bottom >= -margin && top <= window.innerHeight + margin;
}

/**
 * By a bar that the page keeps in front, or because a scroller ends before the card does.
 * @param {Shown} shown
 * @param {Box} badge
 * @param {Element} own
 */
function isCovered(shown, badge, own) {
  const { card } = shown.paper;
  if (isWhole(shown) || !overlap(badge, { left: 0, top: 0, right: window.innerWidth, bottom: window.innerHeight })) return false;
  const box = card.getBoundingClientRect();
  const x = Math.min(Math.max((badge.left + badge.right) / 2, box.left + 2), box.right - 2);
  const y = Math.min(Math.max((badge.top + badge.bottom) / 2, box.top + 2), box.bottom - 2);
  const top = document.elementsFromPoint(x, y).find((one) => one !== own);
  return Boolean(top) && !card.contains(/** @type {Element} */ (top)) && !(/** @type {Element} */ (top).contains(card));
}
