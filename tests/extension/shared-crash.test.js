// A worker may end at any moment. Each story is told once for every step at which the process can die, then taken up by a new
// process over the same disk: nothing acknowledged may be lost, nothing may be done twice, no key may carry two contents.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Disk, FakeServer, PAPER, TEAM, draft, edit, start } from "./shared-fakes.js";

const stillAlive = Symbol("alive");

/** Runs a story in a process that dies after so many steps; says whether it came to its end. */
async function tell(life, story) {
  const ended = await Promise.race([story(life).then(() => stillAlive), life.process.dead]);
  life.process.budget = 0;
  return ended;
}

async function forEveryDeath(story, check) {
  let steps = 0;
  for (let budget = 1; budget < 400; budget += 1) {
    const [disk, server, told] = [new Disk(), new FakeServer(), { acknowledged: [] }];
    const ended = await tell(start({ disk, server, budget }), (life) => story(life, told));
    const next = start({ disk, server });
    await next.sender.flush({ now: true });
    assert.deepEqual(server.violations, [], `died after ${budget} steps`);
    assert.deepEqual(disk.list("outbox|").map(({ kind, failure }) => [kind, failure]), [], `died after ${budget} steps`);
    await check({ server, next, told, at: `died after ${budget} steps` });
    steps = budget;
    if (ended === stillAlive) break;
  }
  assert.ok(steps > 8 && steps < 399, `the story took ${steps} steps`);
}

test("create and send", async () => {
  const one = draft();
  await forEveryDeath(
    async ({ notes, sender }, told) => {
      await notes.create(one);
      told.acknowledged.push("create");
      await sender.flush();
    },
    async ({ server, next, told, at }) => {
      assert.ok(server.notes.size <= 1, at);
      if (told.acknowledged.length) assert.equal(server.text(one.id), "first", at);
      if (server.notes.size) assert.equal((await next.notes.read([PAPER])).papers[PAPER].length, 1, at);
    },
  );
});

test("create, send, edit, edit, send", async () => {
  const one = draft();
  await forEveryDeath(
    async ({ notes, sender }, told) => {
      await notes.create(one);
      told.acknowledged.push("first");
      await sender.flush();
      for (const text of ["second", "third"]) {
        await edit(notes, one.id, text, []);
        told.acknowledged.push(text);
      }
      await sender.flush();
    },
    async ({ server, told, at }) => {
      const order = ["first", "second", "third"];
      const last = told.acknowledged.at(-1);
      if (last) assert.ok(order.indexOf(server.text(one.id)) >= order.indexOf(last), `${at}: ${last} / ${server.text(one.id)}`);
      const number = server.notes.get(one.id)?.number ?? 0;
      assert.ok(number <= 3, at);
    },
  );
});

test("create, send, edit, delete, undo, send", async () => {
  const one = draft();
  await forEveryDeath(
    async ({ notes, sender }, told) => {
      await notes.create(one);
      await sender.flush();
      await edit(notes, one.id, "second", []);
      told.acknowledged.push("edit");
      await notes.delete(one.id);
      told.acknowledged.push("delete");
      await sender.flush();
      await notes.undoDelete(one.id);
      told.acknowledged.push("undo");
      await sender.flush();
    },
    async ({ server, told, at }) => {
      const note = server.notes.get(one.id);
      if (told.acknowledged.includes("edit")) assert.equal(server.text(one.id), "second", at);
      if (told.acknowledged.at(-1) === "undo") assert.equal(note.deleted, false, at);
      if (told.acknowledged.at(-1) === "delete") assert.ok(note, at);
    },
  );
});

test("create, send, answer, move, send", async () => {
  const one = draft();
  const answer = draft({ parent: one.id, field: null, selectors: [], quote: "", text: "because", tags: [] });
  await forEveryDeath(
    async ({ notes, sender }, told) => {
      await notes.create(one);
      await sender.flush();
      await notes.create(answer);
      told.acknowledged.push("answer");
      await notes.move(one.id, TEAM.id);
      told.acknowledged.push("move");
      await sender.flush();
    },
    async ({ server, told, at }) => {
      const group = (id) => server.notes.get(id).annotation["postil:group"];
      if (told.acknowledged.includes("answer")) assert.equal(server.text(answer.id), "because", at);
      if (told.acknowledged.includes("move")) assert.deepEqual([group(one.id), group(answer.id)], [TEAM.id, TEAM.id], at);
    },
  );
});

test("an answer that gets lost: the same bytes under the same key, and one note", async () => {
  const { notes, sender, server, clock } = start();
  const one = draft();
  await notes.create(one);
  let lost = 0;
  const real = server.fetch;
  server.fetch = real;
  server.script = async (request) => {
    if (request.method !== "PUT" || lost) return null;
    lost += 1;
    server.route(request, [...server.users.values()][0]);
    throw new TypeError("network");
  };
  await sender.flush();
  assert.equal(server.notes.size, 1);
  await edit(notes, one.id, "while unsure", []);
  await clock.pass(10_000);
  const [first, second, third] = server.writes;
  assert.equal(first.headers.get("Idempotency-Key"), second.headers.get("Idempotency-Key"));
  assert.equal(first.body, second.body);
  assert.equal(third.method, "PATCH");
  assert.notEqual(third.headers.get("Idempotency-Key"), first.headers.get("Idempotency-Key"));
  assert.equal(server.text(one.id), "while unsure");
});

for (const [name, answer] of [
  ["cut off in the middle", () => new Response('{"id": "http://', { status: 201, headers: { "Content-Type": "application/ld+json" } })],
  ["with nothing in it", () => new Response("", { status: 200 })],
  ["a login page of the network's", () => new Response("<html>Sign in to Wi-Fi</html>", { status: 200, headers: { "Content-Type": "text/html" } })],
  ["a redirect", () => Object.defineProperty(new Response(null), "type", { value: "opaqueredirect" })],
]) {
  test(`an answer ${name} leaves the note waiting`, async () => {
    const { notes, sender, server, clock, disk } = start();
    const one = draft();
    await notes.create(one);
    server.script = answer;
    await sender.flush();
    assert.equal(disk.list("outbox|")[0].state, "sending");
    server.script = null;
    await clock.pass(10_000);
    assert.equal(server.text(one.id), "first");
    assert.equal(disk.list("outbox|").length, 0);
  });
}

test("a disk that refuses the note says so to the asker; one that refuses the cache costs no note", async () => {
  const { notes, sender, server, process, disk } = start();
  process.failing = (verb, key) => {
    if (key.startsWith("outbox|")) throw new Error("QUOTA_BYTES quota exceeded");
  };
  await assert.rejects(notes.create(draft()), /quota/);
  process.failing = (verb, key) => {
    if (key.startsWith("cache|")) throw new Error("QUOTA_BYTES quota exceeded");
  };
  const one = draft();
  await notes.create(one);
  await sender.flush();
  assert.equal(server.text(one.id), "first");
  assert.equal(disk.list("outbox|").length, 0);
});
