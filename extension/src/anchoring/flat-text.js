// First step from a page to its canonical text: what a reader sees of an element as one string of raw characters, and for
// each stretch of it the node that it came from.

import { mathAtom } from "./math-atoms.js";
import { BREAK } from "./raw-tex.js";
import { raisedNumber } from "./raised.js";
import { unseenIn } from "./unseen.js";

/**
 * @typedef {object} Piece  raw[start, end) is the text of this node; a gap between pieces came from no node
 * @property {Node} node
 * @property {number} start
 * @property {number} end
 * @property {boolean} atom  the node is an element that stands for its whole subtree
 *
 * @typedef {object} FlatText
 * @property {Node} root
 * @property {string} raw
 * @property {Piece[]} pieces
 */

const ELEMENT = 1;
const TEXT = 3;
const FOLLOWING = 4;
const CONTAINED_BY = 16;

const BLOCKS = new Set(
  ("address article aside blockquote caption center dd details dialog div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre search section summary table tbody td tfoot th thead tr ul").split(" "),
);
const CONTROLS = new Set(["button", "input", "select", "textarea"]);
/** A link that leads nowhere but does something ("More", "Less") is a button, too. */
const TOGGLE = '[role="button"], a[onclick]:not([href])';

/** Nodes between two looks at the clock. */
const STEP = 400;

/**
 * @typedef {(text: string) => string} Spelling  of the text in an element; one unit for one unit
 *
 * @typedef {object} Open  an element whose inside is being read
 * @property {Node | null} next  child
 * @property {Spelling} spelling
 * @property {boolean} block
 */

/** @type {Spelling} */
const asWritten = (text) => text;

/**
 * @param {Node} root
 * @param {string} [aside]
 * @returns {Generator<void, FlatText>}
 */
export function* flatten(root, aside) {
  /** @type {FlatText} */
  const flat = { root, raw: "", pieces: [] };
  const isHidden = unseenIn(root);
  /** @type {import("./unseen.js").Test} */
  const isUnseen = aside ? (element) => element.matches(aside) || isHidden(element) : isHidden;
  /** @type {Open[]} */
  const open = [{ next: root.firstChild, spelling: asWritten, block: false }];
  for (let count = 1; open.length; count++) {
    const inside = open[open.length - 1];
    const node = inside.next;
    if (!node) {
      if (inside.block) addBreak(flat);
      open.pop();
      continue;
    }
    inside.next = node.nextSibling;
    if (node.nodeType === TEXT) addPiece(flat, node, inside.spelling(node.nodeValue ?? ""), false);
    else if (node.nodeType === ELEMENT) {
      const entered = addElement(flat, /** @type {Element} */ (node), inside.spelling, isUnseen);
      if (entered) open.push(entered);
    }
    if (count % STEP === 0) yield;
  }
  return flat;
}

/**
 * @param {FlatText} flat
 * @param {Element} element
 * @param {Spelling} spelling
 * @param {import("./unseen.js").Test} isUnseen
 * @returns {Open | null} null: nothing of its inside is read
 */
function addElement(flat, element, spelling, isUnseen) {
  const atom = mathAtom(element);
  if (isUnseen(element) && !(atom && element.localName === "script")) return null;
  if (atom !== null) {
    addPiece(flat, element, atom, true);
    return null;
  }
  const name = element.localName;
  if (name === "br" || CONTROLS.has(name) || element.matches(TOGGLE)) {
    addBreak(flat);
    return null;
  }
  const block = BLOCKS.has(name);
  if (block) addBreak(flat);
  return { next: element.firstChild, spelling: raisedNumber(element) ?? spelling, block };
}

/**
 * @param {FlatText} flat
 * @param {Node} node
 * @param {string} text
 * @param {boolean} atom
 */
function addPiece(flat, node, text, atom) {
  if (!text) return;
  const start = flat.raw.length;
  flat.raw += text;
  flat.pieces.push({ node, start, end: flat.raw.length, atom });
}

/** @param {FlatText} flat */
function addBreak(flat) {
  flat.raw += BREAK;
}

/**
 * Where a DOM point lies in the raw text. A point inside an atom lies between the atom's two ends; any other is sharp.
 * @param {FlatText} flat
 * @param {Node} node
 * @param {number} offset
 * @returns {{floor: number, ceil: number}}
 */
export function rawOffsets(flat, node, offset) {
  const index = firstAfter(flat.pieces, node, offset);
  const before = flat.pieces[index - 1];
  if (before?.node === node && !before.atom) return sharp(Math.min(before.start + offset, before.end));
  if (before?.atom && before.node.contains(node)) return { floor: before.start, ceil: before.end };
  const after = flat.pieces[index];
  return sharp(after ? after.start : flat.raw.length);
}

/** @param {number} at */
function sharp(at) {
  return { floor: at, ceil: at };
}

/**
 * Index of the first piece that begins at or after a DOM point.
 * @param {Piece[]} pieces
 * @param {Node} node
 * @param {number} offset
 */
function firstAfter(pieces, node, offset) {
  const child = node.nodeType === ELEMENT ? (node.childNodes[offset] ?? null) : null;
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (beginsAfter(pieces[middle].node, node, offset, child)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * @param {Node} candidate
 * @param {Node} node
 * @param {number} offset
 * @param {Node | null} child  the one that the point stands before
 */
function beginsAfter(candidate, node, offset, child) {
  if (candidate === node) return offset === 0 && node.nodeType === TEXT;
  if (child) return candidate === child || Boolean(child.compareDocumentPosition(candidate) & FOLLOWING);
  const relation = node.compareDocumentPosition(candidate);
  return Boolean(relation & FOLLOWING) && !(relation & CONTAINED_BY);
}

/**
 * The DOM point where the raw character at an offset begins.
 * @param {FlatText} flat
 * @param {number} at
 * @returns {{node: Node, offset: number}}
 */
export function startPoint(flat, at) {
  const piece = flat.pieces[firstIndex(flat.pieces, (candidate) => candidate.end > at)];
  if (!piece) return endPoint(flat, at);
  return piece.atom ? besides(piece.node, 0) : { node: piece.node, offset: Math.max(at - piece.start, 0) };
}

/**
 * The DOM point where the raw character before an offset ends.
 * @param {FlatText} flat
 * @param {number} at
 * @returns {{node: Node, offset: number}}
 */
export function endPoint(flat, at) {
  const piece = flat.pieces[firstIndex(flat.pieces, (candidate) => candidate.start >= at) - 1];
  if (!piece) return flat.pieces.length ? startPoint(flat, at) : { node: flat.root, offset: 0 };
  return piece.atom ? besides(piece.node, 1) : { node: piece.node, offset: Math.min(at, piece.end) - piece.start };
}

/**
 * @param {Piece[]} pieces
 * @param {(piece: Piece) => boolean} holds  false up to some piece, true from there on
 */
function firstIndex(pieces, holds) {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(pieces[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * @param {Node} node
 * @param {0 | 1} side  before it or after it
 */
function besides(node, side) {
  let index = 0;
  for (let sibling = node.previousSibling; sibling; sibling = sibling.previousSibling) index++;
  return { node: /** @type {Node} */ (node.parentNode), offset: index + side };
}
