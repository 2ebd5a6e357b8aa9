import assert from "node:assert/strict";
import { test } from "node:test";
import { delayFor } from "../../extension/src/shared/sender.js";
import { draft, problem, quiet, start } from "./shared-fakes.js";

test("delays double up to a cap, are spread, and honour Retry-After within bounds", () => {
  assert.deepEqual([1, 2, 3].map((n) => delayFor(n, null, 1)), [2000, 4000, 8000]);
  assert.deepEqual([1, 2, 3].map((n) => delayFor(n, null, 0)), [1000, 2000, 4000]);
  assert.equal(delayFor(50, null, 1), 300_000);
  assert.equal(delayFor(5_000, null, 1), 300_000);
  assert.equal(delayFor(1, 60_000, 1), 60_000);
  assert.equal(delayFor(1, 10 * 3_600_000, 1), 15 * 60_000);
  assert.equal(delayFor(9, 1_000, 1), 300_000);
});

test("no network: everything waits, one try at a time, and goes when it is back", async () => {
  const errors = [];
  const { notes, sender, server, clock } = start({ heard: { trouble: (error) => errors.push(error?.kind ?? null) } });
  const all = [draft(), draft(), draft()];
  server.script = () => {
    throw new TypeError("network");
  };
  for (const one of all) await notes.create(one);
  await sender.flush();
  const tried = server.requests.length;
  await sender.flush();
  assert.equal(server.requests.length, tried, "a delay that runs is waited out");
  assert.ok(errors.every((kind) => kind === "offline"));
  for (let i = 0; i < 12; i += 1) await clock.pass(600_000);
  assert.ok(Math.max(...clock.delays) <= 300_000);
  server.script = null;
  await clock.pass(600_000);
  await quiet();
  for (const one of all) assert.equal(server.text(one.id), "first");
  assert.equal(errors.at(-1), null);
});

test("429 with Retry-After: nothing is sent before its time, as seconds or as a date", async () => {
  for (const retry of ["120", (clock) => new Date(clock.time + 120_000).toUTCString()]) {
    const { notes, sender, server, clock } = start();
    clock.time = 1_764_000_000_000;
    const [first, second] = [draft(), draft()];
    server.script = () => problem(429, "too-many", { "Retry-After": typeof retry === "string" ? retry : retry(clock) });
    await notes.create(first);
    await sender.flush();
    server.script = null;
    await notes.create(second);
    const before = server.requests.length;
    await clock.pass(110_000);
    await sender.flush();
    assert.equal(server.requests.length, before);
    await clock.pass(11_000);
    await sender.flush();
    assert.equal(server.text(first.id), "first");
    assert.equal(server.text(second.id), "first");
  }
});

test("try now does not wait for the delay", async () => {
  const { notes, sender, server } = start();
  const one = draft();
  server.script = () => problem(503, "unavailable", { "Retry-After": "600" });
  await notes.create(one);
  await sender.flush();
  server.script = null;
  await sender.flush();
  assert.equal(server.notes.size, 0);
  await sender.flush({ now: true });
  assert.equal(server.text(one.id), "first");
});

test("a 500 for one note lets the others pass; for many it is the server", async () => {
  const { notes, sender, server, clock } = start();
  const [bad, good] = [draft(), draft()];
  server.script = ({ path }) => (path.endsWith(bad.id) ? problem(500, "internal") : null);
  await notes.create(bad);
  await notes.create(good);
  await sender.flush();
  assert.equal(server.text(good.id), "first");
  server.script = null;
  await clock.pass(2_000);
  assert.equal(server.text(bad.id), "first");

  const many = Array.from({ length: 20 }, () => draft());
  server.script = () => problem(500, "internal");
  const before = server.requests.length;
  for (const one of many) await notes.create(one);
  await sender.flush();
  assert.ok(server.requests.length - before <= 7, `${server.requests.length - before} tries`);
});

test("401 pauses everything, also for the next process, until it is resumed", async () => {
  const errors = [];
  const { notes, sender, server, disk, clock } = start({ heard: { trouble: (error) => errors.push(error?.kind) } });
  const [first, second] = [draft(), draft()];
  const user = server.users.get("ada-token");
  server.users.delete("ada-token");
  await notes.create(first);
  await sender.flush();
  assert.equal(server.writes.length, 1);
  assert.deepEqual(errors, ["unauthorized"]);
  await notes.create(second);
  await clock.pass(3_600_000);
  await sender.flush();
  const next = start({ disk, server });
  await next.sender.flush();
  assert.equal(server.writes.length, 1);
  assert.equal(await next.sender.paused(), true);
  server.users.set("ada-token", user);
  await next.sender.resume();
  await next.sender.flush();
  assert.equal(server.notes.size, 2);
  assert.equal(server.writes[0].headers.get("Idempotency-Key"), server.writes[1].headers.get("Idempotency-Key"));
});
