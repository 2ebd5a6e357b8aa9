// Runs the cases of anchoring, in Node and in a browser alike: throws where one does not hold.

import { canonicalText } from "../../extension/src/anchoring/canonical-text.js";

/** @param {ReturnType<import("./anchoring-page.js").pageOf>} page @param {any} row  of the case tables */
export function runRow(page, row) {
  const made = page.fieldOf(row.made);
  const quote = row.ends ? betweenWords(made, row.ends) : row.quote;
  const selectors = page.noteIn(made, quote, row.nth);
  const before = JSON.stringify(selectors);
  const root = row.on === undefined ? made : page.fieldOf(row.on);
  const found = page.anchorIn(root, selectors);
  const placed = row.result !== "lost" && row.result !== "not on this view";
  const wanted = row.ends ? betweenWords(root, row.ends) : (row.text ?? quote);
  same({ result: found.result, text: found.text }, { result: row.result, text: placed ? wanted : "" });
  same(JSON.stringify(selectors), before);
  if (row.start !== undefined) same(found.start, row.start);
  if (row.painted !== undefined) same(found.painted, row.painted);
  if (row.least !== undefined && !(found.score >= row.least && found.score < 1)) throw new Error(`score ${found.score}`);
  const differences = found.differences.map(({ was, is }) => `${was} → ${is}`);
  if (row.differences) same(differences, row.differences);
  else if (found.result !== "changed") same(differences, []);
}

/** The canonical text from one word to another. */
function betweenWords(root, [first, last]) {
  const { text } = canonicalText(root);
  return text.slice(text.indexOf(first), text.indexOf(last) + last.length);
}

/** Compares values by what they hold. */
export function same(actual, expected, what = "") {
  const [one, other] = [actual, expected].map((value) => JSON.stringify(value));
  if (one !== other) throw new Error(`${what ? `${what}: ` : ""}${one}, and not ${other}`);
}
