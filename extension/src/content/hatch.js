// The hatched edges of marks whose text has changed. ::highlight() has no pattern, so they are drawn in our own layer.
import { boxesOf } from "./hit.js";
import { liveRange } from "./placing.js";
import { schemeOf } from "./scheme.js";

/** @import {Mark} from "./painter.js" */

const WIDTH = 6;

/** @param {HTMLElement} layer  at the origin of what it lies in, and of no size */
export function createHatch(layer) {
  /** @type {Mark[]} */
  let marks = [];
  const place = () => {
    const origin = layer.getBoundingClientRect();
    layer.replaceChildren(...marks.flatMap(edgesOf).map((edge) => hatch(edge, origin)));
  };
  return {
    /** @param {Mark[]} changed */
    draw(changed) {
      const had = marks.length > 0;
      marks = changed;
      if (had || marks.length) place();
    },
    place: () => void (marks.length && place()),
  };
}

/** @typedef {{left: number, top: number, height: number, line: string}} Edge */

/**
 * @param {Edge} edge
 * @param {{left: number, top: number}} origin
 */
function hatch({ left, top, height, line }, origin) {
  const strip = document.createElement("span");
  strip.className = "hatch";
  // One property at a time: a strict content security policy refuses whole style attributes.
  const style = { left: `${left - origin.left}px`, top: `${top - origin.top}px`, width: `${WIDTH}px`, height: `${height}px`, "--edge": line };
  for (const [name, value] of Object.entries(style)) strip.style.setProperty(name, value);
  return strip;
}

/**
 * @param {Mark} mark
 * @returns {Edge[]}
 */
function edgesOf({ range, colour, field }) {
  const live = liveRange(range);
  const boxes = live ? boxesOf(live) : [];
  if (!boxes.length) return [];
  const first = boxes[0];
  const last = boxes[boxes.length - 1];
  const line = `var(--postil-mark-${colour}-line-on-${schemeOf(field)})`;
  return [
    { left: first.left - WIDTH, top: first.top, height: first.height, line },
    { left: last.right, top: last.top, height: last.height, line },
  ];
}
