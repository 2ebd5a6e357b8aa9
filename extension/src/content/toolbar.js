// One row beside a selection: where to, highlight, note. It takes no focus, so that the selection stays.
import { html, nothing, render } from "lit-html";
import { letterOf } from "../shared/keys.js";
import { phrase } from "../shared/phrase.js";
import { boxesOf } from "./hit.js";
import { lastLine, placeToolbar, union } from "./geometry.js";
import { highlightIcon, noteIcon } from "./icons.js";
import { keyCap } from "./key-cap.js";
import { liveRange } from "./placing.js";
import { saveTo } from "./save-to.js";

/** @import {Status} from "../shared/types.js" */
/** @import {Box} from "./geometry.js" */
/** @import {Host} from "./host.js" */
/** @import {Offer} from "./offer.js" */
/** @import {Picked} from "./selection.js" */

/**
 * @typedef {object} ToolbarEvents
 * @property {() => Status} status
 * @property {() => boolean} attaching  a note waits for words: they are not for a new one
 * @property {(node: Node) => Box | null} sight  the part of the window that the node can be seen in; null: all of it
 * @property {(picked: Picked) => void} highlight
 * @property {(picked: Picked) => void} note
 * @property {(group: string) => void} choose
 *
 * @typedef {ReturnType<typeof createToolbar>} Toolbar
 */

/**
 * @param {Host} host
 * @param {ToolbarEvents} events
 */
export function createToolbar(host, events) {
  const layer = host.layer("toolbar-layer");
  /** @type {Offer | null} */
  let offer = null;
  /** @type {StaticRange | null} */
  let over = null;
  let isTouched = false;

  const draw = () => {
    render(offer ? bar(offer, act, events) : nothing, layer);
    place();
  };
  const place = () => {
    const row = /** @type {HTMLElement | null} */ (layer.firstElementChild);
    const range = over && liveRange(over);
    if (!row || !range) return;
    const view = { width: document.documentElement.clientWidth, height: window.innerHeight };
    const boxes = boxesOf(range);
    const [whole, line] = [union(boxes), lastLine(boxes)];
    const sight = events.sight(range.startContainer) ?? { top: 0, bottom: view.height };
    if (!whole || !line || whole.bottom < sight.top || whole.top > sight.bottom) return close();
    const isRtl = isRightToLeft(range.startContainer);
    const spot = placeToolbar(row.getBoundingClientRect(), { line, whole, isRtl, isTouched }, view);
    const origin = host.origin();
    row.style.left = `${spot.left - origin.left}px`;
    row.style.top = `${spot.top - origin.top}px`;
  };
  const close = () => {
    offer = null;
    over = null;
    render(nothing, layer);
  };
  const act = (/** @type {"highlight" | "note"} */ verb) => {
    const picked = offer?.picked;
    close();
    if (picked) events[verb](picked);
  };

  return {
    isOpen: () => offer !== null,
    /**
     * @param {"highlight" | "note"} verb
     * @returns {boolean} whether there was anything to do it to
     */
    act(verb) {
      if (!offer?.picked || (verb === "note" && events.attaching())) return false;
      act(verb);
      return true;
    },
    /**
     * @param {Offer} wanted
     * @param {StaticRange} range
     * @param {boolean} [byTouch]  selected by a finger
     */
    open(wanted, range, byTouch = false) {
      offer = wanted;
      over = range;
      isTouched = byTouch;
      draw();
    },
    redraw: () => offer && draw(),
    place,
    close,
  };
}

/** @param {Node} node */
function isRightToLeft(node) {
  const element = node instanceof Element ? node : node.parentElement;
  return element !== null && getComputedStyle(element).direction === "rtl";
}

/** @param {Event} event  a press must not take the selection away */
const hold = (event) => {
  if (!(event.target instanceof HTMLSelectElement)) event.preventDefault();
};

/**
 * @param {Offer} offer
 * @param {(verb: "highlight" | "note") => void} act
 * @param {ToolbarEvents} events
 */
function bar(offer, act, events) {
  if (!offer.picked) return html`<div class="toolbar why" role="status" @mousedown=${hold}>${offer.line}</div>`;
  const status = events.status();
  const verb = (/** @type {"highlight" | "note"} */ action, /** @type {unknown} */ icon, /** @type {string} */ name) => {
    const letter = letterOf(status.keys, action);
    return html`<button type="button" aria-keyshortcuts=${letter || nothing} @click=${() => act(action)}>${icon}<span>${name}</span>${keyCap(letter)}</button>`;
  };
  if (events.attaching()) {
    return html`<div class="toolbar" role="toolbar" aria-label="Postil" @mousedown=${hold}>${verb("highlight", highlightIcon, phrase("attach_here"))}</div>`;
  }
  return html`<div class="toolbar" role="toolbar" aria-label="Postil" @mousedown=${hold}>
    ${saveTo(status, events.choose)}
    <span class="rule"></span>
    ${verb("highlight", highlightIcon, phrase("highlight"))}
    ${verb("note", noteIcon, phrase("note"))}
  </div>`;
}
