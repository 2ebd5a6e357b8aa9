// Judges the property test's cases on a page: what is painted is compared with where the words are, by the page's own text alone.

import { anchor } from "../../extension/src/anchoring/anchor.js";
import { canonicalText } from "../../extension/src/anchoring/canonical-text.js";
import { describe } from "../../extension/src/anchoring/describe.js";

const IGNORED = /[\s\u200b]+/gu;
const bare = (text) => text.replace(IGNORED, "");

/**
 * @param {Array<Record<string, string>>} formulas
 * @param {Array<import("./anchoring-mutations.js").Told>} cases
 */
export function judge(formulas, cases) {
  const written = (html) => html.replace(/⟪(\w+) (\d+)⟫/gu, (_, way, number) => formulas[Number(number)][way]);
  const notes = new Map();
  const noteOf = (made) => {
    const key = made.join("⟫");
    if (!notes.has(key)) notes.set(key, markedOn(made.map(written)));
    return notes.get(key);
  };
  return cases.map((one) => {
    const quote = noteOf(one.made);
    const { root, found, range } = metOn(one.met.map(written), quote.selectors);
    const placed = found.result !== "lost" && found.result !== "not on this view";
    const told = { kind: one.kind, result: found.result, allowed: one.allowed.includes(found.result), placed, there: one.met.length > 1 };
    const right = placed && one.met.length > 1 && isAt(root, range, one.met.map(written));
    return { ...told, right, named: !one.tells || !placed || found.differences.length > 0, quote: quote.quote, painted: placed ? range.toString() : "" };
  });
}

/** The note that a reader would make on the middle one of three stretches. @param {string[]} parts */
function markedOn(parts) {
  const root = show(parts.join(""));
  const [before, marked] = lengths(parts);
  const range = document.createRange();
  range.setStart(...pointAt(root, before, false));
  range.setEnd(...pointAt(root, before + marked, true));
  const described = describe(canonicalText(root), range);
  if (described.refused) throw new Error(`${described.refused}: ${range}`);
  return described;
}

/** @param {string[]} parts @param {import("../../extension/src/shared/types.js").Selector[]} selectors */
function metOn(parts, selectors) {
  const root = show(parts.join(""));
  const canonical = canonicalText(root);
  const found = anchor(canonical, selectors);
  const { startContainer, startOffset, endContainer, endOffset } = canonical.rangeOf(found.start, found.end);
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return { root, found, range };
}

/** @param {Element} root @param {Range} range @param {string[]} parts */
function isAt(root, range, parts) {
  const before = document.createRange();
  before.selectNodeContents(root);
  before.setEnd(range.startContainer, range.startOffset);
  const [first, marked] = parts.map((html) => bare(textOf(html)));
  return bare(before.toString()) === first && bare(range.toString()) === marked;
}

/** @param {string} html */
function show(html) {
  document.body.replaceChildren();
  const root = document.createElement("p");
  root.innerHTML = html;
  document.body.append(root);
  return root;
}

/** @param {string} html */
function textOf(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.textContent;
}

/** @param {string[]} parts */
const lengths = (parts) => parts.map((html) => textOf(html).length);

/** A point of the page by the length of the text before it. */
function pointAt(root, length, isEnd) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let rest = length;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (rest < node.data.length || (isEnd && rest === node.data.length)) return [node, rest];
    rest -= node.data.length;
  }
  return [root, root.childNodes.length];
}
