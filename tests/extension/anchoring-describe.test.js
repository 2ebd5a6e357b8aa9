// From a selection to selectors, and a canonical text's way to the page and back.

import assert from "node:assert/strict";
import test from "node:test";
import { canonicalText } from "../../extension/src/anchoring/canonical-text.js";
import { anchor } from "../../extension/src/anchoring/anchor.js";
import { describe } from "../../extension/src/anchoring/describe.js";
import { anchorOn, fieldOf, noteOn, rangeFrom, selectText } from "./anchoring-field.js";

const FORMULA =
  '<span class="katex"><span class="katex-mathml"><math><semantics><mi>n</mi><annotation encoding="application/x-tex">n^2</annotation></semantics></math></span><span class="katex-html" aria-hidden="true"><b>n</b><b>2</b></span></span>';
const LONG = "In the beginning the router was blind, and the tokens were without form; then a gate was put before every layer of the network.";

function select(root, [startNode, startOffset], [endNode, endOffset]) {
  return rangeFrom(root, { startContainer: startNode, startOffset, endContainer: endNode, endOffset });
}

const describeIn = (root, range) => describe(canonicalText(root), range);

test("A3: splitting every text node and joining them again changes nothing", () => {
  const html = `The <em>charge</em> of cafe\u0301s ${FORMULA} and 👩‍🔬 bars`;
  const root = fieldOf(html);
  const whole = canonicalText(root).text;
  const selectors = noteOn(html, "charge of caf\u00e9s ⟦n^2⟧ and 👩‍🔬");
  splitAll(root);
  assert.equal(canonicalText(root).text, whole);
  assert.equal(anchor(canonicalText(root), selectors).result, "exact");
  root.normalize();
  assert.equal(canonicalText(root).text, whole);
  assert.equal(anchor(canonicalText(root), selectors).result, "exact");
});

function splitAll(node) {
  for (const child of [...node.childNodes]) {
    if (child.nodeType === 3) for (let rest = child; rest.length > 1; ) rest = rest.splitText(1);
    else splitAll(child);
  }
}

test("A4: a range ends on text nodes that are not empty", () => {
  const root = fieldOf("one <b></b>two<i></i> three");
  const text = (value) => root.ownerDocument.createTextNode(value);
  root.insertBefore(text(""), root.firstChild.nextSibling);
  root.insertBefore(text(""), root.querySelector("i"));
  const { startContainer, startOffset, endContainer, endOffset } = canonicalText(root).rangeOf(4, 7);
  assert.deepEqual([startContainer.nodeValue, startOffset, endContainer.nodeValue, endOffset], ["two", 0, "two", 3]);
});

test("A5: a triple click, which ends in the next paragraph, is trimmed to the field", () => {
  const root = fieldOf("<p>  Routers are blind.  </p>\n<p>Next.</p>");
  const [first, second] = root.querySelectorAll("p");
  assert.equal(describeIn(first, select(root, [first.firstChild, 0], [second, 0])).quote, "Routers are blind.");
  assert.equal(describeIn(root, select(root, [first.firstChild, 0], [second, 0])).quote, "Routers are blind.");
});

test("A6: boundaries that are elements", () => {
  const root = fieldOf("<p>Routers <em>are</em> blind.</p><p></p>");
  const [paragraph, empty] = root.querySelectorAll("p");
  assert.equal(describeIn(root, select(root, [paragraph, 0], [paragraph, 3])).quote, "Routers are blind.");
  assert.equal(describeIn(root, select(root, [paragraph, 1], [paragraph, 2])).quote, "are");
  assert.equal(describeIn(root, select(root, [paragraph, 1], [empty, 0])).quote, "are blind.");
  assert.equal(describeIn(root, select(root, [root, 0], [root, 2])).quote, "Routers are blind.");
});

test("A9: a selection that leaves the field is clipped to it", () => {
  const root = fieldOf("Routers are blind.");
  const outside = root.ownerDocument.getElementById("outside");
  assert.equal(describeIn(root, select(root, [root.firstChild, 8], [outside.firstChild, 4])).quote, "are blind.");
  assert.deepEqual(describeIn(root, select(root, [outside.firstChild, 0], [outside.firstChild, 4])), { refused: "nothing selected" });
  const elsewhere = fieldOf("another page");
  assert.deepEqual(describeIn(root, select(elsewhere, [elsewhere, 0], [elsewhere, 1])), { refused: "nothing selected" });
});

test("A12: our own elements never enter a quote", () => {
  const root = fieldOf("Routers <span data-postil>2 notes</span>are blind.");
  assert.equal(describeIn(root, select(root, [root, 0], [root, 3])).quote, "Routers are blind.");
});

test("B8, B11: whole graphemes, and code points for offsets", () => {
  const root = fieldOf("👩‍🔬x caf<b>e</b>\u0301s");
  const [first] = root.childNodes;
  const last = root.lastChild;
  const { selectors } = describeIn(root, select(root, [first, 2], [last, 1]));
  assert.equal(selectors[0].exact, "👩‍🔬x caf\u00e9");
  assert.deepEqual(selectors[1], { type: "TextPositionSelector", start: 0, end: 9 });
  assert.equal(describeIn(root, select(root, [first, 6], [root.querySelector("b").firstChild, 1])).quote, "caf\u00e9");
});

test("B10: the stored quote is what was read", () => {
  const root = fieldOf("about ½ of 10⁶ ﬁne – “cells”");
  assert.equal(describeIn(root, selectText(root, "½ of 10⁶ ﬁne – “cells”")).quote, "½ of 10⁶ ﬁne – “cells”");
});

test("C5: a selection that begins or ends inside a formula takes all of it", () => {
  const root = fieldOf(`at a cost of ${FORMULA} per step`);
  const [glyph, other] = [...root.querySelectorAll(".katex-html b")].map((element) => element.firstChild);
  const last = root.lastChild;
  assert.equal(describeIn(root, select(root, [glyph, 1], [last, 4])).quote, "⟦n^2⟧ per");
  assert.equal(describeIn(root, select(root, [root.firstChild, 5], [glyph, 0])).quote, "cost of ⟦n^2⟧");
  assert.equal(describeIn(root, select(root, [glyph, 0], [other, 1])).quote, "⟦n^2⟧");
  const painted = canonicalText(root).rangeOf(13, 15);
  assert.deepEqual([painted.startContainer, painted.startOffset, painted.endContainer, painted.endOffset], [root, 1, root, 2]);
});

test("D5: neither the ellipsis of a shortened text nor its button enter a quote", () => {
  const root = fieldOf("Routers are blind and toke… <button>Read more</button>");
  assert.equal(describeIn(root, select(root, [root, 0], [root, 2])).quote, "Routers are blind and toke");
});

test("G1: one character is refused, a whole formula is not", () => {
  const root = fieldOf(`a cafe\u0301 👩‍🔬 ${FORMULA} bc`);
  const text = canonicalText(root).text;
  for (const one of ["a", "\u00e9", "👩‍🔬"]) assert.deepEqual(describeIn(root, selectText(root, one)), { refused: "one character" }, one);
  assert.equal(describeIn(root, selectText(root, "bc")).quote, "bc");
  assert.equal(describeIn(root, selectText(root, "⟦n^2⟧")).quote, "⟦n^2⟧");
  assert.deepEqual(describeIn(root, canonicalCollapsed(root, 3)), { refused: "nothing selected" });
  assert.ok(text.includes("⟦n^2⟧"));
});

function canonicalCollapsed(root, at) {
  return rangeFrom(root, canonicalText(root).rangeOf(at, at));
}

test("only white space, or an empty field: nothing selected", () => {
  const root = fieldOf("one two");
  assert.deepEqual(describeIn(root, select(root, [root.firstChild, 3], [root.firstChild, 4])), { refused: "nothing selected" });
  const empty = fieldOf("");
  assert.deepEqual(describeIn(empty, select(empty, [empty, 0], [empty, 0])), { refused: "nothing selected" });
  assert.equal(anchor(canonicalText(empty), noteOn("one two", "one")).result, "lost");
});

test("a quote of more than 8 KiB is refused, by bytes", () => {
  const fits = fieldOf("x".repeat(8192));
  assert.equal(describeIn(fits, select(fits, [fits, 0], [fits, 1])).quote.length, 8192);
  const wide = fieldOf("é".repeat(4097));
  assert.deepEqual(describeIn(wide, select(wide, [wide, 0], [wide, 1])), { refused: "too long" });
});

test("context is 32 to 64 characters and begins at a word", () => {
  const [{ prefix, suffix }] = noteOn(LONG, "tokens were");
  assert.ok(prefix.length >= 32 && prefix.length <= 64 && LONG.includes(`${prefix}tokens were${suffix}`));
  assert.ok(suffix.length >= 32 && suffix.length <= 64);
  assert.equal(LONG[LONG.indexOf(prefix) - 1], " ");
  const [edge] = noteOn(LONG, "In the beginning");
  assert.equal(edge.prefix, "");
});

test("G4: lone surrogates and control characters never enter a quote", () => {
  const root = fieldOf("");
  root.append("one \ud800tw\u0000o\u0007 three");
  assert.equal(describeIn(root, selectText(root, "one two three")).quote, "one two three");
});

test("G3: malformed selectors are lost without a throw", () => {
  const quote = { type: "TextQuoteSelector", exact: "router", prefix: "the ", suffix: " was" };
  const bad = [
    [], null, undefined, [null], [{}], [{ type: "TextQuoteSelector" }], [{ ...quote, exact: "" }], [{ ...quote, exact: null }],
    [{ ...quote, exact: 7 }], [{ ...quote, exact: "\u00ad\u200b" }], [{ ...quote, exact: "{}$" }], [{ ...quote, exact: " " }],
    [{ type: "TextPositionSelector", start: 0, end: 5 }], [{ type: "XPathSelector", value: "/p" }],
  ];
  for (const selectors of bad) assert.equal(anchorOn(LONG, selectors).result, "lost", JSON.stringify(selectors));
  for (const [start, end] of [[-1, 4], [9, 3], [0.5, 2], [1e9, 2e9], ["0", "5"], [NaN, 3]]) {
    const found = anchorOn(LONG, [quote, { type: "TextPositionSelector", start, end }]);
    assert.equal(found.text, "router", `${start}, ${end}`);
  }
  assert.equal(anchorOn(LONG, [{ ...quote, prefix: null, suffix: 4 }]).result, "exact");
});

test("a foreign client's quote with loose white space and decomposed letters", () => {
  const on = "We met in the caf\u00e9 of the station, and in the bar.";
  const [exact, prefix, suffix] = ["\n cafe\u0301  of ", "We met in the", "the station, and in"];
  const found = anchorOn(on, [{ type: "TextQuoteSelector", exact, prefix, suffix }]);
  assert.deepEqual([found.result, found.text], ["exact", "caf\u00e9 of"]);
});

test("without context a repeated quote is placed by its position or not at all", () => {
  const quote = { type: "TextQuoteSelector", exact: "the" };
  assert.equal(anchorOn(LONG, [quote]).result, "lost");
  const found = anchorOn(LONG, [quote, { type: "TextPositionSelector", start: 17, end: 20 }]);
  assert.deepEqual([found.result, found.start], ["exact", 17]);
});

test("B10: a decomposed quote, too, is looked for unfolded before it is folded", () => {
  const found = anchorOn("of 106 caf\u00e9s, not 10⁶ caf\u00e9s", [{ type: "TextQuoteSelector", exact: "10⁶ cafe\u0301s" }]);
  assert.deepEqual([found.result, found.start], ["exact", 18]);
});

test("G1: one stored character needs its context", () => {
  const position = { type: "TextPositionSelector", start: 17, end: 18 };
  assert.equal(anchorOn(LONG, [{ type: "TextQuoteSelector", exact: "t" }, position]).result, "lost");
  const [before, after] = [LONG.slice(0, 17), LONG.slice(18, 50)];
  assert.equal(anchorOn(LONG, [{ type: "TextQuoteSelector", exact: "t", prefix: before, suffix: after }, position]).result, "exact");
});
