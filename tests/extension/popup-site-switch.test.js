// A site that could not be switched says why, and the switch stands as it did.
import assert from "node:assert/strict";
import { test } from "node:test";
import { JSDOM } from "jsdom";
import { speakThrough } from "../../extension/src/shared/messages.js";

test("what went wrong is said beside the switch", async () => {
  const { window } = new JSDOM("<div id=site></div>");
  Object.assign(globalThis, { window, document: window.document, chrome: { runtime: { getManifest: () => ({}) }, permissions: { request: async () => true } } });
  const { showSiteSwitch } = await import("../../extension/src/popup/site-switch.js");
  const full = { ok: false, error: { code: "not-kept", message: "The browser could not keep this." } };
  speakThrough({ send: async ({ ask }) => (ask === "sites" ? { ok: true, answer: { sites: [] } } : full) });
  const root = window.document.getElementById("site");
  await showSiteSwitch(root, new URL("https://papers.example/1"), async () => assert.fail("nothing has changed"));
  const name = root.querySelector("button").textContent;
  root.querySelector("button").click();
  await new Promise(setImmediate);
  assert.equal(root.querySelector("[role=status]")?.textContent, full.error.message);
  assert.equal(root.querySelector("button").textContent, name);
});
