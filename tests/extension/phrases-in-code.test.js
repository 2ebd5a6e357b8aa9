// No sentence stands in the code: the rule of eslint that says so, and that the code keeps it.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { Linter } from "eslint";
import phrases from "../../extension/eslint-phrases.js";

const ROOT = new URL("../../", import.meta.url);

/** @param {string} code */
function found(code) {
  const rules = /** @type {const} */ ({ "phrases/spoken": "error" });
  return new Linter().verify(code, [{ plugins: { phrases }, rules }]).map(({ message }) => /“(.*)”/u.exec(message)?.[1]);
}

test("what is said in a template, an attribute or a string is found", () => {
  assert.deepEqual(found("html`<p>Not here</p>`"), ["Not here"]);
  assert.deepEqual(found("html`<p>${a} of ${b} waiting</p>`"), ["of", "waiting"]);
  assert.deepEqual(found('html`<button title="Close it" aria-label="Close"></button>`'), ["Close it", "Close"]);
  assert.deepEqual(found('html`<p>${isNew ? "Reply" : phrase("note")}</p>`'), ["Reply"]);
  assert.deepEqual(found('throw new Error("This cannot be read.")'), ["This cannot be read."]);
  assert.deepEqual(found("say(`Connected to ${server}.`)"), ["Connected to …."]);
});

test("names of things, keys and what is for programmers alone is let through", () => {
  assert.deepEqual(found('html`<p class="small muted" title=${phrase("close")}>${phrase("note")} · <kbd>h</kbd></p>`'), []);
  assert.deepEqual(found('event.key === "Escape"; headers.get("Retry-After"); html`<h1>Postil</h1>`'), []);
  assert.deepEqual(found('throw new Error("an operation without its content")'), []);
});

test("the code says nothing itself", () => {
  const files = readdirSync(new URL("extension/src", ROOT), { recursive: true }).filter((file) => file.endsWith(".js") && file !== "shared/catalogues.js");
  assert.ok(files.length > 50);
  for (const file of files) assert.deepEqual(found(readFileSync(new URL(`extension/src/${file}`, ROOT), "utf8")), [], file);
});

test("a page of the extension says nothing before its script does, but for its name", () => {
  const pages = readdirSync(new URL("extension/src", ROOT), { recursive: true }).filter((file) => file.endsWith(".html"));
  assert.ok(pages.length);
  for (const page of pages) {
    const html = readFileSync(new URL(`extension/src/${page}`, ROOT), "utf8");
    assert.deepEqual(html.replace(/<[^>]*>/gu, "").trim(), "Postil", page);
    assert.doesNotMatch(html, /\b(?:title|aria-label|placeholder)="/u, page);
  }
});
