// A quote beside today's words, as the card shows it: [ ] stands round what differs.
import assert from "node:assert/strict";
import test from "node:test";
import { comparisonAt, comparisonOf } from "../../extension/src/anchoring/comparison.js";
import { anchor } from "../../extension/src/anchoring/anchor.js";
import { canonicalText } from "../../extension/src/anchoring/canonical-text.js";
import { fieldOf, randomFrom } from "./anchoring-field.js";

const told = (runs) => runs.map(({ text, differs }) => (differs ? `[${text}]` : text)).join("");
const both = ({ was, is }) => [told(was), told(is)];
const words = (count, word = "word") => Array.from({ length: count }, (_, i) => `${word}${i}`).join(" ");
const all = words(40);
const head = words(8);
const tail = all.split(" ").slice(-8).join(" ");

const TABLE = [
  ["nothing", "the same words", "the same words", "the same words", "the same words"],
  ["a word", "see the charge of it", "see the state of it", "see the [charge] of it", "see the [state] of it"],
  ["a number", "by 13% on it", "by 18% on it", "by [13]% on it", "by [18]% on it"],
  ["a negation put in", "we can show it", "we cannot show it", "we [can] show it", "we [cannot] show it"],
  ["words put in", "we show it", "we do not show it", "we []show it", "we [do not] show it"],
  ["words put in at the end", "we show", "we show it", "we show[]", "we show [it]"],
  ["words taken out", "we do not show it", "we show it", "we [do not] show it", "we []show it"],
  ["several", "one two three four", "one 2 three 4", "one [two] three [four]", "one [2] three [4]"],
  ["all", "one two", "three", "[one two]", "[three]"],
  ["a formula is one word", "cost ⟦n^2⟧ per step", "cost ⟦n^3⟧ per step", "cost [⟦n^2⟧] per step", "cost [⟦n^3⟧] per step"],
  ["spelling alone is nothing beside a word", "a well-known “fact” here", 'a well–known "tale" here', "a well-known “[fact]” here", 'a well–known "[tale]" here'],
  ["a formula spelled otherwise is nothing beside a word", "UFO⟦^3⟧ of old", "UFO^3 of new", "UFO⟦^3⟧ of [old]", "UFO^3 of [new]"],
  ["where spelling is all, it is shown", "bound ⟦a\\le b⟧ holds", "bound ⟦a\\leq b⟧ holds", "bound [⟦a\\le b⟧] holds", "bound [⟦a\\leq b⟧] holds"],
  ["long, changed in the middle", `${all} one ${all}`, `${all} two ${all}`, ` … ${tail} [one] ${head} …`, ` … ${tail} [two] ${head} …`],
  ["long, between two changes", `one ${all} two`, `1 ${all} 2`, `[one] ${head} … ${tail} [two]`, `[1] ${head} … ${tail} [2]`],
  ["long, words put in", `${all} ${all}`, `${all} more ${all}`, ` … ${tail} []${head} …`, ` … ${tail} [more] ${head} …`],
  ["long, and the same", all, all, all, all],
  ["no formula is cut", `one ${words(20)} ⟦a b c d e f g h i⟧ ${words(20)}`, `two ${words(20)} ⟦a b c d e f g h i⟧ ${words(20)}`, `[one] ${head} …`, `[two] ${head} …`],
];

for (const [what, was, is, ...wanted] of TABLE) {
  test(`compared word by word: ${what}`, () => assert.deepEqual(both(comparisonOf(was, is)), wanted));
}

test("at a place of a page, beside a quote of which nothing but what is joined to it differs", () => {
  const quote = (exact, prefix, suffix) => [{ type: "TextQuoteSelector", exact, prefix, suffix }];
  for (const [page, selectors, wanted] of [
    ["We let the tokens pass the gate of the router.", quote("token", "We let the ", " pass the gate of the router."), ["[token]", "[tokens]"]],
    ["It gains 15% on the large set.", quote("5% on the", "It gains ", " large set."), ["[5]% on the", "[15]% on the"]],
    ["It gains 𝔸 18% on the large set.", quote("gains 𝔸 13% on", "It ", " the large set."), ["gains 𝔸 [13]% on", "gains 𝔸 [18]% on"]],
  ]) {
    const canonical = canonicalText(fieldOf(page));
    const found = anchor(canonical, selectors);
    assert.equal(found.result, "changed", page);
    assert.deepEqual(both(comparisonAt(canonical, selectors, found)), wanted);
  }
});

const SEED = Number(process.env.SEED ?? Date.now() % 1e9);

test(`both sides are the texts themselves, but for what is cut short (seed ${SEED})`, () => {
  const random = randomFrom(SEED);
  const some = () => Array.from({ length: random.below(20) }, () => random.pick(["a", "not", "7", "⟦x⟧", "é", "“b”", "c-d", "模型"])).join(" ");
  for (let round = 0; round < 300; round++) {
    const [was, is] = [some(), some()];
    const { was: before, is: after } = comparisonOf(was, is);
    assert.deepEqual([before, after].map((runs) => runs.map(({ text }) => text).join("")), [was, is]);
    assert.deepEqual(before.map(({ differs }) => differs), after.map(({ differs }) => differs));
    if (was === is) assert.equal(before.length, 1);
    else assert.ok([...before, ...after].some(({ text, differs }) => differs && text), `${was} / ${is}`);
  }
});
