// The ring around the sentence where a keyboard reader stands, drawn in our own layer; it has the focus, so that the keys pressed there
// are Postil's and not the page's, and screen readers hand them on.
import { union } from "./geometry.js";

/** @import {Box} from "./geometry.js" */

const NEAR = 2;
const LINE = 2;
const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {HTMLElement} layer  at the origin of the host, and of no size
 * @param {string} name
 */
export function createRing(layer, name) {
  const element = document.createElement("div");
  element.className = "ring";
  element.tabIndex = 0;
  // What has a role of its own and no text: screen readers leave its keys to it.
  element.setAttribute("role", "application");
  element.setAttribute("aria-label", name);
  return {
    element,
    /** @param {Box[]} boxes  of the lines, in the viewport; none: nothing of it is in sight */
    draw(boxes) {
      if (!element.isConnected) layer.prepend(element);
      const whole = union(boxes);
      element.replaceChildren(...(whole ? [outline(boxes, whole)] : []));
      if (!whole) return;
      const origin = layer.getBoundingClientRect();
      const style = { left: whole.left - origin.left, top: whole.top - origin.top, width: whole.right - whole.left, height: whole.bottom - whole.top };
      for (const [property, value] of Object.entries(style)) element.style.setProperty(property, `${value}px`);
    },
    focus: () => element.focus({ preventScroll: true }),
    remove: () => element.remove(),
  };
}

/**
 * Around all lines together, whatever their shape: the lines made larger, less the same lines made a little less large.
 * @param {Box[]} boxes
 * @param {Box} whole
 */
function outline(boxes, whole) {
  const edge = NEAR + LINE;
  const size = { width: whole.right - whole.left + 2 * edge, height: whole.bottom - whole.top + 2 * edge };
  const lines = (/** @type {number} */ by, /** @type {string} */ fill) =>
    boxes.map((box) =>
      shape("rect", {
        x: box.left - whole.left + edge - by,
        y: box.top - whole.top + edge - by,
        width: box.right - box.left + 2 * by,
        height: box.bottom - box.top + 2 * by,
        fill,
      }),
    );
  const mask = shape("mask", { id: "postil-ring", maskUnits: "userSpaceOnUse", x: 0, y: 0, ...size }, shape("rect", { ...size, fill: "white" }), ...lines(NEAR, "black"));
  const ring = shape("g", { mask: "url(#postil-ring)" }, ...lines(edge, "currentColor"));
  return shape("svg", { ...size, "aria-hidden": "true", focusable: "false" }, mask, ring);
}

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {...Node} inside
 */
function shape(name, attributes, ...inside) {
  const element = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value));
  element.append(...inside);
  return element;
}
