// Makes the property test of anchoring: sentences of abstracts, each met again after every kind of change. Prints one JSON document:
// `node tests/extension/anchoring-sentences.js SEED COUNT < abstracts.json`

import { KINDS } from "./anchoring-mutations.js";
import { randomFrom } from "./anchoring-page.js";
import { FLATTENED, FORMULAS, typeset, unflattened } from "./anchoring-typeset.js";
import { readFileSync } from "node:fs";

const [seed, count] = process.argv.slice(2).map(Number);
const random = randomFrom(seed);
/** @type {string[]} */
const abstracts = JSON.parse(readFileSync(0, "utf8"));
const SHORTEST = 25;

/** An abstract's sentences, the last may be cut off by the site. @param {string} abstract */
function sentencesOf(abstract) {
  return abstract.split(/(?<=[.!?]) (?=[A-Z"(])/u);
}

/** Those written by hand, and those of the abstracts as they come. @type {Array<[string, string]>} */
const formulas = FORMULAS.map(([tex, signs]) => [tex, signs]);

/** The formulas of a sentence, which the listing has flattened, as formulas again. @param {string} sentence */
function withItsFormulas(sentence) {
  const parts = [];
  let at = 0;
  for (const { 0: text, index } of sentence.matchAll(FLATTENED)) {
    parts.push(sentence.slice(at, index), formulas.push(unflattened(text)) - 1);
    at = index + text.length;
  }
  return [...parts, sentence.slice(at)];
}

/** Puts one more formula into a sentence, between two words. @param {string} sentence */
function withFormula(sentence) {
  const gaps = [...sentence.matchAll(/(?<=[a-z]) (?=[a-z])/gu)].map((gap) => gap.index);
  if (!gaps.length) return withItsFormulas(sentence);
  const at = random.pick(gaps);
  return [...withItsFormulas(sentence.slice(0, at)), " with ", random.below(FORMULAS.length), ...withItsFormulas(sentence.slice(at))];
}

const all = abstracts.flatMap((abstract, paper) => sentencesOf(abstract).map((_, at) => ({ paper, at })));
const marked = all.filter(({ paper, at }) => sentencesOf(abstracts[paper])[at].length >= SHORTEST);
const chosen = Array.from({ length: count }, (_, index) => (index < marked.length ? index : random.below(marked.length)));
for (let index = chosen.length - 1; index > 0; index--) {
  const other = random.below(index + 1);
  [chosen[index], chosen[other]] = [chosen[other], chosen[index]];
}

const cases = chosen.flatMap((index) => {
  const { paper, at } = marked[index];
  const sentences = sentencesOf(abstracts[paper]).map((sentence, place) => (place === at || !random.below(3) ? withFormula(sentence) : withItsFormulas(sentence)));
  return Object.entries(KINDS).flatMap(([kind, change]) => {
    const made = change(sentences, at, random);
    return made ? [{ kind, ...made }] : [];
  });
});
process.stdout.write(JSON.stringify({ formulas: await typeset(formulas), cases }));
