// Notes that were begun and not saved: kept for one account alone, given back, dropped with the saving, and never sent.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createBackend } from "../../extension/src/shared/backend.js";
import { ownLocks } from "../../extension/src/shared/locks.js";
import { uuidv7 } from "../../extension/src/shared/uuid.js";
import { Clock, Disk, FakeServer, PAPER, SERVER, draft, quiet } from "./shared-fakes.js";

function begin(disk = new Disk(), server = new FakeServer()) {
  const [clock, process, pushes] = [new Clock(), disk.mount(), []];
  const backend = createBackend({
    store: process.store, access: { kind: "paired" }, push: (push) => pushes.push(push), locks: ownLocks(),
    fetch: server.fetch, now: clock.now, random: () => 1, schedule: clock.schedule,
  });
  const ask = async (name, payload) => backend.handlers[name](payload, "content");
  const connect = (who) => ask("connect", { server: SERVER, token: `${who}-token` });
  return { ask, clock, connect, disk, process, pushes, server };
}

const begun = (more = {}) => ({
  id: uuidv7(), place: `new ${PAPER} whole`, paper: PAPER, title: "T", url: "https://huggingface.co/papers", field: null, selectors: [], quote: "", note: null, parent: null,
  text: "half a thou", tags: "", seen: { text: "", tags: [] }, at: 1, ...more,
});
const texts = (drafts) => drafts.map(({ text }) => text);

test("kept on disk, given back with the paper's notes by another process, the latest first, and sent to nobody", async () => {
  const { ask, connect, disk, server } = begin();
  const { account } = await connect("ada");
  const one = begun();
  await ask("draft-keep", { account, draft: one });
  await ask("draft-keep", { account, draft: { ...one, text: "half a thought", at: 2 } });
  await ask("draft-keep", { account, draft: begun({ paper: "arxiv:1", text: "elsewhere", at: 3 }) });
  const next = begin(disk, server);
  assert.deepEqual(texts((await next.ask("notes", { papers: [PAPER] })).unfinished), ["half a thought"]);
  assert.deepEqual(texts((await next.ask("drafts")).drafts), ["elsewhere", "half a thought"]);
  await next.ask("try-now");
  assert.equal(server.writes.length, 0);
});

test("saved, it is finished; dropped, it is gone", async () => {
  const { ask, connect } = begin();
  const { account } = await connect("ada");
  const [saved, dropped, left] = [begun(), begun(), begun({ text: "left" })];
  for (const one of [saved, dropped, left]) await ask("draft-keep", { account, draft: one });
  await ask("create", { draft: draft(), account, unfinished: saved.id });
  await ask("draft-drop", { account, id: dropped.id });
  assert.deepEqual(texts((await ask("drafts")).drafts), ["left"]);
});

test("a write that could not be kept leaves what was begun", async () => {
  const { ask, connect, process } = begin();
  const { account } = await connect("ada");
  const one = begun();
  await ask("draft-keep", { account, draft: one });
  process.failing = (verb, key) => {
    if (key.startsWith("outbox|")) throw new Error("QUOTA_BYTES quota exceeded");
  };
  await assert.rejects(ask("create", { draft: draft(), account, unfinished: one.id }));
  assert.deepEqual(texts((await ask("drafts")).drafts), ["half a thou"]);
});

test("what one account wrote is nothing for another that is connected since", async () => {
  const { ask, connect, server } = begin();
  const { account } = await connect("ada");
  const note = draft();
  await ask("create", { draft: note, account });
  await quiet();
  await connect("bob");
  const before = server.writes.length;
  await assert.rejects(ask("create", { draft: draft({ text: "Ada's" }), account }), { code: "other-account" });
  await assert.rejects(ask("edit", { id: note.id, text: "Ada's", tags: [], seen: { text: "first", tags: note.tags }, account }), { code: "other-account" });
  await ask("draft-keep", { account, draft: begun({ text: "Ada's" }) });
  assert.deepEqual([(await ask("drafts")).drafts, (await ask("notes", { papers: [PAPER] })).unfinished], [[], []]);
  await ask("try-now");
  assert.equal(server.writes.length, before);
  await assert.rejects(ask("draft-keep", { account: "https%3A%2F%2Felsewhere.example|%2Fapi%2Fusers%2F1", draft: begun() }), { code: "other-account" });
  await connect("ada");
  assert.deepEqual(texts((await ask("drafts")).drafts), ["Ada's"]);
});

test("what waits for another account is told, and sent when that one is back", async () => {
  const { ask, connect, server } = begin();
  const { account } = await connect("ada");
  server.script = () => {
    throw new TypeError("network");
  };
  const note = draft({ text: "Ada's, waiting" });
  await ask("create", { draft: note, account });
  await ask("draft-keep", { account, draft: begun() });
  await quiet();
  server.script = null;
  assert.deepEqual((await ask("kept")).accounts, []);
  await connect("bob");
  const { accounts: [kept] } = await ask("kept");
  assert.deepEqual([kept.server, kept.name, kept.operations.map(({ text }) => text), kept.unfinished], [SERVER, "Ada", ["Ada's, waiting"], 1]);
  await ask("try-now");
  assert.equal(server.notes.has(note.id), false);
  await connect("ada");
  await quiet();
  assert.equal(server.text(note.id), "Ada's, waiting");
  assert.deepEqual((await ask("kept")).accounts, []);
});

test("asked for in a list, it is opened by one page that shows its paper, once", async () => {
  const { ask, connect, pushes } = begin();
  const { account } = await connect("ada");
  const one = begun();
  await ask("draft-keep", { account, draft: one });
  assert.equal((await ask("draft-claim", { papers: [PAPER] })).draft, null);
  await ask("draft-open", { id: one.id });
  assert.deepEqual(pushes.at(-1).papers, [PAPER]);
  assert.equal((await ask("draft-claim", { papers: ["arxiv:1"] })).draft, null);
  assert.equal((await ask("draft-claim", { papers: [PAPER] })).draft.id, one.id);
  assert.equal((await ask("draft-claim", { papers: [PAPER] })).draft, null);
  await assert.rejects(ask("draft-open", { id: uuidv7() }), { code: "not-found" });
});

test("what is no unfinished note is not kept", async () => {
  const { ask, connect, disk } = begin();
  const { account } = await connect("ada");
  for (const bad of [null, {}, begun({ id: "../x" }), begun({ text: 1 }), begun({ note: "x" }), begun({ seen: null }), begun({ at: "now" }), begun({ selectors: [{}] }), begun({ text: "x".repeat(1_000_001) }), begun({ quote: "x".repeat(1_000_001) }), begun({ more: ["x".repeat(1_000_001)] })]) {
    await assert.rejects(ask("draft-keep", { account, draft: bad }), { code: "bad-message" });
  }
  assert.deepEqual(disk.keys("draft|"), []);
});
