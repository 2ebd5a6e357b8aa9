// What is said when the server goes away, when it is back, and when something could not be sent.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createNews } from "../../extension/src/content/news.js";

const AWAY = { code: "offline", message: "The server does not answer." };
const fine = { problem: null, waiting: 0, failed: 0 };

/** @param {...object} states  one after the other @returns {string[]} what was said */
function told(...states) {
  /** @type {string[]} */
  const said = [];
  const news = createNews((text) => void said.push(text));
  for (const [index, state] of states.slice(1).entries()) news({ ...fine, ...states[index] }, { ...fine, ...state });
  return said;
}

test("a write that goes its usual way is no news", () => {
  assert.deepEqual(told({}, { waiting: 1 }, {}), []);
});

test("that the server is away is said once, whatever waits meanwhile", () => {
  assert.deepEqual(told({}, { waiting: 1, problem: AWAY }, { waiting: 2, problem: { ...AWAY, message: "Two wait." } }), [AWAY.message]);
});

test("that it is back is said when all has been sent, to those who heard that something waits", () => {
  assert.deepEqual(told({ problem: AWAY, waiting: 2 }, { waiting: 2, problem: AWAY }, { waiting: 2 }, { waiting: 1 }, {}, {}), ["What waited was sent"]);
  assert.deepEqual(told({}, { problem: AWAY }, {}), [AWAY.message]);
});

test("another trouble is said, and so is each note that could not be sent", () => {
  const token = { code: "unauthorized", message: "The server does not know this access token." };
  assert.deepEqual(told({ problem: AWAY }, { problem: token }), [token.message]);
  assert.deepEqual(told({ waiting: 1 }, { failed: 1 }, { failed: 1 }, { failed: 2 }, { failed: 1 }), [
    "1 note could not be sent. Open Postil to see why.",
    "2 notes could not be sent. Open Postil to see why.",
  ]);
});
