// The note's icon, without the templates that the others are made by: badges need it on every page.

/** Path of the icon, 16 px. */
export const NOTE = "M3 2.75h10v7.5l-3 3H3z M13 10.25h-3v3 M5.5 6h5M5.5 8.75h2.5";

/** @type {Element | null} */
let made = null;

export function noteElement() {
  made ??= make();
  return made.cloneNode(true);
}

function make() {
  const [shape, path] = ["svg", "path"].map((name) => document.createElementNS("http://www.w3.org/2000/svg", name));
  const look = { class: "icon", viewBox: "0 0 16 16", width: "16", height: "16", fill: "none", stroke: "currentColor" };
  const line = { "stroke-width": "1.5", "stroke-linecap": "round", "stroke-linejoin": "round", "aria-hidden": "true", focusable: "false" };
  for (const [name, value] of Object.entries({ ...look, ...line })) shape.setAttribute(name, value);
  path.setAttribute("d", NOTE);
  shape.append(path);
  return shape;
}
