// One row above a selection: where to, highlight, note. It takes no focus, so that the selection stays.
import { html, nothing, render } from "lit-html";
import { phrase } from "../shared/phrase.js";
import { boxesOf } from "./hit.js";
import { placeToolbar, union } from "./geometry.js";
import { highlightIcon, noteIcon } from "./icons.js";
import { liveRange } from "./margin.js";
import { saveTo } from "./save-to.js";

/** @import {Status} from "../shared/types.js" */
/** @import {Box} from "./geometry.js" */
/** @import {Host} from "./host.js" */
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
 * @typedef {{picked: Picked, line: null} | {picked: null, line: string}} Offer  marks to make, or why there are none
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
    const whole = union(boxes);
    const sight = events.sight(range.startContainer) ?? { top: 0, bottom: view.height };
    if (!whole || whole.bottom < sight.top || whole.top > sight.bottom) return close();
    const spot = placeToolbar(row.getBoundingClientRect(), boxes[boxes.length - 1], whole, view);
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
     */
    open(wanted, range) {
      offer = wanted;
      over = range;
      draw();
    },
    redraw: () => offer && draw(),
    place,
    close,
  };
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
  if (events.attaching()) {
    return html`<div class="toolbar" role="toolbar" aria-label="Postil" @mousedown=${hold}>${verb("h", highlightIcon, phrase("attach_here"), () => act("highlight"))}</div>`;
  }
  return html`<div class="toolbar" role="toolbar" aria-label="Postil" @mousedown=${hold}>
    ${saveTo(events.status(), events.choose)}
    <span class="rule"></span>
    ${verb("h", highlightIcon, phrase("highlight"), () => act("highlight"))}
    ${verb("n", noteIcon, phrase("note"), () => act("note"))}
  </div>`;
}

/**
 * @param {string} key
 * @param {unknown} icon
 * @param {string} name
 * @param {() => void} act
 */
const verb = (key, icon, name, act) => html`<button type="button" aria-keyshortcuts=${key} @click=${act}>
  ${icon}<span>${name}</span><kbd aria-hidden="true">${key}</kbd>
</button>`;
