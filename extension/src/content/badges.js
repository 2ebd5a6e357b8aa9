// A badge for each paper on the page, over its card by position alone: nothing is inserted into the page. All of it happens on a page
// whose reader has asked for nothing yet, so nothing is looked at twice.
import { createBadge } from "./badge.js";
import { overlap } from "./geometry.js";
import { createSpots } from "./spots.js";

/** @import {PaperOnPage} from "../shared/types.js" */
/** @import {Badge, BadgeEvents} from "./badge.js" */
/** @import {Box} from "./geometry.js" */
/** @import {Host} from "./host.js" */
/** @import {Shown} from "./margin.js" */

/** @typedef {ReturnType<typeof createBadges>} Badges */

// A listing is many screens long: only cards that came this near to the reader's get a badge, and then they keep it.
const NEAR = "50% 0px";

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
    const come = new Set(entries.filter((entry) => entry.isIntersecting).map(({ target }) => target));
    for (const shown of all) if (come.has(shown.paper.card)) approached(shown);
    show();
  }, { rootMargin: NEAR });
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
    const width = document.documentElement.clientWidth;
    // All reading before all writing: one layout for the whole page.
    const places = drawn.map((shown) => spots.of(shown, badgeOf(shown).element, width));
    places.forEach((place, index) => {
      const { element } = badgeOf(drawn[index]);
      element.hidden = !place;
      // Not by `left` and `top`: a box that moves by them counts as a shift of the page's layout.
      if (place) element.style.translate = `${place.left - origin.left}px ${place.top - origin.top}px`;
    });
    hideCovered();
  };
  const hideCovered = () => {
    const view = { left: 0, top: 0, right: window.innerWidth, bottom: window.innerHeight };
    const covered = drawn.map((shown) => {
      const box = badgeOf(shown).element.getBoundingClientRect();
      return overlap(box, view) && isCovered(shown.paper.card, box, host.element);
    });
    covered.forEach((is, index) => badgeOf(drawn[index]).element.classList.toggle("covered", is));
  };

  return {
    /** @param {Shown[]} shown  what is to have a badge */
    draw(shown) {
      all = shown;
      watch();
      show();
    },
    /** @param {Element | null} element @returns {PaperOnPage | null}  whose badge it is */
    paperOf: (element) => drawn.find((shown) => badgeOf(shown).element === element)?.paper ?? null,
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

/**
 * A bar that the page keeps in front, or a scroller that ends before the card does.
 * @param {Element} card
 * @param {Box} badge
 * @param {Element} own
 */
function isCovered(card, badge, own) {
  const box = card.getBoundingClientRect();
  const x = Math.min(Math.max((badge.left + badge.right) / 2, box.left + 2), box.right - 2);
  const y = Math.min(Math.max((badge.top + badge.bottom) / 2, box.top + 2), box.bottom - 2);
  const top = document.elementsFromPoint(x, y).find((one) => one !== own);
  return Boolean(top) && !card.contains(/** @type {Element} */ (top)) && !(/** @type {Element} */ (top).contains(card));
}
