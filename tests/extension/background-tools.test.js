import assert from "node:assert/strict";
import { test } from "node:test";
import { toolsHandlers } from "../../extension/src/background/tools.js";

test("the tools go into the frame that asks for them, and into no other", async () => {
  const done = [];
  const { tools } = toolsHandlers({ scripting: { executeScript: async (call) => done.push(call) } });
  assert.deepEqual(await tools(undefined, "content", { tab: { id: 7 }, frameId: 0 }), {});
  assert.deepEqual(done, [{ target: { tabId: 7, frameIds: [0] }, files: ["dist/tools.js"], injectImmediately: true }]);
});
