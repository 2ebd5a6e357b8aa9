import assert from "node:assert/strict";
import { test } from "node:test";
import { JSDOM } from "jsdom";

const { window } = new JSDOM("<main></main>", { url: "https://example.org/papers" });
Object.assign(globalThis, { MutationObserver: window.MutationObserver });
const { quiet, watchPage } = await import("../../extension/src/content/watch.js");

/** Lets mutation observers be told: they are, before the next task. */
const told = () => new Promise((resolve) => setImmediate(resolve));
const until = async (/** @type {() => boolean} */ holds) => {
  while (!holds()) await told(); // node:test ends a test that never gets there
};
const main = window.document.querySelector("main");
const add = () => main.append(window.document.createElement("p"));

test("a page is quiet once nothing has changed for a while", async ({ mock }) => {
  mock.timers.enable({ apis: ["setTimeout"] });
  let isQuiet = false;
  void quiet(main, { still: 60, atMost: 5000 }).then(() => (isQuiet = true));
  for (let i = 0; i < 5; i += 1) {
    add();
    await told();
    mock.timers.tick(59);
    await told();
    assert.equal(isQuiet, false);
  }
  mock.timers.tick(1);
  await told();
  assert.equal(isQuiet, true);
});

test("a page that never rests is read all the same", async ({ mock }) => {
  mock.timers.enable({ apis: ["setTimeout"] });
  let isQuiet = false;
  void quiet(main, { still: 60, atMost: 200 }).then(() => (isQuiet = true));
  for (let passed = 50; passed <= 200; passed += 50) {
    assert.equal(isQuiet, false);
    add();
    await told();
    mock.timers.tick(50);
    await told();
  }
  assert.equal(isQuiet, true);
});

test("a burst of changes is told once, without our own host", async () => {
  const own = window.document.createElement("div");
  window.document.documentElement.append(own);
  const bursts = [];
  const atOnce = [];
  const nothing = () => {};
  const events = { mutating: (touched) => atOnce.push(touched), mutated: (touched) => bursts.push(touched), navigated: nothing, shown: nothing, themed: nothing };
  const stop = watchPage(window.document, () => own, events);
  add();
  add();
  own.append("ours");
  await Promise.resolve();
  assert.deepEqual([atOnce, bursts], [[[main, main]], []]); // before anything is drawn
  await until(() => bursts.length > 0);
  stop();
  let later = false;
  const stopOther = watchPage(window.document, () => own, { ...events, mutating: nothing, mutated: () => (later = true) });
  add();
  await until(() => later);
  stopOther();
  assert.equal(bursts.length, 1);
  assert.deepEqual(bursts[0], [main]);
});

test("a page that changes without end is told of within 600 ms all the same", async ({ mock }) => {
  mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const ours = { setTimeout: window.setTimeout, clearTimeout: window.clearTimeout };
  Object.assign(window, { setTimeout, clearTimeout });
  const nothing = () => {};
  /** @type {number[]} */
  const at = [];
  const began = Date.now();
  const stop = watchPage(window.document, () => null, { mutating: nothing, mutated: () => at.push(Date.now() - began), navigated: nothing, shown: nothing, themed: nothing });
  for (let passed = 0; passed < 2000; passed += 50) {
    add();
    await told();
    mock.timers.tick(50);
  }
  stop();
  Object.assign(window, ours);
  assert.ok(at.length >= 3, `told at ${at}`);
  assert.ok([0, ...at.slice(0, -1)].every((before, i) => at[i] - before <= 650), `told at ${at}`);
});

test("that our host is put into the page is no change of it; that it is thrown out is one", async () => {
  const own = window.document.createElement("div");
  const touched = [];
  const nothing = () => {};
  const events = { mutating: (nodes) => touched.push(nodes), mutated: nothing, navigated: nothing, shown: nothing, themed: nothing };
  const stop = watchPage(window.document, () => own, events);
  window.document.documentElement.append(own);
  await told();
  const whenPutIn = touched.length;
  own.remove();
  await told();
  stop();
  assert.equal(whenPutIn, 0);
  assert.deepEqual(touched, [[window.document.documentElement]]);
});

test("another URL in the same document is noticed", async () => {
  let told = 0;
  const nothing = () => {};
  const stop = watchPage(window.document, () => null, { mutating: nothing, mutated: nothing, navigated: () => (told += 1), shown: nothing, themed: nothing });
  window.history.pushState(null, "", "/papers/2504.13171");
  window.dispatchEvent(new window.PopStateEvent("popstate"));
  window.location.hash = "community";
  window.dispatchEvent(new window.PopStateEvent("popstate"));
  stop();
  assert.equal(told, 1);
});

test("what a style shows or hides is told, what else it does is not", async () => {
  const text = main.appendChild(window.document.createElement("p"));
  text.style.display = "inline";
  await told();
  const bursts = [];
  const nothing = () => {};
  const stop = watchPage(window.document, () => null, { mutating: (touched) => bursts.push(touched), mutated: nothing, navigated: nothing, shown: nothing, themed: nothing });
  text.style.color = "red";
  text.style.display = "block";
  await told();
  assert.deepEqual(bursts, []);
  text.style.display = "none";
  await told();
  text.style.display = "inline";
  await told();
  stop();
  assert.deepEqual(bursts, [[text], [text]]);
});
