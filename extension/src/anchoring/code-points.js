// Stored offsets count code points (W3C model); JavaScript strings count UTF-16 units. Conversion happens here, at the edge.

/**
 * @typedef {object} CodePoints
 * @property {(point: number) => number} toUnit
 * @property {(unit: number) => number} toPoint  a unit inside a surrogate pair gives the pair's own point
 */

/** @type {CodePoints} */
const identity = { toUnit: (point) => point, toPoint: (unit) => unit };

/** @param {string} text */
export function countPoints(text) {
  let count = text.length;
  for (let unit = 0; unit < text.length - 1; unit++) {
    if (isPair(text, unit)) {
      count--;
      unit++;
    }
  }
  return count;
}

/**
 * @param {string} text
 * @param {number} length  of the text in code points
 * @returns {CodePoints}
 */
export function codePoints(text, length) {
  if (text.length === length) return identity;
  const units = new Uint32Array(length + 1);
  const points = new Uint32Array(text.length + 1);
  let unit = 0;
  for (let point = 0; point < length; point++) {
    units[point] = unit;
    points[unit] = point;
    if (isPair(text, unit)) points[++unit] = point;
    unit++;
  }
  units[length] = text.length;
  points[text.length] = length;
  const clamp = (/** @type {number} */ n, /** @type {number} */ top) => Math.min(Math.max(n, 0), top);
  return { toUnit: (point) => units[clamp(point, length)], toPoint: (at) => points[clamp(at, text.length)] };
}

/** @param {string} text  the size of it in UTF-8 */
export function utf8Length(text) {
  let bytes = 0;
  for (const character of text) {
    const code = /** @type {number} */ (character.codePointAt(0));
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/**
 * @param {string} text
 * @param {number} unit
 */
function isPair(text, unit) {
  return (text.codePointAt(unit) ?? 0) > 0xffff;
}
