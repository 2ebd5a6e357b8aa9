import assert from "node:assert/strict";
import { test } from "node:test";
import { actionOf, clashIn, DEFAULT_KEYS, keysFrom, LETTERS, letterOf, withLetter } from "../../extension/src/shared/keys.js";

const press = (key, part = {}) => ({ key, code: "", altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, isComposing: false, repeat: false, ...part });
const own = (letters) => ({ on: true, letters });

test("each letter does what the table says", () => {
  for (const [action, letter] of Object.entries(LETTERS)) assert.equal(actionOf(press(letter), DEFAULT_KEYS), action);
  assert.equal(actionOf(press("x"), DEFAULT_KEYS), null);
  assert.equal(clashIn({}), null);
});

test("with anything held down, or while a word is being composed, no letter is a key", () => {
  for (const held of ["altKey", "ctrlKey", "metaKey", "isComposing"]) assert.equal(actionOf(press("h", { [held]: true }), DEFAULT_KEYS), null);
  assert.equal(actionOf(press("H", { shiftKey: true }), DEFAULT_KEYS), null);
  assert.equal(actionOf(press("J", { shiftKey: true }), DEFAULT_KEYS), "next");
  assert.equal(actionOf(press("H"), DEFAULT_KEYS), "highlight", "with Caps Lock");
});

test("a key that is held down goes on walking, and does nothing else twice", () => {
  assert.equal(actionOf(press("j", { repeat: true }), DEFAULT_KEYS), "next");
  assert.equal(actionOf(press("h", { repeat: true }), DEFAULT_KEYS), null);
});

test("a keyboard of another script has the letters where they stand on it", () => {
  assert.equal(actionOf(press("о", { code: "KeyJ" }), DEFAULT_KEYS), "next");
  assert.equal(actionOf(press("י", { code: "KeyH" }), DEFAULT_KEYS), "highlight");
  assert.equal(actionOf(press("о", { code: "KeyJ" }), own({ note: "о" })), "note", "a letter that was taken comes first");
  assert.equal(actionOf(press("c", { code: "KeyJ" }), DEFAULT_KEYS), null, "Dvorak: what is typed counts");
});

test("a letter can be another, none, or all can be off", () => {
  assert.equal(actionOf(press("m"), own({ highlight: "m" })), "highlight");
  assert.equal(actionOf(press("h"), own({ highlight: "m" })), null);
  assert.equal(actionOf(press("h"), own({ highlight: "" })), null);
  assert.equal(actionOf(press("h"), { on: false, letters: {} }), null);
  assert.equal(letterOf({ on: false, letters: { highlight: "m" } }, "highlight"), "");
});

test("another letter is taken, and the usual one is no choice of the user's", () => {
  const taken = withLetter(own({ walk: "w" }), "note", "m");
  assert.deepEqual(taken, own({ walk: "w", note: "m" }));
  assert.deepEqual(withLetter(taken, "note", "n"), own({ walk: "w" }));
  assert.deepEqual(withLetter(taken, "note", ""), own({ walk: "w", note: "" }));
});

test("two actions have no letter in common, and a letter is one letter", () => {
  assert.deepEqual(clashIn({ note: "h" }), { action: "note", other: "highlight" });
  assert.deepEqual(clashIn({ note: "ab" }), { action: "note", other: null });
  assert.deepEqual(clashIn({ note: "N" }), { action: "note", other: null });
  assert.deepEqual(clashIn({ note: " " }), { action: "note", other: null });
  assert.equal(clashIn({ note: "h", highlight: "n" }), null);
  assert.equal(clashIn({ note: "", highlight: "" }), null);
});

test("what is no choice of letters is not taken for one", () => {
  assert.deepEqual(keysFrom({ on: true, letters: { note: "m" }, more: 1 }), { on: true, letters: { note: "m" } });
  for (const wrong of [null, 1, {}, { on: 1, letters: {} }, { on: true, letters: null }, own({ fly: "x" }), own({ note: 1 }), own({ note: "h" }), own({ toString: "x" })]) {
    assert.equal(keysFrom(wrong), null);
  }
});
