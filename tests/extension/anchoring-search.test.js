// The search of edited quotes and the slices it runs in: what it finds is held against the plain algorithm, its cost against a bound.

import assert from "node:assert/strict";
import test from "node:test";
import { distance, nearest } from "../../extension/src/anchoring/alignment.js";
import { anchor, anchoring } from "../../extension/src/anchoring/anchor.js";
import { canonicalText, reading } from "../../extension/src/anchoring/canonical-text.js";
import { finish, inSlices } from "../../extension/src/anchoring/slices.js";
import { likelyPlaces, trigramsOf } from "../../extension/src/anchoring/trigrams.js";
import { fieldOf, noteOn, randomFrom } from "./anchoring-field.js";
import { ABSTRACT, FOUR, ONE, THREE, TWO } from "./anchoring-texts.js";

const SEED = Number(process.env.SEED ?? Date.now() % 1e9);
const letters = (random, length, alphabet) => Array.from({ length }, () => String.fromCharCode(97 + random.below(alphabet))).join("");

/** Errors of a pattern at each end in a text, row by row. */
function errorsByTable(text, pattern, anywhere) {
  let row = Array.from({ length: pattern.length + 1 }, (_, index) => index);
  const errors = [pattern.length];
  for (let i = 1; i <= text.length; i++) {
    const next = [anywhere ? 0 : i];
    for (let j = 1; j <= pattern.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (text[i - 1] === pattern[j - 1] ? 0 : 1));
    }
    row = next;
    errors.push(row[pattern.length]);
  }
  return errors;
}

test(`the nearest stretch and the distance are those of the plain algorithm (seed ${SEED})`, () => {
  const random = randomFrom(SEED);
  for (let round = 0; round < 400; round++) {
    const alphabet = 1 + random.below(6);
    const [text, pattern] = [letters(random, random.below(150), alphabet), letters(random, 1 + random.below(110), alphabet)];
    const between = (one, other) => errorsByTable(one, other, false).at(-1);
    assert.equal(finish(distance(text, pattern)), between(text, pattern));
    const match = finish(nearest(text, pattern));
    assert.equal(match.errors, Math.min(...errorsByTable(text, pattern, true)));
    assert.equal(between(text.slice(match.start, match.end), pattern), match.errors);
  }
});

test(`a pattern with a quarter of its characters edited is at one of the likely places (seed ${SEED})`, () => {
  const random = randomFrom(SEED);
  for (let round = 0; round < 100; round++) {
    const text = letters(random, 4000, 20);
    const at = random.below(3800);
    const pattern = [...text.slice(at, at + 120)];
    for (let edit = 0; edit < 15; edit++) pattern[random.below(pattern.length)] = "z";
    for (let edit = 0; edit < 15; edit++) pattern.splice(random.below(pattern.length), 1);
    const places = likelyPlaces(finish(trigramsOf(text)), pattern.join(""), 30);
    assert.ok(places.some(({ from, to }) => from <= at && to >= at + 120), `${at} is not in ${JSON.stringify(places)}`);
  }
});

/** How many steps a generator takes. */
function stepsOf(task) {
  let steps = 1;
  while (!task.next().done) steps++;
  return steps;
}

test(`the cost of a search is bounded, on a long page of few letters and for a long quote, too (seed ${SEED})`, () => {
  const random = randomFrom(SEED);
  for (const alphabet of [1, 2, 4, 20]) {
    const canonical = canonicalText(fieldOf(letters(random, 100_000, alphabet)));
    for (const length of [20, 200, 8000]) {
      const quote = { type: "TextQuoteSelector", exact: `${letters(random, length, alphabet)}!`, prefix: letters(random, 32, alphabet) };
      assert.equal(anchor(canonical, [quote]).result, "lost");
      assert.ok(stepsOf(anchoring(canonical, [quote])) < 400);
    }
  }
});

test("a long page is read and searched in many steps, to the same end", () => {
  const html = `<p>${ONE} <em>${THREE}</em> $n^2$ “caf\u00e9” ${FOUR}</p>`.repeat(300) + `<p>${TWO}</p>`;
  const root = fieldOf(html);
  assert.ok(stepsOf(reading(root)) > 8);
  const canonical = finish(reading(root));
  assert.equal(canonical.text, canonicalText(root).text);
  const edited = noteOn(`${FOUR} ${TWO.replace("battery", "device")}`, TWO.replace("battery", "device"));
  assert.ok(stepsOf(anchoring(canonical, edited)) > 10);
  assert.equal(anchor(canonical, edited).result, "changed");
});

test("slices: the page gets its turn when the time is used up, and results come in order", async () => {
  let [clock, turns] = [0, 0];
  const told = [];
  function* task(name, steps) {
    for (let step = 0; step < steps; step++) {
      clock += 2;
      yield;
    }
    return name;
  }
  const pause = async () => void turns++;
  const done = (result, index) => told.push([result, index, turns]);
  const results = await inSlices([task("a", 4), task("b", 0), task("c", 2)], { pause, done, now: () => clock });
  assert.deepEqual(results, ["a", "b", "c"]);
  assert.deepEqual(told, [["a", 0, 1], ["b", 1, 1], ["c", 2, 2]]);
});

test("slices: what is no longer wanted is left undone", async () => {
  let clock = 0;
  function* task() {
    for (;;) {
      clock += 10;
      yield;
    }
  }
  assert.deepEqual(await inSlices([task()], { pause: async () => {}, stopped: () => clock > 50, now: () => clock }), []);
});

test("slices: without anything told, the browser's own pause", async () => {
  const canonical = canonicalText(fieldOf(ABSTRACT));
  const [found] = await inSlices([anchoring(canonical, noteOn(ABSTRACT, TWO))]);
  assert.equal(found.result, "exact");
});
