import assert from "node:assert/strict";
import { test } from "node:test";
import { JSDOM } from "jsdom";

const { window } = new JSDOM("<p></p>");
Object.assign(globalThis, { window, document: window.document, Node: window.Node, NodeFilter: window.NodeFilter });
const { canonicalText } = await import("../../extension/src/anchoring/canonical-text.js");
const { sentencesOf } = await import("../../extension/src/anchoring/sentence.js");

const root = document.querySelector("p");
const sentences = (html) => {
  root.innerHTML = html;
  const canonical = canonicalText(root);
  const points = [...canonical.text];
  return sentencesOf(canonical).map(({ start, end }) => points.slice(start, end).join(""));
};

test("a text falls into its sentences, without the spaces between them", () => {
  assert.deepEqual(sentences("  We ask\nwhy.  It holds! Does it?  No. "), ["We ask why.", "It holds!", "Does it?", "No."]);
  assert.deepEqual(sentences("One without an end"), ["One without an end"]);
  assert.deepEqual(sentences("  "), []);
});

test("what has a full stop within a sentence does not end it", () => {
  for (const one of [
    "We use models, e.g. BERT, and others, i.e. Transformers.",
    "As in Smith et al. (2020) we see 3.5 points, cf. Table 2.",
    "Compared with GPT vs. Llama it gains 2.1 w.r.t. ImageNet.",
    "See Fig. A and Eq. B of Dr. Who.",
    "It reads example.org/Papers.Html and v1.2.Beta files.",
  ]) assert.deepEqual(sentences(`${one} We stop.`), [one, "We stop."]);
});

test("an abbreviation at the very end, or a word that ends like one, ends its sentence", () => {
  assert.deepEqual(sentences("We follow Smith et al."), ["We follow Smith et al."]);
  assert.deepEqual(sentences("This is critical. We measure recall. It is final. Done."), ["This is critical.", "We measure recall.", "It is final.", "Done."]);
});

test("no sentence ends inside a formula, and one may begin with it", () => {
  const tex = (source) => `<span class="katex"><math><annotation encoding="application/x-tex">${source}</annotation></math></span>`;
  const found = sentences(`We set ${tex("p = 0. Q? R! S")} at first. ${tex("N")} grows. So does $a. B$ here.`);
  assert.deepEqual(found, ["We set ⟦p = 0. Q? R! S⟧ at first.", "⟦N⟧ grows.", "So does ⟦a. B⟧ here."]);
});

test("other scripts end their sentences too; places are told in code points", () => {
  assert.deepEqual(sentences("我们提出一种方法。它很快！对吗？"), ["我们提出一种方法。", "它很快！", "对吗？"]);
  assert.deepEqual(sentences("هل هذا صحيح؟ نعم هو كذلك. انتهى"), ["هل هذا صحيح؟", "نعم هو كذلك.", "انتهى"]);
  assert.deepEqual(sentences("𝒳 is a set 😀. 𝒴 is not. E\u0301t\u0301 fini."), ["𝒳 is a set 😀.", "𝒴 is not.", "Ét\u0301 fini."]);
});
