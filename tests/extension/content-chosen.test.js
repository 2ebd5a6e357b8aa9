import assert from "node:assert/strict";
import { test } from "node:test";
import { JSDOM } from "jsdom";

const { window } = new JSDOM("<p>Words of the page</p><div></div>");
const { document } = window;
const { selectedRange } = await import("../../extension/src/content/chosen.js");

const page = document.querySelector("p").firstChild;
const host = document.querySelector("div");
const root = host.attachShadow({ mode: "open" });
root.append(document.createElement("p"));
root.firstChild.textContent = "Words of an abstract";
const own = root.firstChild.firstChild;

const over = (node, end, start = 0, startNode = node) => ({ startContainer: startNode, startOffset: start, endContainer: node, endOffset: end });
const asSeenFromOutside = { startContainer: document.body, startOffset: 1, endContainer: document.body, endOffset: 1 };
const read = (part) => selectedRange({ createRange: () => document.createRange(), getSelection: () => part && { rangeCount: 1, getRangeAt: () => asSeenFromOutside, ...part } }, root)?.toString() ?? null;

test("a selection inside our root, as each browser tells it", () => {
  const wanted = "Words";
  assert.equal(read({ getComposedRanges: ({ shadowRoots }) => [over(shadowRoots.includes(root) && own, 5)] }), wanted);
  const plain = (...roots) => {
    if (!roots.every((one) => one instanceof window.ShadowRoot)) throw new TypeError("not a ShadowRoot");
    return [over(own, 5)];
  };
  assert.equal(read({ getComposedRanges: plain }), wanted);
  root.getSelection = () => ({ rangeCount: 1, getRangeAt: () => over(own, 5) });
  assert.equal(read({}), wanted);
  delete root.getSelection;
  assert.equal(read({ getRangeAt: () => over(own, 5) }), wanted);
});

test("a selection of the page's own words, and none at all", () => {
  assert.equal(read({ getComposedRanges: () => [over(page, 5)] }), "Words");
  assert.equal(read({ getRangeAt: () => over(page, 5) }), "Words");
  assert.equal(read({ getComposedRanges: () => [over(page, 5, 5)], getRangeAt: () => over(page, 5, 5) }), null);
  assert.equal(read(null), null);
});

test("a selection that leaves our root is the page's", () => {
  assert.equal(read({ getComposedRanges: () => [over(own, 5, 2, page)], getRangeAt: () => over(page, 17, 6) }), "of the page");
});
