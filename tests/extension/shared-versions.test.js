// A server that was updated, rolled back or restored: what waits stays, and goes when the two understand each other again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createBackend } from "../../extension/src/shared/backend.js";
import { ownLocks } from "../../extension/src/shared/locks.js";
import { chromeStore } from "../../extension/src/shared/store-chrome.js";
import { Clock, Disk, FakeServer, PAPER, PERSONAL, SERVER, TEAM, draft, json, problem, quiet } from "./shared-fakes.js";

function begin({ disk = new Disk(), server = new FakeServer() } = {}) {
  const [clock, pushes] = [new Clock(), []];
  const backend = createBackend({
    store: disk.mount().store, access: { kind: "paired" }, push: (push) => pushes.push(push), locks: ownLocks(),
    fetch: server.fetch, now: clock.now, random: () => 1, schedule: clock.schedule,
  });
  const ask = async (name, payload) => backend.handlers[name](payload, "page");
  return { ask, backend, clock, disk, pushes, server };
}

const speaks = (current, oldest) => json(200, { name: "Postil", version: "9.0.0", protocol: { current, oldest } });

for (const [who, protocol, says] of [["the extension", [2, 2], /Update Postil's extension/], ["the server", [0, 0], /Ask its owner to update it/]]) {
  test(`${who} is too old: it is said, nothing fails for good, and all goes once it is updated`, async () => {
    const { ask, backend, disk, server } = begin();
    await ask("connect", { server: SERVER, token: "ada-token" });
    // A worker that starts after the update, and writes before it has looked at anything.
    const next = begin({ disk, server });
    server.script = ({ path }) => (path === "/" ? speaks(...protocol) : problem(404, "not-found"));
    const [one, two] = [draft(), draft()];
    await next.ask("create", { draft: one });
    await quiet();
    const status = await next.ask("status");
    assert.deepEqual([status.problem.code, status.waiting, status.failed], ["version", 1, 0]);
    assert.match(status.problem.message, says);
    assert.match(status.problem.message, /Your note is kept here/);
    const asked = server.writes.length;
    await next.ask("create", { draft: two });
    await next.backend.tick();
    await next.clock.pass(3_600_000);
    assert.equal(server.writes.length, asked, "nothing is sent to one that would not understand it");
    server.script = null;
    await next.backend.tick();
    await quiet();
    assert.deepEqual([server.text(one.id), server.text(two.id), (await next.ask("status")).problem], ["first", "first", null]);
    void backend;
  });
}

const page = (more) => ({ cursor: "c9", more: false, reset: [], lost: [], notes: [], gone: [], groups: [], people: {}, labels: {}, ...more });
const entryOf = (one, group = PERSONAL.id) => ({ etag: '"n-1"', state: {}, annotation: { id: `${SERVER}/api/annotations/${one}`, "postil:group": group, creator: { id: "x" }, target: { "postil:paper": PAPER } } });

test("a cursor that the server does not know any more: all over again, and what waits is not lost", async () => {
  const { ask, backend, server } = begin();
  await ask("connect", { server: SERVER, token: "ada-token" });
  await ask("create", { draft: draft({ text: "was there" }) });
  await quiet();
  await ask("refresh", { papers: [PAPER] });
  server.script = ({ path, method, query }) => {
    if (method === "PUT") throw new TypeError("network");
    if (path === "/changes") return query.has("since") ? problem(400, "bad-cursor") : json(200, page({ notes: [entryOf("fresh")] }));
    return null;
  };
  const one = draft({ text: "waits" });
  await ask("create", { draft: one });
  await quiet();
  await backend.tick();
  const shown = (await ask("notes", { papers: [PAPER] })).papers[PAPER].map(({ id, text }) => text || id);
  assert.deepEqual(shown.sort(), ["fresh", "waits"]);
  assert.equal((await ask("status")).problem, null);
  server.script = null;
  await ask("try-now");
  assert.equal(server.text(one.id), "waits");
});

test("a server that was restored, with another epoch: all over again, edits of what it still has go out, others are kept with their text", async () => {
  const { ask, backend, server } = begin();
  await ask("connect", { server: SERVER, token: "ada-token" });
  const [kept, lost] = [draft(), draft()];
  for (const one of [kept, lost]) await ask("create", { draft: one });
  await quiet();
  await ask("refresh", { papers: [PAPER] });
  server.script = ({ method }) => {
    if (method !== "GET") throw new TypeError("network");
    return null;
  };
  for (const one of [kept, lost]) await ask("edit", { id: one.id, text: "later", tags: one.tags, seen: { text: "first", tags: one.tags } });
  await quiet();
  server.notes.delete(lost.id); // it was written after the backup
  server.notes.get(kept.id).etag = '"another-epoch-1"';
  server.script = ({ path }) => (path === "/changes" ? json(200, page({ reset: ["*"], notes: [{ ...entryOf(kept.id), annotation: server.notes.get(kept.id).annotation }] })) : null);
  await ask("try-now");
  await backend.tick();
  assert.deepEqual([server.text(kept.id), (await ask("waiting")).operations.map(({ note, text, reason }) => [note, text, reason])],
    ["later", [[lost.id, "later", "The note or its team is not there for you any more."]]]);
});

test("a lost group goes from cache and pages at once, also while the account cannot be asked for", async () => {
  const { ask, backend, pushes, server } = begin();
  await ask("connect", { server: SERVER, token: "ada-token" });
  await ask("create", { draft: draft({ group: TEAM.id }) });
  await quiet();
  await ask("refresh", { papers: [PAPER] });
  let asked = 0;
  server.script = ({ path, query }) => {
    if (path === "/changes") return json(200, page({ lost: query.get("since") === "c1" ? [TEAM.id] : [] }));
    if (path !== "/me") return null;
    asked += 1;
    if (asked === 1) return problem(503, "unavailable");
    return json(200, { user: server.users.get("ada-token"), scopes: ["read", "write"], groups: [PERSONAL] });
  };
  pushes.length = 0;
  await backend.tick();
  assert.deepEqual((await ask("notes", { papers: [PAPER] })).papers[PAPER], []);
  assert.ok(pushes.some(({ papers }) => papers === null));
  await backend.tick();
  assert.deepEqual((await ask("status")).groups.map(({ id }) => id), [PERSONAL.id]);
});

test("a disk that takes no more says so, in words for people", async () => {
  const area = { setAccessLevel: async () => undefined, set: async () => Promise.reject(new Error("FILE_ERROR_NO_SPACE")) };
  await assert.rejects(chromeStore(/** @type {any} */ (area)).set("a", 1), { code: "not-kept", message: /could not keep this, perhaps because the disk is full/ });
});
