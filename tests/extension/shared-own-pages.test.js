// The server's own pages: after signing in again what waits goes out; another user's notes stay theirs; versions that do not fit stop everything.
import assert from "node:assert/strict";
import test from "node:test";
import { createBackend } from "../../extension/src/shared/backend.js";
import { ownLocks } from "../../extension/src/shared/locks.js";
import { ADA, BOB, Clock, Disk, FakeServer, PAPER, SERVER, draft, json, problem, quiet } from "./shared-fakes.js";

function begin({ disk, server, access, clock = new Clock(), push = () => undefined }) {
  const backend = createBackend({
    store: disk.mount().store, access, push, locks: ownLocks(),
    fetch: server.fetch, now: clock.now, random: () => 1, schedule: clock.schedule,
  });
  return { ask: async (name, payload) => backend.handlers[name](payload, "page"), tick: () => backend.tick(), clock };
}

const cookie = (viewer) => ({ kind: "cookie", server: SERVER, viewer });

test("who was signed out and is in again finds what waited sent", async () => {
  const server = new FakeServer();
  const disk = new Disk();
  server.cookieUser = ADA;
  const first = begin({ disk, server, access: cookie("ada") });
  await first.ask("status");
  server.cookieUser = null;
  const one = draft({ text: "while signed out" });
  await first.ask("create", { draft: one });
  await quiet();
  assert.equal(server.notes.has(one.id), false);
  server.cookieUser = ADA;
  const again = begin({ disk, server, access: cookie("ada") });
  await again.ask("refresh", { papers: [PAPER] });
  const two = draft({ text: "and after" });
  await again.ask("create", { draft: two });
  await quiet();
  assert.deepEqual([server.notes.has(one.id), server.notes.has(two.id)], [true, true]);
  assert.equal((await again.ask("status")).waiting, 0);
});

test("while the server fails, the page of one user never shows or takes another's", async () => {
  const server = new FakeServer();
  const disk = new Disk();
  server.cookieUser = ADA;
  const hers = begin({ disk, server, access: cookie("ada") });
  await hers.ask("create", { draft: draft({ text: "Ada's secret" }) });
  await quiet();
  server.cookieUser = BOB;
  server.script = () => problem(503, "unavailable");
  const his = begin({ disk, server, access: cookie("bob") });
  assert.deepEqual((await his.ask("notes", { papers: [PAPER] })).papers[PAPER], []);
  await assert.rejects(his.ask("create", { draft: draft() }), { code: "signed-out" });
  const hersAgain = begin({ disk, server, access: cookie("ada") });
  assert.equal((await hersAgain.ask("notes", { papers: [PAPER] })).papers[PAPER].length, 1, "her own page shows her own");
});

test("while the versions do not fit nothing is sent, and all of it once they do", async () => {
  const server = new FakeServer();
  const disk = new Disk();
  let newer = true;
  server.cookieUser = ADA;
  const access = cookie("ada");
  const page = begin({ disk, server, access });
  await page.ask("status");
  server.script = ({ path }) => (newer && path === "/" ? json(200, { name: "Postil", version: "9.0.0", protocol: { current: 9, oldest: 9 } }) : null);
  page.clock.time += 11 * 60_000;
  await page.tick();
  assert.equal((await page.ask("status")).problem.code, "version");
  const one = draft({ text: "kept" });
  await page.ask("create", { draft: one });
  await page.ask("refresh", { papers: [PAPER] });
  await page.tick();
  await quiet();
  const status = await page.ask("status");
  assert.deepEqual([status.problem.code, status.waiting, status.failed, server.notes.has(one.id)], ["version", 1, 0, false]);
  newer = false;
  await page.tick();
  await quiet();
  assert.deepEqual([(await page.ask("status")).problem, server.notes.has(one.id)], [null, true]);
});

test("a page that was opened by one user becomes another's as soon as they have signed in", async () => {
  const server = new FakeServer();
  const pushed = [];
  server.cookieUser = ADA;
  const page = begin({ disk: new Disk(), server, access: cookie("ada"), push: ({ status }) => pushed.push(status.user?.name) });
  await page.ask("status");
  for (const cursor of [null, "c1"]) {
    server.cookieUser = cursor ? ADA : BOB;
    await page.tick();
    assert.equal((await page.ask("status")).user.name, server.cookieUser.name);
    await page.ask("refresh", { papers: [PAPER] });
  }
  server.cookieUser = BOB;
  await page.tick();
  const one = draft({ text: "Bob's own" });
  await page.ask("create", { draft: one });
  await quiet();
  assert.equal(server.notes.get(one.id).owner, BOB.id);
  assert.deepEqual([pushed[0], pushed.at(-1)], ["bob", "bob"]);
});

test("of what one user wrote nothing goes out under another's cookie, and all of it once they are back", async () => {
  const server = new FakeServer();
  const disk = new Disk();
  server.cookieUser = ADA;
  server.script = ({ method }) => (method === "PUT" ? problem(503, "busy") : null);
  const page = begin({ disk, server, access: cookie("ada") });
  const written = Array.from({ length: 30 }, () => draft());
  for (const one of written) await page.ask("create", { draft: one });
  await quiet();
  server.script = ({ method }) => {
    if (method === "PUT" && server.notes.size >= 6) server.cookieUser = BOB;
    return null;
  };
  await page.ask("try-now");
  await quiet();
  const owners = () => [...server.notes.values()].map(({ owner }) => owner);
  assert.deepEqual(owners(), Array(6).fill(ADA.id));
  const status = await page.ask("status");
  assert.deepEqual([status.user.name, status.waiting, status.failed, status.problem], ["bob", 0, 0, null]);
  server.script = null;
  server.cookieUser = ADA;
  await page.tick();
  await page.ask("try-now");
  await quiet();
  assert.deepEqual(owners(), Array(30).fill(ADA.id));
  assert.deepEqual([(await page.ask("status")).waiting, (await page.ask("status")).failed], [0, 0]);
});

test("a page that was signed out finds out by itself who is signed in by now", async () => {
  for (const user of [ADA, BOB]) {
    const server = new FakeServer();
    server.cookieUser = ADA;
    const page = begin({ disk: new Disk(), server, access: cookie("ada") });
    await page.ask("status");
    server.cookieUser = null;
    const one = draft({ text: "while signed out" });
    await page.ask("create", { draft: one });
    await quiet();
    await page.tick();
    assert.equal((await page.ask("status")).problem.code, "unauthorized");
    server.cookieUser = user;
    await page.tick();
    await quiet();
    const status = await page.ask("status");
    assert.deepEqual([status.user.name, status.waiting, status.problem, server.notes.has(one.id)], [user.name, 0, null, user === ADA]);
  }
});
