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
  return typeof value === "string" ? value.replace(UNEVEN, " ").trim() : "";
}

/** Blanks that are not a single space already: a long text has few of them, and is read on every listing. */
const UNEVEN = /\s{2,}|[^\S ]/gu;

/**
 * Whether two texts have the same characters, wherever their lines break.
 * @param {string} one
 * @param {string} other
 */
export function sameText(one, other) {
  return one === other || squeeze(one) === squeeze(other);
}

/**
 * Of the elements given, the innermost one that holds a text and nothing else; else the one that holds most of its beginning.
 * @param {Element[]} elements
 * @param {string} text
 * @returns {Element | null}
 */
export function elementHolding(elements, text) {
  const line = oneLine(text);
  const whole = line ? elements.filter(({ textContent }) => isLine(textContent ?? "", line)) : [];
  // Nearly always there is one; without their blanks texts are compared only where there is none, for that takes its time.
  const holding = whole.length ? whole : holdingMost(elements, squeeze(text));
  return holding.find((element) => !holding.some((other) => other !== element && element.contains(other))) ?? null;
}

/** @param {string} text @param {string} line  no longer than the text that it is of */
const isLine = (text, line) => text.length >= line.length && oneLine(text) === line;

/**
 * @param {Element[]} elements
 * @param {string} wanted
 */
function holdingMost(elements, wanted) {
  const lengths = elements.map(({ textContent }) => heldLength(squeeze(textContent ?? ""), wanted));
  const most = Math.max(0, ...lengths);
  return most ? elements.filter((_, index) => lengths[index] === most) : [];
}

/** Shorter beginnings than this say nothing about which text was cut short. */
const TELLING_BEGINNING = 40;

/**
 * @param {string} shown
 * @param {string} wanted
 * @returns {number}  how much of the wanted text is shown from its beginning; 0 when anything else is shown too
 */
function heldLength(shown, wanted) {
  const beginning = shown === wanted ? shown : shown.replace(ELLIPSIS, "");
  const isTelling = shown === wanted || beginning.length >= TELLING_BEGINNING;
  return isTelling && wanted.startsWith(beginning) ? beginning.length : 0;
}

const ELLIPSIS = /(?:…|\.\.\.)$/u;

/** @param {string} text  of one line */
export function isCutShort(text) {
  return ELLIPSIS.test(text);
}

/**
 * Whether two texts begin with the same words, whatever signs stand between them: one may be the other as a page sets it.
 * @param {string} one
 * @param {string} other
 */
export function beginAlike(one, other) {
  const [first, second] = [one, other].map((text) => text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "").slice(0, TELLING_BEGINNING));
  return first.length === TELLING_BEGINNING && first === second;
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
  // In document order, what is inside an element comes right after it.
  return mark ? all.slice(all.indexOf(mark) + 1 + mark.querySelectorAll("*").length) : all;
}
