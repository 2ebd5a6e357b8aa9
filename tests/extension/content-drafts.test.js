// What is typed and not saved, between the page and the far end.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createDrafts } from "../../extension/src/content/drafts.js";
import { speakThrough } from "../../extension/src/shared/messages.js";

const PAPER = "arxiv:2504.13171";
const said = (text) => ({ id: "one", place: "here", paper: PAPER, text });

test("an answer from before the last words were kept does not bring the former ones back", async () => {
  let keep;
  speakThrough({ send: () => new Promise((resolve) => (keep = () => resolve({ ok: true, answer: {} }))) });
  const window = Object.assign(new EventTarget(), { document: new EventTarget(), setTimeout, clearTimeout });
  const drafts = createDrafts(window, assert.fail);
  for (const before of [[said("half a")], []]) {
    drafts.keep("ada", said("half a thought"));
    drafts.flush();
    drafts.know(before, [PAPER]);
    assert.equal(drafts.at("here")?.text, "half a thought");
    keep();
    await null;
  }
  // Kept, the far end's word counts again: another tab may have saved it.
  await new Promise(setImmediate);
  drafts.know([], [PAPER]);
  assert.equal(drafts.at("here"), null);
  drafts.stop();
});
