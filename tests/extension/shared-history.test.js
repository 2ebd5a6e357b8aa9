// What a note has said: which notes have a history, what of it is told, and who is asked for it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { annotationFromDraft, noteFromEntry } from "../../extension/src/shared/annotation.js";
import { createBackend } from "../../extension/src/shared/backend.js";
import { statesOf } from "../../extension/src/shared/history.js";
import { ownLocks } from "../../extension/src/shared/locks.js";
import { ADA, BOB, Clock, Disk, FakeServer, PAPER, SERVER, draft, json, quiet } from "./shared-fakes.js";

const at = (day) => `2026-11-${day}T09:00:00Z`;
const state = (number, more = {}) => ({ number, at: at(10 + number), annotation: annotationFromDraft(draft(more)) });
const other = { selectors: [{ type: "TextQuoteSelector", exact: "by 14%" }] };

test("a note has a history when its author has written it more than once", () => {
  const edited = (etag) => noteFromEntry({ etag, state: {}, annotation: { id: "urn:x:1", target: "urn:x:2" } }, PAPER, ADA.id).edited;
  for (const etag of ['"0f3a91bc-2"', '"0f3a91bc-10"']) assert.equal(edited(etag), true, etag);
  for (const etag of ['"0f3a91bc-1"', "", '"0f3a91bc"', '"strange-x2"', undefined]) assert.equal(edited(etag), false, String(etag));
});

test("each wording is told once, with the time since when it stood, and with its tags and quote", () => {
  const past = [state(5), state(4, { text: "second" }), state(3), state(2, { group: "t1" }), state(1, other)];
  assert.deepEqual(statesOf(past), [
    { at: at(15), text: "first", tags: ["evaluation"], quote: "by 13%" },
    { at: at(14), text: "second", tags: ["evaluation"], quote: "by 13%" },
    { at: at(12), text: "first", tags: ["evaluation"], quote: "by 13%" },
    { at: at(11), text: "first", tags: ["evaluation"], quote: "by 14%" },
  ]);
  assert.deepEqual(statesOf([state(2, { tags: [] }), state(1)]).map(({ tags }) => tags), [[], ["evaluation"]]);
  assert.deepEqual(statesOf([state(2, { group: "t1" }), state(1)]).map((one) => one.at), [at(11)]);
});

function begin(access = { kind: "paired" }) {
  const [server, clock] = [new FakeServer(), new Clock()];
  const backend = createBackend({
    store: new Disk().mount().store, access, push: () => undefined, locks: ownLocks(), fetch: server.fetch, now: clock.now, random: () => 1, schedule: clock.schedule,
  });
  server.script = ({ path }) => (path.endsWith("/history") ? json(200, { states: [state(2, { text: "second" }), state(1)] }) : null);
  return { server, ask: async (name, payload) => backend.handlers[name](payload, "content") };
}

test("the server is asked, whatever the id looks like; its failure is told", async () => {
  const { ask, server } = begin();
  await assert.rejects(ask("history", { id: "a" }), { code: "unpaired" });
  await ask("connect", { server: SERVER, token: "ada-token" });
  assert.deepEqual((await ask("history", { id: "../me" })).states.map(({ text }) => text), ["second", "first"]);
  assert.equal(server.requests.at(-1).path, "/annotations/..%2Fme/history");
  server.script = () => json(200, { pages: [] });
  await assert.rejects(ask("history", { id: "a" }), { code: "foreign" });
  server.script = () => { throw new TypeError("network"); };
  await assert.rejects(ask("history", { id: "a" }), { code: "offline" });
});

test("a long history comes page by page, and is not followed for ever", async () => {
  const { ask, server } = begin();
  await ask("connect", { server: SERVER, token: "ada-token" });
  const pages = { newest: { states: [state(3, { text: "third" })], next: 3 }, 3: { states: [state(1)], next: null } };
  server.script = ({ path, query }) => (path.endsWith("/history") ? json(200, pages[query.get("before") ?? "newest"]) : null);
  assert.deepEqual((await ask("history", { id: "a" })).states.map(({ text }) => text), ["third", "first"]);
  server.script = () => json(200, { states: [state(1)], next: 1 });
  const before = server.requests.length;
  await ask("history", { id: "a" });
  assert.equal(server.requests.length - before, 100);
});

test("behind a cookie nothing is asked in another's name", async () => {
  const { ask, server } = begin({ kind: "cookie", server: SERVER, viewer: "ada" });
  server.cookieUser = ADA;
  assert.equal((await ask("history", { id: "a" })).states.length, 2);
  server.cookieUser = BOB;
  const before = server.requests.length;
  await assert.rejects(ask("history", { id: "a" }), { code: "other-account" });
  assert.ok(server.requests.slice(before).every(({ path }) => path === "/me"));
  await quiet();
});
