// What earlier versions left on people's disks: frozen copies of the extension's storage, which every later version has to open.
// A copy is never edited. When the storage gains something, another copy is put beside it (`Browser.stored()` of tests/e2e takes one).
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { annotationFromDraft } from "../../extension/src/shared/annotation.js";
import { createBackend } from "../../extension/src/shared/backend.js";
import { ownLocks } from "../../extension/src/shared/locks.js";
import { Clock, Disk, FakeServer, SERVER, json, quiet } from "./shared-fakes.js";

const PAPERS = ["arxiv:2411.90233", "arxiv:2503.90417"];
const ADA = `${SERVER}/api/users/2`;
const BOB = `${SERVER}/api/users/3`;

function opened(name) {
  const disk = new Disk();
  const stored = JSON.parse(readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8"));
  for (const [key, value] of Object.entries(stored)) disk.values.set(key, value);
  const clock = new Clock();
  const server = serverOf(disk);
  const backend = createBackend({
    store: disk.mount().store, access: { kind: "paired" }, push: () => undefined, locks: ownLocks(),
    fetch: server.fetch, now: clock.now, random: () => 1, schedule: clock.schedule,
  });
  return { disk, server, ask: async (name, payload) => backend.handlers[name](payload, "page") };
}

/** The server as it was when the copy was taken: it holds what the cache holds, and in its trash what was deleted. */
function serverOf(disk) {
  const server = new FakeServer();
  const { user, groups } = disk.values.get("account");
  server.users = new Map([["postil_ada", user], ["postil_bob", { id: BOB, name: "bob", display_name: "bob" }]]);
  for (const entry of disk.list("cache|").flat().filter(({ annotation }) => annotation)) server.hold(entry);
  for (const { kind, draft } of disk.list("outbox|")) {
    if (kind !== "restore") continue;
    const annotation = { ...annotationFromDraft(draft), id: `${SERVER}/api/annotations/${draft.id}`, creator: { id: ADA } };
    server.hold({ annotation, etag: '"trash"' }, { deleted: true });
  }
  server.script = ({ path, headers }) => {
    const who = server.users.get(headers.get("Authorization")?.replace("Bearer ", ""));
    return path === "/me" ? json(200, { user: who, scopes: ["read", "write"], groups }) : null;
  };
  return server;
}

test("version 1: what waited is sent, what was refused is kept, another's waits for its owner", async () => {
  const { disk, server, ask } = opened("storage-1.json");
  const frozenAs = disk.list("outbox|").find(({ state, kind }) => kind === "edit" && state === "sending").id;
  const before = await ask("status");
  assert.deepEqual([before.user.name, before.waiting, before.failed, before.paused], ["ada", 7, 3, ["arxiv.org"]]);
  const shown = Object.values((await ask("notes", { papers: PAPERS })).papers).flat();
  assert.deepEqual(shown.map(({ text }) => text).sort(), [
    "A delete of this waits", "A move of this waits", "An answer that waits", "Answered by Bob, so it cannot move", "Behind the frozen one", "Bob's answer",
    "Deleted, and its coming back waits", "For a team that is gone", "Never sent", "Stays as it is", "The edit that waits", "Written in this browser",
  ]);

  const after = await ask("try-now");
  assert.deepEqual([after.problem, after.waiting, after.failed], [null, 0, 3]);
  const { operations } = await ask("waiting");
  assert.deepEqual(operations.map(({ kind, text }) => [kind, text]), [
    ["edit", "Written in this browser"], ["create", "For a team that is gone"], ["move", "Answered by Bob, so it cannot move"],
  ]);
  assert.ok(operations.every(({ reason }) => reason.length > 10));
  const held = [...server.notes.values()].map(({ annotation, deleted }) => [annotation.body?.[0]?.value, deleted]);
  assert.deepEqual(held.sort(), [
    ["A delete of this waits", true], ["A move of this waits", false], ["An answer that waits", false], ["Answered by Bob, so it cannot move", false],
    ["Behind the frozen one", false], ["Bob's answer", false], ["Deleted, and its coming back waits", false], ["Never sent", false], ["Stays as it is", false],
    ["The edit that waits", false], ["Written in another browser", false],
  ]);
  const team = disk.values.get("account").groups.find(({ name }) => name === "Reading group").id;
  const moved = [...server.notes.values()].find(({ annotation }) => annotation.body?.[0]?.value === "A move of this waits");
  assert.equal(moved.annotation["postil:group"], team);
  const frozen = server.writes.filter(({ body }) => body?.includes("Frozen as it was first sent"));
  assert.deepEqual(frozen.map(({ headers }) => headers.get("Idempotency-Key")), [frozenAs]);

  await ask("connect", { server: SERVER, token: "postil_bob" });
  await quiet();
  const bobs = [...server.notes.values()].filter(({ owner }) => owner === BOB).map(({ annotation }) => annotation.body?.[0]?.value);
  assert.deepEqual(bobs.sort(), ["Bob's answer", "Bob's, which waits for Bob"]);
});
