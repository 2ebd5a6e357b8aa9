// The account changes while something of the former one is still under way.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createBackend } from "../../extension/src/shared/backend.js";
import { ownLocks } from "../../extension/src/shared/locks.js";
import { BOB, Clock, Disk, FakeServer, SERVER, draft, problem, quiet } from "./shared-fakes.js";

function deferred() {
  let resolve;
  const promise = new Promise((given) => (resolve = given));
  return { promise, resolve };
}

/** A life whose store, asked to write the account, may be told to take its time. */
async function paired() {
  const server = new FakeServer();
  const disk = new Disk();
  const { store } = disk.mount();
  const life = { held: null };
  const slowly = (verb) => async (key, ...rest) => {
    await store[verb](key, ...rest);
    if (key === "account") await life.held;
  };
  const clock = new Clock();
  const { handlers } = createBackend({
    store: { ...store, set: slowly("set"), remove: slowly("remove") }, access: { kind: "paired" }, push: () => undefined, locks: ownLocks(),
    fetch: server.fetch, now: clock.now, random: () => 1, schedule: clock.schedule,
  });
  const ask = async (name, payload) => handlers[name](payload, "page");
  await ask("connect", { server: SERVER, token: "ada-token" });
  return Object.assign(life, { ask, disk, server });
}

for (const [name, change, left] of [
  ["disconnect", (ask) => ask("disconnect", { waiting: "keep" }), []],
  ["connect", (ask) => ask("connect", { server: SERVER, token: "bob-token" }), [BOB.name]],
]) {
  test(`${name}: a renewal of the account before, answered meanwhile, does not bring it back`, async () => {
    const life = await paired();
    const { ask, disk } = life;
    const { promise, resolve } = deferred();
    life.held = promise;
    const changed = change(ask);
    await quiet();
    const renewed = ask("try-now");
    await quiet();
    life.held = null;
    resolve();
    await Promise.all([changed, renewed]);
    assert.deepEqual(disk.list("account").map(({ user }) => user.name), left);
  });
}

test("an answer to the former connection neither pauses nor troubles the one that came after", async () => {
  const { ask, server } = await paired();
  const { promise, resolve } = deferred();
  server.script = ({ method }) => (method === "PUT" ? promise : null);
  const one = draft();
  await ask("create", { draft: one });
  await quiet();
  await ask("connect", { server: SERVER, token: "ada-token" });
  server.script = null;
  resolve(problem(401, "unauthorized"));
  await quiet();
  assert.equal(server.text(one.id), "first");
  assert.equal((await ask("status")).problem, null);
});
