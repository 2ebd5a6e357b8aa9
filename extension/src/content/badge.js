// One badge: a button that counts the notes of a paper. Built node by node, not by a template: a listing needs several before
// its reader has done anything, and a template's first use costs more than all the rest of them.
import { actionOf } from "../shared/keys.js";
import { number, phrase } from "../shared/phrase.js";
import { noteElement } from "./note-icon.js";
import { badgeName } from "./words.js";

/** @import {Shown} from "./margin.js" */

/**
 * @typedef {object} BadgeState
 * @property {string} title
 * @property {number} count
 * @property {number} fresh  notes of others that the reader has not looked at
 * @property {boolean} unasked  the server is only asked when this is opened
 * @property {boolean} waiting
 * @property {string} problem
 *
 * @typedef {object} BadgeEvents
 * @property {(shown: Shown) => BadgeState} stateOf
 * @property {() => import("../shared/keys.js").Keys} keys
 * @property {(shown: Shown, badge: HTMLElement) => void} open
 * @property {(shown: Shown) => void} openAbstract
 * @property {(shown: Shown) => void} walk  from here, by keyboard
 *
 * @typedef {ReturnType<typeof createBadge>} Badge
 */

/**
 * @param {Shown} first
 * @param {BadgeEvents} events
 */
export function createBadge(first, events) {
  let shown = first;
  let said = "";
  const element = document.createElement("button");
  element.type = "button";
  element.setAttribute("aria-haspopup", "dialog");
  element.addEventListener("click", () => events.open(shown, element));
  element.addEventListener("keydown", (event) => {
    const action = actionOf(event, events.keys());
    if (action === "abstract") events.openAbstract(shown);
    if (action === "walk") events.walk(shown);
  });
  return {
    element,
    /** @param {Shown} now @returns {boolean} whether it looks otherwise than before */
    show(now) {
      shown = now;
      const state = events.stateOf(now);
      const saying = JSON.stringify([now.paper.key, state]);
      if (saying === said) return false;
      said = saying;
      const name = state.unasked && !state.count ? phrase("badge_unasked") : badgeName(state.count, state.fresh, state.waiting);
      element.className = `badge ${state.fresh ? "fresh" : state.count ? "some" : "none"}${isWhole(now) ? " corner" : ""}`;
      element.title = state.problem ? phrase("badge_trouble", name, state.problem) : name;
      element.setAttribute("aria-label", state.title ? phrase("badge_of_paper", name, state.title) : name);
      element.setAttribute("data-paper", now.paper.key);
      // New ones: what is moved aside by a count would be a shift of the page's layout.
      const pill = part("pill", noteElement(), ...(state.count ? [part("count", number(state.count))] : []));
      element.replaceChildren(pill, ...(state.waiting ? [part("dot")] : []));
      return true;
    },
  };
}

/** A paper that is the whole page: its badge keeps to a corner of the window, by the style sheet alone. @param {Shown} shown */
export function isWhole({ paper: { card } }) {
  return card === card.ownerDocument.documentElement;
}

/**
 * @param {string} name
 * @param {...(Node | string)} inside
 */
function part(name, ...inside) {
  const element = document.createElement("span");
  element.className = name;
  element.append(...inside);
  return element;
}
