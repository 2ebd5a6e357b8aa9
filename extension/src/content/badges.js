// A badge for each paper on the page, over its card by position alone: nothing is inserted into the page.
import { html, nothing, render } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { overlap, placeBadge } from "./geometry.js";
import { noteIcon } from "./icons.js";
import { isKey } from "./keys.js";
import { badgeName } from "./words.js";

/** @import {Box} from "./geometry.js" */
/** @import {Host} from "./host.js" */
/** @import {Shown} from "./margin.js" */

/**
 * @typedef {object} BadgeState
 * @property {Shown} shown
 * @property {string} title
 * @property {number} count
 * @property {number} fresh  notes of others that the reader has not looked at
 * @property {boolean} unasked  the server is only asked when this is opened
 * @property {boolean} waiting
 * @property {string} problem
 *
 * @typedef {object} BadgeEvents
 * @property {(shown: Shown, badge: HTMLElement) => void} open
 * @property {(shown: Shown) => void} openAbstract
 *
 * @typedef {ReturnType<typeof createBadges>} Badges
 */

// What a badge must not lie on: controls, pictures, words. What is nearly as large as the card itself is its background.
const CONTROLS = "a[href], button, input, select, textarea, label, summary, [role=button], [role=checkbox], img, svg, video";

/**
 * @param {Host} host
 * @param {BadgeEvents} events
 */
export function createBadges(host, events) {
  const layer = host.layer("badge-layer");
  /** @type {BadgeState[]} */
  let states = [];
  const seen = new ResizeObserver(() => placeAll());
  /** @type {Set<Element>} */
  let watched = new Set();

  const elements = () => /** @type {HTMLElement[]} */ ([...layer.querySelectorAll(".badge")]);
  const placeAll = () => {
    const origin = host.origin();
    const width = document.documentElement.clientWidth;
    const badges = elements();
    // All reading before all writing: one layout for the whole page.
    const spots = states.map(({ shown }, index) => spotOf(shown, badges[index], width));
    spots.forEach((spot, index) => {
      badges[index].hidden = !spot;
      if (!spot) return;
      badges[index].style.left = `${spot.left - origin.left}px`;
      badges[index].style.top = `${spot.top - origin.top}px`;
    });
    hideCovered();
  };
  const hideCovered = () => {
    const view = { left: 0, top: 0, right: window.innerWidth, bottom: window.innerHeight };
    const badges = elements();
    const covered = states.map(({ shown }, index) => {
      const box = badges[index].getBoundingClientRect();
      return overlap(box, view) && isCovered(shown.paper.card, box, host.element);
    });
    covered.forEach((is, index) => badges[index].classList.toggle("covered", is));
  };
  const watch = () => {
    const cards = new Set(states.map(({ shown }) => shown.paper.card));
    for (const card of watched) if (!cards.has(card)) seen.unobserve(card);
    for (const card of cards) if (!watched.has(card)) seen.observe(card);
    watched = cards;
  };

  return {
    /** @param {BadgeState[]} wanted */
    draw(wanted) {
      states = wanted;
      render(repeat(states, ({ shown }) => shown.paper.card, (state) => badge(state, events)), layer);
      watch();
      placeAll();
    },
    place: placeAll,
    scrolled: hideCovered,
    remove() {
      seen.disconnect();
      render(nothing, layer);
    },
  };
}

/**
 * @param {BadgeState} state
 * @param {BadgeEvents} events
 */
function badge({ shown, title, count, fresh, unasked, waiting, problem }, events) {
  const name = unasked && !count ? "Look for notes" : badgeName(count, fresh, waiting);
  const tip = problem ? `${name}. ${problem}` : name;
  const kind = fresh ? "fresh" : count ? "some" : "none";
  return html`<button type="button" class="badge ${kind}" aria-haspopup="dialog" data-paper=${shown.paper.key}
    aria-label=${title ? `${name}: ${title}` : name} title=${tip}
    @click=${(/** @type {Event} */ event) => events.open(shown, /** @type {HTMLElement} */ (event.currentTarget))}
    @keydown=${(/** @type {KeyboardEvent} */ event) => isKey(event, "a") && events.openAbstract(shown)}>
    <span class="pill">${noteIcon}${count ? html`<span class="count">${count}</span>` : nothing}</span>
    ${waiting ? html`<span class="dot"></span>` : nothing}
  </button>`;
}

/**
 * @param {Shown} shown
 * @param {HTMLElement} element
 * @param {number} width
 */
function spotOf(shown, element, width) {
  const card = shown.paper.card.getBoundingClientRect();
  if (!card.width || !card.height) return null;
  const size = { width: element.offsetWidth || 32, height: element.offsetHeight || 32 };
  return placeBadge(size, card, taken(shown, card), width);
}

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
