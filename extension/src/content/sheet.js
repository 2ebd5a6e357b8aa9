// The abstract of a paper whose card shows none or only a part of it, opened in place over the page. Its text is a root to anchor
// in like the page's own: it is selected, marked and painted there.
import { html, nothing, render } from "lit-html";
import { phrase } from "../shared/phrase.js";
import { createFloat } from "./float.js";
import { nearestIn, placeUnder, union } from "./geometry.js";
import { createHatch } from "./hatch.js";
import { closeIcon } from "./icons.js";
import { OPEN_TEXT } from "./pointer.js";

/** @import {PaperOnPage} from "../shared/types.js" */
/** @import {Host} from "./host.js" */
/** @import {Margin, Shown} from "./margin.js" */
/** @import {Mark} from "./painter.js" */

/**
 * @typedef {object} SheetEvents
 * @property {() => void} changed  another root to anchor in
 * @property {() => void} scrolled
 *
 * @typedef {ReturnType<typeof createSheet>} Sheet
 */

/**
 * @param {Host} host
 * @param {Margin} margin
 * @param {SheetEvents} events
 */
export function createSheet(host, margin, events) {
  const layer = host.layer("sheet-layer");
  const float = createFloat(host, layer, placeUnder);
  /** @type {PaperOnPage | null} */
  let paper = null;
  /** @type {ReturnType<typeof createHatch> | null} */
  let hatch = null;
  /** @type {HTMLElement | null} */
  let back = null;

  const text = () => /** @type {HTMLElement} */ (layer.querySelector(OPEN_TEXT));
  const box = () => /** @type {HTMLElement | null} */ (layer.firstElementChild);
  const draw = () => render(paper ? sheet(paper, { close, scrolled: events.scrolled }) : nothing, layer);
  const place = () => {
    const shown = paper && margin.of(paper.key);
    if (shown) float.place(placeOf(shown));
    hatch?.place();
  };
  const close = () => {
    if (!paper) return;
    const { key } = paper;
    const hadFocus = layer.contains(host.root.activeElement);
    paper = hatch = null;
    draw();
    margin.open(key, null);
    events.changed();
    if (hadFocus && back?.isConnected) back.focus({ preventScroll: true });
    back = null;
  };

  return {
    isOpen: () => paper !== null,
    /** @param {PaperOnPage} wanted */
    open(wanted) {
      const from = host.focused();
      close();
      back = from;
      paper = wanted;
      draw();
      const element = /** @type {HTMLElement} */ (box());
      hatch = createHatch(/** @type {HTMLElement} */ (element.querySelector(".hatch-layer")));
      margin.open(paper.key, text());
      events.changed();
      float.anew();
      place();
      element.focus({ preventScroll: true });
    },
    /** The page has changed: its paper may be gone, or be told otherwise. */
    follow() {
      const now = paper && margin.of(paper.key)?.paper;
      if (paper && now?.abstract !== paper.abstract) close();
      else place();
    },
    /**
     * @param {Mark[]} marks
     * @returns {Mark[]}  those that are not in here
     */
    hatch(marks) {
      const isInside = (/** @type {Mark} */ { field }) => layer.contains(field);
      hatch?.draw(marks.filter(isInside));
      return marks.filter((mark) => !isInside(mark));
    },
    /**
     * @param {Node} node
     * @returns {import("./geometry.js").Box | null}  what can be seen of the sheet that the node is in
     */
    sight: (node) => (layer.contains(node) ? (box()?.getBoundingClientRect() ?? null) : null),
    text,
    /**
     * @param {number} x
     * @param {number} y
     * @returns {{x: number, y: number} | null}  the point of the text in sight that is nearest
     */
    nearest(x, y) {
      const whole = box()?.getBoundingClientRect();
      if (!whole) return null;
      const words = text().getBoundingClientRect();
      const head = /** @type {Element} */ (text().previousElementSibling).getBoundingClientRect();
      const inside = { left: words.left, top: Math.max(words.top, head.bottom), right: words.right, bottom: Math.min(words.bottom, whole.bottom) };
      return nearestIn(inside, x, y);
    },
    place,
    close,
  };
}

/**
 * Whether a paper's abstract is known and its card does not show all of it. Postil's own pages unfold theirs themselves.
 * @param {PaperOnPage} paper
 */
export function opens(paper) {
  const field = paper.fields.abstract;
  if (!paper.abstract) return false;
  if (!field) return true;
  if (field.matches(OPEN_TEXT)) return false;
  if (!field.getClientRects().length) return true; // folded away by the page
  return bare(field.textContent ?? "") !== bare(paper.abstract) || field.scrollHeight > field.clientHeight + ROUNDING;
}

const ROUNDING = 2;

/** @param {string} text */
const bare = (text) => text.replace(/\s+/gu, "");

/** @param {Shown} shown  the title stays in sight */
function placeOf({ paper }) {
  const { title } = paper.fields;
  const range = title?.ownerDocument.createRange();
  if (title) range?.selectNodeContents(title);
  const words = union([...(range?.getClientRects() ?? [])].filter(({ width, height }) => width > 0 && height > 0));
  return words ?? paper.card.getBoundingClientRect();
}

/**
 * @param {PaperOnPage} paper
 * @param {{close: () => void, scrolled: () => void}} events
 */
function sheet({ key, title, abstract = "" }, events) {
  return html`<section class="sheet" role="dialog" tabindex="-1" aria-label=${title ? phrase("abstract_of", title) : phrase("abstract")}
    data-postil-paper=${key} @scroll=${events.scrolled}>
    <div class="top">
      <h2>${phrase("abstract")}</h2>
      <button type="button" class="bare" aria-label=${phrase("close")} title=${phrase("close")} @click=${events.close}>${closeIcon}</button>
    </div>
    <p class="words" data-postil-field="abstract" dir="auto" .textContent=${abstract}></p>
    <div class="hatch-layer"></div>
  </section>`;
}
