// Connecting by a code: the options page's steps over the real far end, with a server's answers made at the network edge.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createBackend } from "../../extension/src/shared/backend.js";
import { ownLocks } from "../../extension/src/shared/locks.js";
import { clientName } from "../../extension/src/options/client-name.js";
import { createPairing } from "../../extension/src/options/pairing.js";
import { Clock, Disk, FakeServer, SERVER, json, problem, quiet } from "./shared-fakes.js";

function begin() {
  const [server, clock, disk] = [new FakeServer(), new Clock(), new Disk()];
  const backend = createBackend({
    store: disk.mount().store, access: { kind: "paired" }, push: () => undefined, locks: ownLocks(),
    fetch: server.fetch, now: clock.now, random: () => 1, schedule: clock.schedule,
  });
  const ask = async (name, payload) => backend.handlers[name](payload, "page");
  const heard = { codes: [], connected: [], failed: [] };
  const pairing = createPairing(ask, {
    shown: (code) => heard.codes.push(code),
    connected: (status) => heard.connected.push(status),
    failed: (error) => heard.failed.push(error),
  }, (work, delay) => clock.schedule(delay, work), clock.now);
  const polls = () => server.requests.filter(({ path }) => path === "/oauth/token").length;
  return { ask, clock, disk, heard, pairing, polls, server };
}

test("a code is shown, polled at the server's interval, and becomes a connection; the page never holds the token", async () => {
  const { ask, clock, disk, heard, pairing, polls, server } = begin();
  await pairing.begin(SERVER, "Postil extension in Chromium on Linux");
  const [asked] = server.requests.filter(({ path }) => path === "/oauth/device");
  assert.deepEqual(Object.fromEntries(new URLSearchParams(asked.body)), { client_name: "Postil extension in Chromium on Linux", scope: "read write" });
  assert.equal(asked.headers.get("Content-Type"), "application/x-www-form-urlencoded");
  assert.deepEqual([heard.codes[0].code, heard.codes[0].page], ["BCDF-GHJK", `${SERVER}/connect?code=BCDF-GHJK`]);
  await clock.pass(4_999);
  assert.equal(polls(), 0);
  await clock.pass(1);
  assert.deepEqual([polls(), heard.connected.length], [1, 0]);
  server.grants.set("device-1", { access_token: "ada-token", token_type: "Bearer" });
  await clock.pass(5_000);
  assert.equal(heard.connected[0].user.name, "ada");
  assert.ok(!JSON.stringify(heard).includes("ada-token"));
  assert.equal((await ask("status")).paired, true);
  await clock.pass(60_000);
  assert.equal(polls(), 2, "nothing is asked after the end");
  await ask("disconnect", { waiting: "keep" });
  await quiet();
  assert.deepEqual(server.revoked, ["ada-token"]);
  assert.ok(!JSON.stringify([...disk.values]).includes("ada-token"));
});

test("slow_down makes every later poll five seconds later", async () => {
  const { clock, pairing, polls, server } = begin();
  await pairing.begin(SERVER, "x");
  server.grants.set("device-1", { error: "slow_down" });
  await clock.pass(5_000);
  server.grants.set("device-1", { error: "authorization_pending" });
  await clock.pass(5_000);
  assert.equal(polls(), 1);
  await clock.pass(5_000);
  assert.equal(polls(), 2);
  await clock.pass(9_999);
  assert.equal(polls(), 2);
  await clock.pass(1);
  assert.equal(polls(), 3);
});

test("not allowed and expired end it with words; nothing more is asked and nothing is kept", async () => {
  for (const [error, words] of [["access_denied", /not allowed on the server's page/], ["expired_token", /has expired\. Connect again/]]) {
    const { clock, disk, heard, pairing, polls, server } = begin();
    await pairing.begin(SERVER, "x");
    server.grants.set("device-1", { error });
    await clock.pass(5_000);
    assert.deepEqual([heard.failed[0].code, heard.connected.length], [error, 0]);
    assert.match(heard.failed[0].message, words);
    await clock.pass(60_000);
    assert.equal(polls(), 1);
    assert.equal(disk.list("account").length, 0);
  }
});

test("cancelled, or begun again: what the first attempt still hears is nobody's business", async () => {
  const { clock, heard, pairing, polls, server } = begin();
  await pairing.begin(SERVER, "x");
  pairing.cancel();
  server.grants.set("device-1", { access_token: "ada-token" });
  await clock.pass(60_000);
  assert.deepEqual([polls(), heard.connected.length], [0, 0]);
  await pairing.begin(SERVER, "x");
  await pairing.begin(SERVER, "x");
  server.grants.set("device-3", { access_token: "bob-token" });
  await clock.pass(5_000);
  assert.deepEqual([polls(), heard.connected[0].user.name], [1, "bob"]);
});

test("a server that is away for a moment is asked again, less often, while the code lives", async () => {
  const { clock, heard, pairing, server } = begin();
  await pairing.begin(SERVER, "x");
  server.script = () => { throw new TypeError("network"); };
  await clock.pass(5_000);
  server.script = () => problem(503, "unavailable");
  await clock.pass(10_000);
  server.script = null;
  server.grants.set("device-1", { access_token: "ada-token" });
  await clock.pass(20_000);
  assert.equal(heard.connected.length, 1);

  const away = begin();
  await away.pairing.begin(SERVER, "x");
  away.server.script = () => { throw new TypeError("network"); };
  for (let i = 0; i < 12; i += 1) await away.clock.pass(300_000);
  assert.equal(away.heard.failed[0].code, "offline");
});

test("a page of another origin is never opened, and what is no Postil server is told", async () => {
  for (const uri of ["https://evil.example/connect?code=BCDF-GHJK", "javascript:alert(1)", "http://127.0.0.1:8018/connect", undefined]) {
    const { heard, pairing, server } = begin();
    server.script = ({ path }) => (path === "/oauth/device" ? json(200, { device_code: "d", user_code: "BCDF-GHJK", verification_uri_complete: uri }) : null);
    await pairing.begin(SERVER, "x");
    assert.equal(heard.codes[0].page, null, uri);
    pairing.cancel();
  }
  const { heard, pairing, server } = begin();
  await pairing.begin("notes.example.org", "x");
  server.script = () => new Response("<html>", { status: 200 });
  await pairing.begin(SERVER, "x");
  server.script = ({ path }) => (path === "/oauth/device" ? json(429, { code: "too-many", detail: "too many tries: wait a while" }) : null);
  await pairing.begin(SERVER, "x");
  assert.deepEqual(heard.failed.map(({ code }) => code), ["wrong-address", "wrong-address", "server"]);
  assert.deepEqual(heard.codes, []);
});

test("on the server's own pages nobody pairs", async () => {
  const backend = createBackend({ store: new Disk().mount().store, access: { kind: "cookie", server: SERVER, viewer: "ada" }, push: () => undefined, fetch: new FakeServer().fetch });
  await assert.rejects(async () => backend.handlers["begin-pairing"]({ server: SERVER, client: "x" }, "page"), { code: "not-allowed" });
  await assert.rejects(async () => backend.handlers["poll-pairing"]({ server: SERVER, device: "x" }, "page"), { code: "not-allowed" });
});

test("the browser is named as people know it", () => {
  const brands = (...names) => ({ userAgent: "", userAgentData: { brands: names.map((brand) => ({ brand })), platform: "Linux" } });
  assert.equal(clientName(brands("Not_A Brand", "Chromium")), "Postil extension in Chromium on Linux");
  assert.equal(clientName(brands("Chromium", "Google Chrome")), "Postil extension in Google Chrome on Linux");
  assert.equal(clientName({ userAgent: "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0" }), "Postil extension in Firefox on macOS");
  assert.equal(clientName({ userAgent: "Mozilla/5.0 (Windows NT 10.0; Win64; x64)" }), "Postil extension in Chromium on Windows");
});
