// The file that a reader saves before what waits is discarded holds all that they wrote.
import assert from "node:assert/strict";
import { test } from "node:test";
import { copyOf } from "../../extension/src/options/keep-copy.js";
import { SERVER, draft, start } from "./shared-fakes.js";

test("words and tags, and the words that a change stands against", async () => {
  const { notes } = start();
  const one = draft();
  await notes.create(one);
  await notes.edit(one.id, { text: "mine", tags: ["kept", "too"] }, { text: "what it said before", tags: [] });
  const { server, user, notes: copied } = JSON.parse(copyOf(await notes.waiting(), SERVER, "ada"));
  assert.deepEqual([server, user], [SERVER, "ada"]);
  assert.deepEqual(copied.map(({ text, tags, theirs }) => ({ text, tags, theirs })), [
    { text: "first", tags: ["evaluation"], theirs: null },
    { text: "mine", tags: ["kept", "too"], theirs: { text: "first", tags: ["evaluation"] } },
  ]);
});
