// Whether the page is light or dark where we draw.

/**
 * A site's own switch between light and dark says nothing to the browser: the colour of its ink does.
 * @param {Element} element
 * @returns {"light" | "dark"}
 */
export function schemeOf(element) {
  return schemeOfInk(getComputedStyle(element).color);
}

/**
 * @param {string} colour  as computed
 * @returns {"light" | "dark"}
 */
export function schemeOfInk(colour) {
  const oklab = /^(ok)?l(ab|ch)\(\s*([\d.]+)(%?)/.exec(colour);
  if (oklab) return Number(oklab[3]) / (oklab[1] && !oklab[4] ? 1 : 100) > 0.55 ? "dark" : "light";
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  const scale = colour.startsWith("color(") ? 255 : 1;
  return (0.299 * red + 0.587 * green + 0.114 * blue) * scale > 128 ? "dark" : "light";
}
