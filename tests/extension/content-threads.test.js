import assert from "node:assert/strict";
import { test } from "node:test";
import { JSDOM } from "jsdom";
import { keepPulse } from "../../extension/src/content/pulse.js";
import { membersOf, threadsIn, threadsOf } from "../../extension/src/content/threads.js";
import { initials } from "../../extension/src/content/words.js";

const placed = (id, parent = null, created = id) => ({ note: { id, parent, created } });
const told = (threads) => threads.map(({ root, note, replies }) => [root, note?.note.id ?? null, replies.map((one) => one.note.id)]);

test("replies stand under their note, oldest first, whichever of them they answer", () => {
  const threads = threadsOf([placed("r3", "r1", "3"), placed("a"), placed("b"), placed("r1", "a", "1"), placed("r2", "a", "2")]);
  assert.deepEqual(told(threads), [["a", "a", ["r1", "r2", "r3"]], ["b", "b", []]]);
  assert.deepEqual(membersOf(threads).map((one) => one.note.id), ["a", "r1", "r2", "r3", "b"]);
});

test("replies to a note that is gone keep together under its place; a circle ends", () => {
  assert.deepEqual(told(threadsOf([placed("r1", "gone", "1"), placed("r2", "gone", "2")])), [["gone", null, ["r1", "r2"]]]);
  assert.equal(membersOf(threadsOf([placed("x", "y"), placed("y", "x")])).length, 2);
});

test("a mark's card holds its own threads, a paper's holds all", () => {
  const all = [placed("a"), placed("b"), placed("r", "a")];
  assert.deepEqual(told(threadsIn(all, { kind: "mark", ids: ["a"] })), [["a", "a", ["r"]]]);
  assert.equal(threadsIn(all, { kind: "paper", ids: [] }).length, 2);
});

test("letters for a person", () => {
  assert.deepEqual(["Ada Lovelace", "ada", "Jean-Luc de la Tour", " 李 ", ""].map(initials), ["AL", "AD", "JT", "李", ""]);
});

/** A page whose visibility and timers the test moves. */
function page() {
  const { window } = new JSDOM("", { pretendToBeVisual: true });
  const timers = new Map();
  let visibility = "visible";
  Object.defineProperty(window.document, "visibilityState", { get: () => visibility });
  window.setTimeout = (work) => timers.set(timers.size + 1, work).size;
  window.clearTimeout = (id) => timers.delete(id);
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    doc: window.document,
    timers,
    show: async (is) => {
      visibility = is;
      window.document.dispatchEvent(new window.Event("visibilitychange"));
      await settle();
    },
    focus: async () => {
      window.dispatchEvent(new window.Event("focus"));
      await settle();
    },
    fire: async () => {
      const due = [...timers.values()];
      timers.clear();
      for (const work of due) work();
      await settle();
    },
  };
}

test("while somebody looks the far end is asked time and again, once at a time; hidden, not at all; back, at once", async () => {
  const { doc, timers, show, focus, fire } = page();
  let asked = 0;
  let hold = null;
  const stop = keepPulse(doc, async () => {
    asked += 1;
    await hold;
  });
  assert.equal(asked, 0, "the page's own look-up has just been made");
  await fire();
  await fire();
  assert.equal(asked, 2);
  await show("hidden");
  await fire();
  assert.deepEqual([asked, timers.size], [2, 0], "hidden: no timer runs on");
  await show("visible");
  assert.equal(asked, 3);
  let release;
  hold = new Promise((resolve) => (release = resolve));
  await focus();
  await focus();
  assert.equal(asked, 4, "one at a time");
  hold = null;
  release();
  await fire();
  assert.equal(asked, 5, "and once more at once, for what was asked for meanwhile");
  hold = new Promise((resolve) => (release = resolve));
  await focus();
  stop();
  release();
  await fire();
  await focus();
  assert.deepEqual([asked, timers.size], [6, 0]);
});

test("an answer that fails does not end it", async () => {
  const { doc, fire } = page();
  let asked = 0;
  const stop = keepPulse(doc, () => {
    asked += 1;
    return Promise.reject(new Error("nobody"));
  });
  await fire();
  await fire();
  assert.equal(asked, 2);
  stop();
});
