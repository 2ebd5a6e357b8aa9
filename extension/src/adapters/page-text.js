// Reading a page's own words: its embedded JSON, and the block that holds a known text.

/**
 * The props that a hydrated island carries. Only what is asked of them is ever read: they may hold the viewer's state.
 * @param {Element | null} island
 * @returns {Record<string, unknown>}
 */
export function islandProps(island) {
  try {
    return asRecord(JSON.parse(island?.getAttribute("data-props") ?? "{}"));
  } catch {
    return {};
  }
}

/**
 * @param {unknown} value
 * @returns {Record<string, unknown>}  empty for anything that is no plain record
 */
export function asRecord(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? /** @type {Record<string, unknown>} */ (value) : {};
}

/**
 * @param {unknown} value
 * @returns {string}  one line; empty when it is no text
 */
export function oneLine(value) {
  return typeof value === "string" ? value.replace(/\s+/gu, " ").trim() : "";
}

/**
 * Whether two texts have the same characters, wherever their lines break.
 * @param {string} one
 * @param {string} other
 */
export function sameText(one, other) {
  return squeeze(one) === squeeze(other);
}

/**
 * The innermost element, of those given, that holds a text and nothing else; a view cut short by an ellipsis counts.
 * @param {Element[]} elements
 * @param {string} text
 * @returns {Element | null}
 */
export function elementHolding(elements, text) {
  const wanted = squeeze(text);
  if (!wanted) return null;
  const holding = elements.filter((element) => holds(squeeze(element.textContent ?? ""), wanted));
  return holding.find((element) => !holding.some((other) => other !== element && element.contains(other))) ?? null;
}

/** Shorter beginnings than this say nothing about which text was cut short. */
const TELLING_BEGINNING = 40;

/**
 * @param {string} shown
 * @param {string} wanted
 */
function holds(shown, wanted) {
  if (shown === wanted) return true;
  const beginning = shown.replace(/(?:…|\.\.\.)$/u, "");
  return beginning !== shown && beginning.length >= TELLING_BEGINNING && wanted.startsWith(beginning);
}

/**
 * The element with the longest text of its own. A block comes before the phrases in it, so it wins over one that is all of it.
 * @param {Element[]} elements
 * @param {number} least  shorter texts are no answer
 * @returns {Element | null}
 */
export function longestBlock(elements, least) {
  /** @type {Element | null} */
  let longest = null;
  let most = least - 1;
  for (const element of elements) {
    const length = ownTextLength(element);
    if (length > most) [longest, most] = [element, length];
  }
  return longest;
}

const PHRASING = "a abbr b br cite code em i mark math q s small span strong sub sup time u var".split(" ");

/**
 * Length of the text that belongs to an element itself: its text nodes and the phrases among them, not its inner blocks.
 * @param {Element} element
 */
function ownTextLength(element) {
  let text = "";
  for (const child of element.childNodes) {
    const name = child.nodeName.toLowerCase();
    if (child.nodeType === 3 || PHRASING.includes(name)) text += child.textContent;
  }
  return oneLine(text).length;
}

/** @param {string} text */
function squeeze(text) {
  return text.replace(/\s+/gu, "");
}

/**
 * The elements below a root that come after one of them, in document order, and are not inside it.
 * @param {Element} root
 * @param {Element | null} mark
 * @returns {Element[]}
 */
export function elementsAfter(root, mark) {
  const all = [...root.querySelectorAll("*")];
  if (!mark) return all;
  return all.filter((element) => isAfter(element, mark));
}

/**
 * @param {Element} element
 * @param {Element} mark
 */
function isAfter(element, mark) {
  const relation = mark.compareDocumentPosition(element);
  return Boolean(relation & 4) && !(relation & 16);
}
