import assert from "node:assert/strict";
import { test } from "node:test";
import { createApi, writes } from "../../extension/src/shared/api.js";
import { permissionFor, serverAddress } from "../../extension/src/shared/address.js";
import { json, problem, SERVER } from "./shared-fakes.js";

function client(answer, auth = { kind: "bearer", token: "secret" }) {
  const calls = [];
  const fetch = async (url, init) => {
    calls.push({ url, ...init, headers: new Headers(init.headers) });
    return answer(url, init);
  };
  return { api: createApi({ origin: SERVER, auth, fetch, now: () => 0 }), calls };
}

test("a token travels in its header and never with cookies, redirects or the browser's cache", async () => {
  const { api, calls } = client(() => json(200, { user: { id: "u" }, groups: [] }));
  await api.me();
  const [call] = calls;
  assert.equal(call.url, `${SERVER}/api/me`);
  assert.equal(call.headers.get("Authorization"), "Bearer secret");
  assert.equal(call.headers.get("Postil-Client"), "extension/0.1.0");
  assert.deepEqual([call.credentials, call.redirect, call.cache], ["omit", "manual", "no-store"]);
  assert.ok(call.signal instanceof AbortSignal);
});

test("on the server's own pages the cookie says who asks", async () => {
  const { api, calls } = client(() => json(200, { user: { id: "u" }, groups: [] }), { kind: "cookie" });
  await api.me();
  assert.equal(calls[0].headers.get("Authorization"), null);
  assert.equal(calls[0].headers.get("Postil-Client"), "page/0.1.0");
  assert.equal(calls[0].credentials, "same-origin");
});

test("discovery sends no token and says which side is too old", async () => {
  const answers = (protocol) => client(() => json(200, { name: "Postil", protocol }));
  const { api, calls } = answers({ current: 1, oldest: 1 });
  await api.discovery();
  assert.equal(calls[0].headers.get("Authorization"), null);
  assert.equal(calls[0].credentials, "omit");
  await answers({ current: 3, oldest: 1 }).api.discovery();
  await assert.rejects(answers({ current: 3, oldest: 2 }).api.discovery(), { kind: "version", message: /Update Postil's extension/ });
  await assert.rejects(answers({ current: 0, oldest: 0 }).api.discovery(), { kind: "version", message: /Ask its owner to update it/ });
  for (const other of [json(200, {}), json(200, { protocol: "h2" }), json(200, null), new Response("hello"), new Response("<html>", { status: 404 }), new Response("", { status: 401 })]) {
    await assert.rejects(client(() => other.clone()).api.discovery(), { kind: "foreign" });
  }
});

test("each failure is one of a few kinds", async () => {
  const cases = [
    [() => { throw new TypeError("Failed to fetch"); }, { kind: "offline" }],
    [() => { throw new DOMException("timed out", "TimeoutError"); }, { kind: "offline" }],
    [() => json(200, null), { kind: "foreign" }],
    [() => new Response('{"user":', { status: 200, headers: { "Content-Type": "application/json" } }), { kind: "offline" }],
    [() => problem(401, "unauthorized"), { kind: "unauthorized", status: 401 }],
    [() => problem(403, "missing-scope"), { kind: "problem", status: 403, code: "missing-scope", message: "Refused: missing-scope." }],
    [() => problem(422, "invalid", {}, { errors: [{ field: "a", message: "b" }] }), { kind: "problem", errors: [{ field: "a", message: "b" }] }],
    [() => problem(421, "wrong-host"), { kind: "foreign", status: 421 }],
    [() => problem(429, "slow", { "Retry-After": "7" }), { kind: "later", retryAfter: 7000 }],
    [() => problem(503, "busy", { "Retry-After": "Thu, 01 Jan 1970 00:01:00 GMT" }), { kind: "later", retryAfter: 60_000 }],
    [() => problem(503, "busy", { "Retry-After": "soon" }), { kind: "later", retryAfter: null }],
    [() => new Response("<h1>Bad Gateway</h1>", { status: 502 }), { kind: "later", status: 502 }],
    [() => new Response("<h1>Not Found</h1>", { status: 404 }), { kind: "foreign" }],
    [() => json(404, { detail: "Not Found" }), { kind: "foreign" }],
  ];
  for (const [answer, expected] of cases) await assert.rejects(client(answer).api.me(), expected);
});

test("a request that hangs is given up", async () => {
  const { api } = client((url, { signal }) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))));
  const real = AbortSignal.timeout;
  AbortSignal.timeout = (milliseconds) => real.call(AbortSignal, milliseconds / 1_000);
  try {
    // A timeout's own timer does not keep Node alive.
    const alive = setTimeout(() => undefined, 1_000);
    await assert.rejects(api.me(), { kind: "offline" });
    clearTimeout(alive);
  } finally {
    AbortSignal.timeout = real;
  }
});

test("writes carry key, state and content type; keys and ids are escaped", async () => {
  const { api, calls } = client(() => json(200, { id: "x" }, { ETag: '"e-2"' }));
  assert.deepEqual(await api.write(writes.patch("a/b", { body: null }, "op-1", '"e-1"')), { annotation: { id: "x" }, etag: '"e-2"' });
  await api.write(writes.paper("doi:10.1/x?y", { title: "T" }, "op-2"));
  const [patch, paper] = calls;
  assert.equal(patch.url, `${SERVER}/api/annotations/a%2Fb`);
  assert.deepEqual([patch.method, patch.body], ["PATCH", '{"body":null}']);
  assert.deepEqual(["Idempotency-Key", "If-Match", "Content-Type"].map((name) => patch.headers.get(name)), ["op-1", '"e-1"', "application/merge-patch+json"]);
  assert.equal(paper.url, `${SERVER}/api/papers/doi%3A10.1%2Fx%3Fy`);
  assert.equal(paper.headers.get("If-Match"), null);
});

test("a look-up names the ETag and takes 304 for an answer", async () => {
  const { api, calls } = client((url, init) => (init.headers["If-None-Match"] ? new Response(null, { status: 304 }) : json(200, { papers: {}, cursor: "c" }, { ETag: '"1"' })));
  assert.deepEqual(await api.lookup(["arxiv:1", "doi:10.1/a&b"], null), { same: false, etag: '"1"', lookup: { papers: {}, cursor: "c" } });
  assert.equal(calls[0].url, `${SERVER}/api/lookup?paper=arxiv%3A1&paper=doi%3A10.1%2Fa%26b`);
  assert.deepEqual(await api.lookup(["arxiv:1"], '"1"'), { same: true });
});

test("an address is taken as typed or refused with the reason", () => {
  assert.deepEqual(serverAddress(" http://127.0.0.1:8017 "), { origin: "http://127.0.0.1:8017" });
  assert.deepEqual(serverAddress("https://Notes.Example.org/"), { origin: "https://notes.example.org" });
  assert.deepEqual(serverAddress("http://localhost:9/"), { origin: "http://localhost:9" });
  for (const [typed, words] of [["", /Enter/], ["notes.example.org", /https:\/\//], ["ftp://x", /Begin/], ["javascript:alert(1)", /Begin/], ["https://", /not an address/], ["https://a:b@x.example", /password/], ["https://x.example/api/", /only the first part.*https:\/\/x\.example/], ["http://notes.example.org", /https:\/\/ only/], ["http://127.0.0.1.evil.example", /https:\/\/ only/]]) {
    assert.match(serverAddress(typed).problem ?? "", words, typed);
  }
  assert.equal(permissionFor("http://127.0.0.1:8017"), "http://127.0.0.1/*");
});
