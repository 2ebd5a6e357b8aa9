import assert from "node:assert/strict";
import { test } from "node:test";
import { toolsHandlers } from "../../extension/src/background/tools.js";

const FROM = { tab: { id: 7 }, frameId: 0 };

for (const [told, sender, where] of [
  ["the document", { ...FROM, documentId: "a" }, { documentIds: ["a"] }],
  ["the frame, where a browser names no document,", FROM, { frameIds: [0] }],
]) {
  test(`the tools go into ${told} that asks for them, and into no other`, async () => {
    const done = [];
    const { tools } = toolsHandlers({ scripting: { executeScript: async (call) => done.push(call) } });
    assert.deepEqual(await tools(undefined, "content", sender), {});
    assert.deepEqual(done, [{ target: { tabId: 7, ...where }, files: ["dist/tools.js"], injectImmediately: true }]);
  });
}
