import assert from "node:assert/strict";
import { test } from "node:test";
import { createBackend } from "../../extension/src/shared/backend.js";
import { ownLocks } from "../../extension/src/shared/locks.js";
import { badgeFor } from "../../extension/src/background/badge.js";
import { ADA, BOB, Clock, Disk, FakeServer, PAPER, PERSONAL, SERVER, TEAM, draft, problem, quiet } from "./shared-fakes.js";

function begin({ disk = new Disk(), server = new FakeServer(), access = { kind: "paired" }, clock = new Clock() } = {}) {
  const pushes = [];
  const backend = createBackend({
    store: disk.mount().store, access, push: (push) => pushes.push(push), locks: ownLocks(),
    fetch: server.fetch, now: clock.now, random: () => 1, schedule: clock.schedule,
  });
  const ask = async (name, payload) => backend.handlers[name](payload, "page");
  return { ask, backend, clock, disk, pushes, server };
}

async function paired(options) {
  const life = begin(options);
  await life.ask("connect", { server: SERVER, token: "ada-token" });
  return life;
}

test("unpaired: a status that says so, empty notes, and writes refused with the next step", async () => {
  const { ask, server } = begin();
  const status = await ask("status");
  assert.deepEqual([status.paired, status.server, status.problem, status.waiting], [false, null, null, 0]);
  assert.deepEqual((await ask("notes", { papers: [PAPER] })).papers, { [PAPER]: [] });
  assert.deepEqual((await ask("refresh", { papers: [PAPER] })).papers, { [PAPER]: [] });
  await assert.rejects(ask("create", { draft: draft() }), { code: "unpaired" });
  assert.equal(server.requests.length, 0);
});

test("connect: the account is known, Only me is where notes go, and a worker that starts anew knows it too", async () => {
  const { ask, disk, server } = await paired();
  const status = await ask("status");
  assert.deepEqual([status.paired, status.server, status.user.name, status.destination], [true, SERVER, "ada", PERSONAL.id]);
  const next = begin({ disk, server });
  assert.equal((await next.ask("status")).user.name, "ada");
  assert.ok(!JSON.stringify(status).includes("ada-token"));
});

test("connect says what is wrong: address, no answer, not Postil, versions, token", async () => {
  const { ask, server, disk } = begin();
  const connect = (more = {}) => ask("connect", { server: SERVER, token: "ada-token", ...more });
  await assert.rejects(connect({ server: "notes" }), { code: "wrong-address" });
  await assert.rejects(connect({ token: " " }), { code: "unauthorized" });
  await assert.rejects(connect({ token: "revoked" }), { code: "unauthorized", message: /does not know this token/ });
  server.script = () => { throw new TypeError("network"); };
  await assert.rejects(connect(), { code: "offline", message: /does not answer/ });
  server.script = () => new Response("<html>", { status: 200 });
  await assert.rejects(connect(), { code: "wrong-address", message: /not a Postil server/ });
  server.script = ({ path }) => (path === "/" ? Response.json({ protocol: { current: 9, oldest: 9 } }) : null);
  await assert.rejects(connect(), { code: "version", message: /Update Postil's extension/ });
  assert.equal(disk.list("account").length, 0);
  assert.ok(server.requests.every(({ path, headers }) => path !== "/" || !headers.has("Authorization")));
});

test("a note is made, shown waiting, pushed, sent, and pushed again", async () => {
  const { ask, pushes, server } = await paired();
  pushes.length = 0;
  const one = draft();
  const note = await ask("create", { draft: one });
  assert.deepEqual([note.pending, note.mine], ["create", true]);
  await quiet();
  assert.equal(server.text(one.id), "first");
  assert.deepEqual(pushes[0].papers, [PAPER]);
  assert.equal(pushes[0].status.waiting, 1);
  assert.equal(pushes.at(-1).status.waiting, 0);
  assert.equal((await ask("notes", { papers: [PAPER] })).papers[PAPER][0].pending, null);
  const edited = await ask("edit", { id: one.id, text: "second", tags: [], seen: { text: "first", tags: ["evaluation"] } });
  assert.deepEqual([edited.text, edited.pending], ["second", "edit"]);
  await ask("delete", { id: one.id });
  const back = await ask("undo-delete", { id: one.id });
  assert.equal(back.text, "second");
  await quiet();
  assert.equal(server.text(one.id), "second");
  assert.equal(server.notes.get(one.id).deleted, false);
});

test("messages with the wrong shape are refused and keep nothing", async () => {
  const { ask, disk } = await paired();
  await assert.rejects(ask("create", { draft: { id: "../me" } }), { code: "bad-message" });
  await assert.rejects(ask("notes", { papers: "x" }), { code: "bad-message" });
  const nothing = { text: "", tags: [] };
  await assert.rejects(ask("edit", { id: "nothing", ...nothing }), { code: "bad-message" });
  await assert.rejects(ask("edit", { id: "nothing", ...nothing, seen: nothing }), { code: "not-found" });
  await assert.rejects(ask("undo-delete", { id: "nothing" }), { code: "not-found" });
  const seen = { key: PAPER, title: "A title", abstract: "Words", url: "https://arxiv.org/abs/2504.13171", source: "arxiv" };
  for (const wrong of [null, { ...seen, key: 1 }, { ...seen, abstract: [] }, { ...seen, version: "2" }, { ...seen, title: "x".repeat(1_000_000) }]) {
    await assert.rejects(ask("paper-seen", { paper: wrong }), { code: "bad-message" });
  }
  await assert.rejects(ask("create", { draft: draft({ text: "x".repeat(1_000_000) }) }), { code: "bad-message" });
  assert.equal(disk.keys("outbox|").length, 0);
});

test("the destination is remembered per account, only where one may write, and falls back to Only me", async () => {
  const { ask, disk, server } = await paired();
  assert.equal((await ask("destination", { group: TEAM.id })).destination, TEAM.id);
  await assert.rejects(ask("destination", { group: "elsewhere" }), { code: "not-allowed" });
  assert.equal((await begin({ disk, server }).ask("status")).destination, TEAM.id);
  await ask("connect", { server: SERVER, token: "bob-token" });
  assert.equal((await ask("status")).destination, PERSONAL.id);
  disk.values.set("account", { ...disk.values.get("account"), user: ADA, groups: [PERSONAL, { ...TEAM, can_write: false }] });
  assert.equal((await begin({ disk, server }).ask("status")).destination, PERSONAL.id);
});

test("the server is away: notes are kept, the status says so, and a revoked token asks for a new one", async () => {
  const { ask, server, clock, disk } = await paired();
  server.script = () => { throw new TypeError("network"); };
  const one = draft();
  await ask("create", { draft: one });
  await quiet();
  const away = await ask("status");
  assert.equal(away.problem.code, "offline");
  assert.match(away.problem.message, /does not answer\. Your note is kept here and will be sent when it is back\./);
  server.script = () => problem(401, "unauthorized");
  await clock.pass(10_000);
  assert.equal((await ask("status")).problem.code, "unauthorized");
  assert.equal((await begin({ disk, server }).ask("status")).problem.code, "unauthorized");
  server.script = null;
  await ask("connect", { server: SERVER, token: "ada-token" });
  await quiet();
  assert.equal((await ask("status")).problem, null);
  assert.equal(server.text(one.id), "first");
});

test("what could not be sent: listed with its reason, resolved by a page", async () => {
  const { ask, server } = await paired();
  server.script = ({ method }) => (method === "PUT" ? problem(403, "not-allowed") : null);
  const one = draft({ group: TEAM.id });
  await ask("create", { draft: one });
  await quiet();
  const { operations: [failed] } = await ask("waiting");
  assert.deepEqual([failed.state, failed.note, failed.kind, failed.quote, failed.text], ["failed", one.id, "create", "by 13%", "first"]);
  assert.match(failed.reason, /may not write/);
  assert.equal((await ask("status")).failed, 1);
  server.script = null;
  await ask("resolve-failed", { operation: failed.id, way: "only-me" });
  await quiet();
  assert.equal(server.notes.get(one.id).annotation["postil:group"], PERSONAL.id);
  assert.equal((await ask("status")).failed, 0);
});

test("disconnect keeps what waits for the same account, or discards it; notes of others never stay", async () => {
  for (const [waiting, sent] of [["keep", 1], ["discard", 0]]) {
    const { ask, server, disk, clock } = await paired();
    await ask("create", { draft: draft() });
    await quiet();
    server.script = () => { throw new TypeError("network"); };
    const one = draft();
    await ask("create", { draft: one });
    await quiet();
    const status = await ask("disconnect", { waiting });
    assert.equal(status.paired, false);
    assert.ok(!JSON.stringify([...disk.values]).includes("ada-token"));
    assert.equal(disk.keys("cache|").length, 0);
    server.script = null;
    const before = server.requests.length;
    await clock.pass(600_000);
    assert.equal(server.requests.length, before, "a delay that ends after goodbye sends nothing");
    await ask("connect", { server: SERVER, token: "bob-token" });
    await quiet();
    assert.equal(server.notes.has(one.id), false);
    await ask("connect", { server: SERVER, token: "ada-token" });
    await quiet();
    assert.equal(server.notes.has(one.id), Boolean(sent), waiting);
  }
});

test("the tick sends what waits and takes in what changed", async () => {
  const { backend, ask, server, pushes } = await paired();
  await ask("refresh", { papers: [PAPER] });
  const entry = { etag: '"n-1"', state: {}, annotation: { id: `${SERVER}/api/annotations/n`, creator: { id: BOB.id }, target: { "postil:paper": PAPER }, body: [{ type: "TextualBody", value: "from Bob", purpose: "commenting" }] } };
  server.script = ({ path, query }) => (path === "/changes" ? Response.json({ cursor: "c2", more: false, reset: [], lost: [], gone: [], people: {}, labels: {}, notes: query.get("since") === "c1" ? [entry] : [] }) : null);
  pushes.length = 0;
  await backend.tick();
  assert.deepEqual(pushes.at(-1).papers, [PAPER]);
  assert.equal((await ask("notes", { papers: [PAPER] })).papers[PAPER][0].text, "from Bob");
  const count = pushes.length;
  await backend.tick();
  assert.equal(pushes.length, count);
});

test("switches: sites paused and marks hidden, kept across restarts", async () => {
  const { ask, disk } = begin();
  await ask("pause", { site: "arxiv.org", paused: true });
  await ask("pause", { site: "arxiv.org", paused: true });
  assert.deepEqual((await ask("hide-marks", { hidden: true })).paused, ["arxiv.org"]);
  const next = begin({ disk });
  assert.deepEqual([(await next.ask("status")).paused, (await next.ask("status")).hidden], [["arxiv.org"], true]);
  assert.deepEqual((await next.ask("pause", { site: "arxiv.org", paused: false })).paused, []);
});

test("on the server's own pages: the cookie's user, never another's notes", async () => {
  const server = new FakeServer();
  server.cookieUser = ADA;
  const access = { kind: "cookie", server: SERVER, viewer: null };
  const disk = new Disk();
  const { ask } = begin({ disk, server, access });
  assert.deepEqual([(await ask("status")).paired, (await ask("status")).user.name], [true, "ada"]);
  const one = draft({ text: "Ada's own" });
  await ask("create", { draft: one });
  await quiet();
  assert.equal(server.notes.get(one.id).owner, ADA.id);
  await assert.rejects(ask("connect", { server: SERVER, token: "x" }), { code: "not-allowed" });
  await assert.rejects(ask("disconnect"), { code: "not-allowed" });
  server.cookieUser = BOB;
  const reloaded = begin({ disk, server, access });
  assert.equal((await reloaded.ask("status")).user.name, "bob");
  assert.deepEqual((await reloaded.ask("notes", { papers: [PAPER] })).papers[PAPER], []);
  await ask("refresh", { papers: [PAPER] });
  assert.equal((await ask("status")).user.name, "bob", "the page that Ada left open notices");
  server.cookieUser = null;
  const out = begin({ disk, server, access });
  assert.equal((await out.ask("status")).problem.code, "unauthorized");
  await assert.rejects(out.ask("create", { draft: draft() }), { code: "signed-out" });
});

test("the badge of the toolbar button", () => {
  const calm = { paired: true, waiting: 0, failed: 0, problem: null };
  assert.deepEqual(badgeFor(calm), { text: "", colour: "muted", title: "Postil" });
  assert.equal(badgeFor({ ...calm, paired: false }).text, "");
  assert.deepEqual([badgeFor({ ...calm, waiting: 3 }).text, badgeFor({ ...calm, waiting: 300 }).text], ["3", "99+"]);
  assert.deepEqual([badgeFor({ ...calm, waiting: 3, failed: 2 }).text, badgeFor({ ...calm, failed: 2 }).colour], ["2", "bad"]);
  assert.equal(badgeFor({ ...calm, problem: { code: "unauthorized", message: "x" } }).text, "!");
  assert.equal(badgeFor({ ...calm, waiting: 1, problem: { code: "offline", message: "x" } }).text, "1");
});
