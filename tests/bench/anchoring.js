// How long anchoring takes (Node and jsdom): medians, printed. `node tests/bench/anchoring.js`

import assert from "node:assert/strict";
import { anchor } from "../../extension/src/anchoring/anchor.js";
import { canonicalText } from "../../extension/src/anchoring/canonical-text.js";
import { describe } from "../../extension/src/anchoring/describe.js";
import { fieldOf, randomFrom, rangeFrom } from "../extension/anchoring-field.js";
import { found } from "../extension/fixtures/papers.js";

const ABSTRACTS = 60;
const NOTES = 1000;
const SEED = 20250603;

const sentences = found.flatMap((paper) => paper.summary.match(/[^.]+\.\s?/gu) ?? []);

function abstracts(random) {
  return Array.from({ length: ABSTRACTS }, () => fieldOf(`<p>${Array.from({ length: 11 }, () => random.pick(sentences)).join("")}</p>`));
}

function notesOn(root, count, random) {
  const canonical = canonicalText(root);
  return Array.from({ length: count }, () => {
    const start = random.below(canonical.length - 150);
    return describe(canonical, rangeFrom(root, canonical.rangeOf(start, start + 40 + random.below(100)))).selectors;
  });
}

/** Median time of a few runs, in ms. */
function median(work) {
  const times = Array.from({ length: 15 }, () => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  });
  return times.sort((a, b) => a - b)[7];
}

/** What every row prints: a time, never a verdict. */
function print(what, milliseconds) {
  process.stdout.write(`${what}: ${milliseconds.toFixed(1)} ms\n`);
}

const random = randomFrom(SEED);
const roots = abstracts(random);
const notes = roots.map((root) => notesOn(root, Math.ceil(NOTES / ABSTRACTS), random));
print("1000 quotes that stand where they stood, over 60 abstracts, with reading the abstracts", median(() => {
  roots.forEach((root, index) => {
    const canonical = canonicalText(root);
    for (const selectors of notes[index]) assert.equal(anchor(canonical, selectors).result, "exact");
  });
}));

const gone = notesOn(fieldOf(found[0].summary), 20, random);
const other = canonicalText(fieldOf(found[5].summary));
print("20 quotes of a text that is gone", median(() => {
  for (const selectors of gone) assert.equal(anchor(other, selectors).result, "lost");
}));
