// Choosing letters: what is shown while the browser keeps them, when it does not take them, and when another tab chose meanwhile.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createLetters } from "../../extension/src/options/letters.js";

const own = (letters) => ({ on: true, letters });
const KEPT = own({ walk: "w" });

/** Each choice waits for its answer, in the order in which they were made. */
function begin() {
  const answers = [];
  const page = { shown: KEPT };
  const letters = createLetters(KEPT, () => new Promise((taken, refused) => answers.push({ taken, refused })), (keys) => (page.shown = keys));
  return { answers, letters, page };
}

test("a letter is shown before it is kept, and stays", async () => {
  const { answers, letters, page } = begin();
  const chosen = letters.choose(own({ note: "m" }));
  assert.deepEqual(page.shown, own({ note: "m" }));
  answers[0].taken();
  await chosen;
  assert.deepEqual(page.shown, own({ note: "m" }));
});

test("a letter that is not kept is not shown any longer, and the error is told", async () => {
  const { answers, letters, page } = begin();
  const chosen = letters.choose(own({ note: "m" }));
  answers[0].refused(new Error("the disk is full"));
  await assert.rejects(chosen, /the disk is full/u);
  assert.deepEqual(page.shown, KEPT);
});

test("what was typed since stands, whatever comes of the one before", async () => {
  const { answers, letters, page } = begin();
  const [first, second] = [letters.choose(own({ note: "m" })), letters.choose(own({ note: "m", walk: "v" }))];
  answers[0].refused(new Error("no"));
  await assert.rejects(first);
  assert.deepEqual(page.shown, own({ note: "m", walk: "v" }));
  answers[1].refused(new Error("no"));
  await assert.rejects(second);
  assert.deepEqual(page.shown, KEPT);
});

test("what another tab chose is shown, and comes back when what is typed here is not kept", async () => {
  const { answers, letters, page } = begin();
  letters.heard(own({ note: "x" }));
  assert.deepEqual(page.shown, own({ note: "x" }));
  const chosen = letters.choose(own({ note: "m" }));
  letters.heard(own({ note: "y" }));
  assert.deepEqual(page.shown, own({ note: "m" }), "what is being typed is not taken away");
  answers[0].refused(new Error("no"));
  await assert.rejects(chosen);
  assert.deepEqual(page.shown, own({ note: "y" }));
});
