// Properties over generated pages. A failing run prints its seed; SEED repeats it.

import assert from "node:assert/strict";
import test from "node:test";
import { anchor } from "../../extension/src/anchoring/anchor.js";
import { canonicalText } from "../../extension/src/anchoring/canonical-text.js";
import { describe } from "../../extension/src/anchoring/describe.js";
import { fold } from "../../extension/src/anchoring/fold.js";
import { normalise } from "../../extension/src/anchoring/normal-text.js";
import { fieldOf, randomFrom, rangeFrom } from "./anchoring-field.js";

const SEED = Number(process.env.SEED ?? Date.now() % 1e9);
const ROUNDS = 80;
const WORDS = (
  "router token budget charge layer gate sparse model the of a we in and caf\u00e9 cafe\u0301 na\u00efve 10⁶ x² ½ ﬁne 👩‍🔬 🇳🇱 שלום 模型 " +
  "state-of-the-art well\u2010known “quoted” don’t … -- 5\\% R^2 $n$ \u0065\u0301 한국어 Straße A\u00adB m\u200bn"
).split(" ");
const GAPS = [" ", "  ", "\n   ", "\u00a0", "\u2009", " \u200b ", ". ", ", "];
const FORMULA = '<span class="katex"><math><semantics><mi>n</mi><annotation encoding="application/x-tex">n^2</annotation></semantics></math></span>';
const WRAPS = [
  (html) => `<em>${html}</em>`,
  (html) => `<p>${html}</p>`,
  (html) => `${html}<br>`,
  (html) => `${html}<!-- -->`,
  (html) => `${html}<span hidden>unseen</span>`,
  (html) => `<span data-postil>ours</span>${html}`,
  (html) => `${html} ${FORMULA} `,
];

function randomText(random, words) {
  let text = "";
  for (let count = 0; count < words; count++) text += random.pick(WORDS) + random.pick(GAPS);
  return text;
}

function randomHtml(random) {
  let html = "";
  for (let part = 0; part < 3 + random.below(8); part++) {
    const inner = randomText(random, 1 + random.below(8));
    html += random.below(2) ? random.pick(WRAPS)(inner) : inner;
  }
  return html;
}

function rounds(name, check) {
  test(`${name} (seed ${SEED})`, () => {
    const random = randomFrom(SEED);
    for (let round = 0; round < ROUNDS; round++) check(random);
  });
}

function randomSpan(random, length) {
  const start = random.below(length);
  return [start, start + 1 + random.below(length - start)];
}

rounds("canonical text is single-spaced, composed, and idempotent", (random) => {
  const { text, length } = canonicalText(fieldOf(randomHtml(random)));
  assert.equal(length, [...text].length);
  assert.doesNotMatch(text, /^ | $| {2}|[\n\u00ad\u200b\u00a0]/u);
  assert.equal(normalise(text).text, text);
});

rounds("offsets go to the page and back", (random) => {
  const canonical = canonicalText(fieldOf(randomHtml(random)));
  let before = 0;
  for (let at = 0; at < canonical.length; at++) {
    const { startContainer, startOffset } = canonical.rangeOf(at, canonical.length);
    const back = canonical.offsetOf(startContainer, startOffset);
    assert.ok(back <= at && back >= before, `${at} came back as ${back}`);
    before = back;
  }
});

rounds("a described selection anchors exactly where it was, whatever becomes of the text nodes", (random) => {
  const root = fieldOf(randomHtml(random));
  const canonical = canonicalText(root);
  const [start, end] = randomSpan(random, canonical.length);
  const described = describe(canonical, rangeFrom(root, canonical.rangeOf(start, end)));
  if (described.refused) return;
  const position = described.selectors[1];
  assert.equal([...canonical.text].slice(position.start, position.end).join(""), described.quote);
  if (random.below(2)) root.normalize();
  else splitSome(root, random);
  const found = anchor(canonicalText(root), described.selectors);
  assert.deepEqual(found, { result: "exact", score: 1, start: position.start, end: position.end, differences: [] });
});

function splitSome(node, random) {
  for (const child of [...node.childNodes]) {
    if (child.nodeType === 3 && child.length > 1) child.splitText(random.below(child.length));
    else splitSome(child, random);
  }
}

rounds("text put in front only shifts a quote", (random) => {
  const html = `${randomText(random, 30)}${randomHtml(random)}`;
  const canonical = canonicalText(fieldOf(html));
  const { selectors, quote } = describedSpan(random, html, canonical);
  if (!quote || selectors[0].prefix.length < 32) return;
  const front = "Entirely other words come first. ";
  const found = anchor(canonicalText(fieldOf(front + html)), selectors);
  assert.deepEqual([found.result, found.start], ["exact", selectors[1].start + front.length]);
});

function describedSpan(random, html, canonical) {
  const root = fieldOf(html);
  const own = canonicalText(root);
  const [start, end] = randomSpan(random, canonical.length);
  const described = describe(own, rangeFrom(root, own.rangeOf(start, end)));
  return described.refused ? { selectors: [], quote: "" } : described;
}

rounds("nothing is placed on a wrong text: what is covered is the quote, or within a quarter of it", (random) => {
  const html = randomText(random, 60);
  const canonical = canonicalText(fieldOf(html));
  const { selectors, quote } = describedSpan(random, html, canonical);
  if (!quote) return;
  const edited = canonicalText(fieldOf(edit(html, random)));
  const found = anchor(edited, selectors);
  if (found.result === "lost" || found.result === "not on this view") return;
  const covered = fold([...edited.text].slice(found.start, found.end).join("")).text;
  const wanted = fold(quote).text;
  const errors = distance(covered, wanted);
  if (found.result !== "changed") assert.equal(errors, 0);
  else assert.ok(errors <= wanted.length * 0.25 + 1, `${errors} of ${wanted.length}`);
});

function edit(html, random) {
  const characters = [...html];
  for (let count = random.below(6); count > 0; count--) {
    characters.splice(random.below(characters.length), random.below(20), random.below(2) ? ` ${random.pick(WORDS)} ` : "");
  }
  return characters.join("");
}

function distance(one, other) {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[other.length];
}

rounds("arbitrary selectors never throw and never leave the text", (random) => {
  const canonical = canonicalText(fieldOf(randomHtml(random)));
  const any = () => random.pick([undefined, null, "", 0, -1, 1e12, "the", "🇳🇱", "\ud83d", "of", {}, []]);
  const selectors = [
    { type: "TextQuoteSelector", exact: any(), prefix: any(), suffix: any() },
    { type: "TextPositionSelector", start: any(), end: any() },
  ];
  const found = anchor(canonical, selectors);
  assert.ok(found.start >= 0 && found.end >= found.start && found.end <= canonical.length);
});

rounds("the way back from folded text is monotone and stays inside the text", (random) => {
  const { text } = normalise(randomText(random, 20));
  const folded = fold(text);
  let last = 0;
  for (let at = 0; at < folded.text.length; at++) {
    const { start, end } = folded.source(at, at + 1);
    assert.ok(start >= last && end > start && end <= text.length);
    last = start;
  }
});
