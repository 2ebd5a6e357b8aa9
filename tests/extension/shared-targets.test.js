// A note that its author gives other words to mark: an edit like any other, of the target alone, which waits, folds and meets conflicts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isTarget } from "../../extension/src/shared/draft.js";
import { patchOf } from "../../extension/src/shared/annotation.js";
import { PAPER, PERSONAL, TEAM, draft, edit, quiet, start } from "./shared-fakes.js";

const CHANGED = "The note was changed elsewhere since you opened it.";
const target = (exact = "by 14%", more = {}) => ({
  field: "abstract", quote: exact, url: "https://arxiv.org/abs/2504.13171v2", source: "arxiv", version: 2,
  selectors: [{ type: "TextQuoteSelector", exact, prefix: "accuracy ", suffix: " on" }, { type: "TextPositionSelector", start: 3, end: 3 + exact.length }],
  ...more,
});
const comment = (text) => ({ body: [{ type: "TextualBody", value: text, format: "text/markdown", purpose: "commenting" }] });
const states = async (outbox) => (await outbox.list()).map(({ operation }) => `${operation.kind} ${operation.state}`);
const shown = async (notes, id) => (await notes.read([PAPER])).papers[PAPER].find((note) => note.id === id);
const sentTarget = (server, id) => server.notes.get(id).annotation.target;

async function sent(more = {}) {
  const life = start();
  const one = draft({ source: "arxiv", version: 1, ...more });
  await life.notes.create(one);
  await life.sender.flush();
  return { ...life, one };
}

test("a note marks other words at once, waits as an edit, and sends the target alone", async () => {
  const { notes, sender, server, outbox, one } = await sent();
  const note = await notes.attach(one.id, target());
  assert.deepEqual([note.quote, note.version, note.text, note.pending], ["by 14%", 2, "first", "edit"]);
  assert.deepEqual(await states(outbox), ["edit waiting"]);
  await sender.flush();
  const [, patch] = server.writes;
  assert.deepEqual(Object.keys(JSON.parse(patch.body)), ["target"]);
  assert.match(patch.headers.get("If-Match"), /-1"$/);
  const stored = sentTarget(server, one.id);
  assert.deepEqual([stored.selector[0].exact, stored["postil:version"], stored["postil:paper"], stored.source], ["by 14%", 2, PAPER, target().url]);
  assert.deepEqual([server.text(one.id), (await shown(notes, one.id)).pending], ["first", null]);
});

test("text and target that wait fold into one edit, whichever came first", async () => {
  for (const isTextFirst of [true, false]) {
    const { notes, sender, server, outbox, one } = await sent();
    const writes = [() => edit(notes, one.id, "second", ["a"]), () => notes.attach(one.id, target())];
    for (const write of isTextFirst ? writes : writes.reverse()) await write();
    assert.deepEqual(await states(outbox), ["edit waiting"]);
    await sender.flush();
    assert.equal(server.writes.length, 2);
    assert.deepEqual([server.text(one.id), sentTarget(server, one.id).selector[0].exact], ["second", "by 14%"]);
  }
});

test("the target of a note that was never sent goes into its making", async () => {
  const { notes, sender, server } = start();
  const one = draft({ source: "arxiv", version: 1 });
  await notes.create(one);
  await notes.attach(one.id, target());
  await sender.flush();
  assert.equal(server.writes.length, 1);
  assert.equal(sentTarget(server, one.id)["postil:version"], 2);
});

test("on a page without a version the note loses the version of before", async () => {
  const { notes, sender, server, one } = await sent();
  const note = await notes.attach(one.id, target("by 14%", { source: "huggingface", version: undefined }));
  assert.deepEqual([note.source, note.version], ["huggingface", null]);
  await sender.flush();
  assert.equal("postil:version" in sentTarget(server, one.id), false);
  assert.equal((await shown(notes, one.id)).version, null);
});

test("an edit of the text says nothing of the target, nor the other way round", () => {
  const one = { ...draft(), text: "", tags: [] };
  assert.deepEqual(patchOf(one, ["text"]), { body: null });
  assert.deepEqual(Object.keys(patchOf(one, ["target"])), ["target"]);
  assert.deepEqual(Object.keys(patchOf(one, ["text", "target"])), ["body", "target"]);
});

test("behind one that is on its way, and before a move", async () => {
  const { notes, sender, server, one } = await sent();
  let release;
  const held = new Promise((resolve) => (release = resolve));
  server.script = ({ method }) => (method === "PATCH" ? held : null);
  await edit(notes, one.id, "second", []);
  const flushed = sender.flush();
  await quiet();
  await notes.attach(one.id, target());
  await notes.move(one.id, TEAM.id);
  server.script = null;
  release(null);
  await flushed;
  const { annotation } = server.notes.get(one.id);
  assert.deepEqual([server.text(one.id), annotation.target.selector[0].exact, annotation["postil:group"]], ["second", "by 14%", TEAM.id]);
});

test("a text that was written elsewhere meanwhile stands against no other words to mark", async () => {
  const { notes, sender, server, outbox, one } = await sent();
  server.patch(one.id, comment("written elsewhere"));
  await notes.attach(one.id, target());
  await sender.flush();
  assert.deepEqual([server.text(one.id), sentTarget(server, one.id).selector[0].exact, await states(outbox)], ["written elsewhere", "by 14%", []]);
});

test("given other words elsewhere meanwhile: refused and kept; retried, it takes nothing of what was written there", async () => {
  const { notes, sender, server, outbox, one } = await sent();
  const elsewhere = { selector: [{ type: "TextQuoteSelector", exact: "13% on" }] };
  server.patch(one.id, { ...comment("written elsewhere"), target: elsewhere });
  await notes.attach(one.id, target());
  await sender.flush();
  assert.deepEqual(await states(outbox), ["edit failed"]);
  const note = await shown(notes, one.id);
  assert.deepEqual([note.failed, note.quote, note.text, note.conflict], [CHANGED, "by 14%", "written elsewhere", null]);
  const [{ operation }] = await outbox.list();
  await outbox.resolve(operation.id, "retry", PERSONAL.id);
  await sender.flush();
  assert.deepEqual([server.text(one.id), sentTarget(server, one.id).selector[0].exact], ["written elsewhere", "by 14%"]);
});

test("a conflict about the text is not settled by giving the note other words", async () => {
  const { notes, sender, server, outbox, one } = await sent();
  server.patch(one.id, comment("written elsewhere"));
  await edit(notes, one.id, "written here");
  await sender.flush();
  await notes.attach(one.id, target());
  await sender.flush();
  assert.deepEqual([server.text(one.id), sentTarget(server, one.id).selector[0].exact], ["written elsewhere", "by 14%"]);
  assert.deepEqual(await states(outbox), ["edit failed"]);
  await notes.attach(one.id, target("by 15%"));
  await edit(notes, one.id, "both");
  await sender.flush();
  assert.deepEqual([server.text(one.id), sentTarget(server, one.id).selector[0].exact, await states(outbox)], ["both", "by 15%", []]);
});

test("a refused edit of the text takes the target behind it in, so that one entry holds all", async () => {
  const { notes, sender, server, outbox, one } = await sent();
  server.patch(one.id, comment("written elsewhere"));
  let release;
  const held = new Promise((resolve) => (release = resolve));
  server.script = ({ method }) => (method === "PATCH" ? held : null);
  await edit(notes, one.id, "second", []);
  const flushed = sender.flush();
  await quiet();
  await notes.attach(one.id, target());
  server.script = null;
  release(null);
  await flushed;
  assert.deepEqual(await states(outbox), ["edit failed"]);
  const [{ operation }] = await outbox.list();
  assert.deepEqual([operation.parts, operation.draft.text, operation.draft.quote], [["text", "target"], "second", "by 14%"]);
  assert.equal((await shown(notes, one.id)).conflict.text, "written elsewhere");
  await edit(notes, one.id, "written elsewhere", []);
  await sender.flush();
  assert.deepEqual([server.text(one.id), sentTarget(server, one.id).selector[0].exact, await states(outbox)], ["written elsewhere", "by 14%", []]);
});

test("one version's text, waiting to be sent, is not overwritten by another's", async () => {
  const { notes, sender, server } = start();
  const seen = (version, abstract) => notes.paperSeen({ key: PAPER, title: "T", abstract, url: "https://arxiv.org/abs/2504.13171", source: "arxiv", version }, PERSONAL.id);
  await seen(1, "of before");
  await seen(2, "first words");
  await seen(2, "of today");
  await sender.flush();
  const bodies = server.writes.map(({ body }) => JSON.parse(body));
  assert.deepEqual(bodies.map(({ version, abstract }) => [version, abstract]), [[1, "of before"], [2, "of today"]]);
});

test("what a content script may say is a target", () => {
  assert.equal(isTarget(target()), true);
  assert.equal(isTarget(target("x", { version: undefined })), true);
  for (const bad of [null, "x", target("x", { selectors: [] }), target("x", { field: null }), target("x", { version: 1.5 }), target("x", { url: 3 }), target("x", { selectors: [{ type: "XPathSelector" }] })]) {
    assert.equal(isTarget(bad), false, JSON.stringify(bad));
  }
});
