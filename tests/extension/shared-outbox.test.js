import assert from "node:assert/strict";
import { test } from "node:test";
import { ADA, BOB, Disk, FakeServer, PAPER, PERSONAL, SERVER, TEAM, draft, edit, json, problem, quiet, start } from "./shared-fakes.js";

const operations = async (outbox) => (await outbox.list()).map(({ operation }) => operation);
const bodyText = (request) => JSON.parse(request.body).body?.[0]?.value;

test("a note is on disk before create answers, and shows at once", async () => {
  const { disk, notes, server } = start();
  const one = draft();
  const note = await notes.create(one);
  assert.equal(disk.list("outbox|").length, 1);
  assert.equal(note.pending, "create");
  assert.equal((await notes.read([PAPER])).papers[PAPER][0].id, one.id);
  assert.equal(server.requests.length, 0);
});

test("what was sent leaves the outbox and stands in the cache with its ETag", async () => {
  const { disk, notes, sender, server, session } = start();
  const one = draft();
  await notes.create(one);
  await sender.flush();
  assert.equal(disk.list("outbox|").length, 0);
  const [note] = (await notes.read([PAPER])).papers[PAPER];
  assert.equal(note.pending, null);
  assert.equal(note.mine, true);
  assert.match((await session.cache.find(one.id)).entry.etag, /-1"$/);
  const [write] = server.writes;
  assert.equal(write.method, "PUT");
  assert.match(write.headers.get("Idempotency-Key"), /^[0-9a-f-]{36}$/);
  assert.equal(write.headers.get("Authorization"), "Bearer ada-token");
});

test("edits before the note is sent fold into its making; a later edit names the state that the making left", async () => {
  const { notes, sender, server, outbox } = start();
  const one = draft();
  await notes.create(one);
  await edit(notes, one.id, "second", []);
  await edit(notes, one.id, "third", ["a"]);
  assert.equal((await outbox.list()).length, 1);
  await sender.flush();
  assert.equal(server.writes.length, 1);
  assert.equal(server.text(one.id), "third");
  await edit(notes, one.id, "fourth", []);
  await edit(notes, one.id, "fifth", []);
  assert.equal((await outbox.list()).length, 1);
  await sender.flush();
  assert.equal(server.writes.length, 2);
  assert.match(server.writes[1].headers.get("If-Match"), /-1"$/);
  assert.equal(server.text(one.id), "fifth");
});

test("what is on its way is frozen: an edit meanwhile waits behind it and takes the ETag of its answer", async () => {
  const { notes, sender, server, outbox } = start();
  const one = draft();
  let release;
  const held = new Promise((resolve) => (release = resolve));
  server.script = ({ method }) => (method === "PUT" ? held : null);
  await notes.create(one);
  const flushed = sender.flush();
  await quiet();
  await edit(notes, one.id, "later", []);
  await edit(notes, one.id, "latest", []);
  assert.deepEqual((await operations(outbox)).map(({ kind, state }) => `${kind} ${state}`), ["create sending", "edit waiting"]);
  server.script = null;
  release(null);
  await flushed;
  assert.deepEqual(server.writes.map(({ method }) => method), ["PUT", "PATCH"]);
  assert.equal(bodyText(server.writes[0]), "first");
  assert.match(server.writes[1].headers.get("If-Match"), /-1"$/);
  assert.equal(server.text(one.id), "latest");
});

test("a note deleted before it was sent never reaches the server, and can be brought back", async () => {
  const { notes, sender, server, outbox } = start();
  const one = draft();
  await notes.create(one);
  await notes.delete(one.id);
  assert.equal((await outbox.list()).length, 0);
  await sender.flush();
  assert.equal(server.writes.length, 0);
  const back = await notes.undoDelete(one.id);
  assert.equal(back.text, "first");
  await sender.flush();
  assert.equal(server.text(one.id), "first");
});

test("delete and undo: cancelled while it waits, restored once it was done", async () => {
  const { notes, sender, server, outbox } = start();
  const one = draft();
  await notes.create(one);
  await sender.flush();
  await notes.delete(one.id);
  assert.equal((await notes.read([PAPER])).papers[PAPER][0].pending, "delete");
  await notes.undoDelete(one.id);
  assert.equal((await outbox.list()).length, 0);
  await notes.delete(one.id);
  await sender.flush();
  assert.equal(server.notes.get(one.id).deleted, true);
  assert.deepEqual((await notes.read([PAPER])).papers[PAPER], []);
  const back = await notes.undoDelete(one.id);
  assert.equal(back.text, "first");
  await sender.flush();
  assert.equal(server.notes.get(one.id).deleted, false);
  assert.equal((await notes.read([PAPER])).papers[PAPER][0].pending, null);
});

test("brought back and deleted again while that waits, a note can be brought back once more", async () => {
  const { notes, outbox, sender, server } = start();
  const one = draft();
  await notes.create(one);
  await sender.flush();
  await notes.delete(one.id);
  await sender.flush();
  await notes.undoDelete(one.id);
  await notes.delete(one.id);
  assert.deepEqual(await operations(outbox), []);
  await notes.undoDelete(one.id);
  await sender.flush();
  assert.equal(server.notes.get(one.id).deleted, false);
  assert.equal((await notes.read([PAPER])).papers[PAPER][0].text, "first");
});

test("an edit and then a delete are both sent, so that the trash holds the last text", async () => {
  const { notes, sender, server } = start();
  const one = draft();
  await notes.create(one);
  await sender.flush();
  await edit(notes, one.id, "last words", []);
  await notes.delete(one.id);
  await sender.flush();
  assert.deepEqual(server.writes.map(({ method }) => method), ["PUT", "PATCH", "DELETE"]);
  assert.equal(server.text(one.id), "last words");
  assert.equal(server.notes.get(one.id).deleted, true);
});

test("a note that the server is slow with holds no other up", async () => {
  const { notes, sender, server } = start();
  const [slow, ...rest] = [draft(), draft(), draft(), draft(), draft(), draft()];
  server.script = ({ path }) => (path.endsWith(slow.id) ? new Promise(() => undefined) : null);
  for (const one of [slow, ...rest]) await notes.create(one);
  void sender.flush();
  await quiet();
  for (const one of rest) assert.equal(server.text(one.id), "first");
  const later = draft();
  await notes.create(later);
  void sender.flush();
  await quiet();
  assert.equal(server.text(later.id), "first");
});

for (const [status, code] of [[400, "bad-request"], [403, "not-allowed"], [404, "not-found"], [409, "id-taken"], [410, "gone"], [412, "stale"], [413, "too-large"], [422, "invalid"], [428, "if-match-required"]]) {
  test(`${status} keeps the note with its reason, and the next one goes on`, async () => {
    const { notes, sender, server, outbox } = start();
    const [bad, good] = [draft({ text: "precious" }), draft()];
    server.script = ({ path }) => (path.endsWith(bad.id) ? problem(status, code) : null);
    await notes.create(bad);
    await notes.create(good);
    await sender.flush();
    assert.equal(server.text(good.id), "first");
    const [kept] = await operations(outbox);
    assert.equal(kept.state, "failed");
    assert.equal(kept.draft.text, "precious");
    assert.ok(kept.failure.reason.length > 10);
    const shown = (await notes.read([PAPER])).papers[PAPER].find(({ id }) => id === bad.id);
    assert.equal(shown.failed, kept.failure.reason);
    assert.equal(shown.pending, null);
    await sender.flush({ now: true });
    assert.equal(server.writes.filter(({ path }) => path.endsWith(bad.id)).length, 1);
  });
}

test("another program on the port is no refusal: nothing fails for good", async () => {
  const { notes, sender, server, outbox, clock } = start();
  const one = draft();
  server.script = () => new Response("<h1>Not Found</h1>", { status: 404, headers: { "Content-Type": "text/html" } });
  await notes.create(one);
  await sender.flush();
  assert.equal((await operations(outbox))[0].state, "sending");
  server.script = null;
  await clock.pass(10_000);
  assert.equal(server.text(one.id), "first");
});

test("edits behind a refused note move into it; editing it or asking again sends it under a new key", async () => {
  const { notes, sender, server, outbox } = start();
  const one = draft();
  let release;
  const held = new Promise((resolve) => (release = resolve));
  server.script = ({ method }) => (method === "PUT" ? held : null);
  await notes.create(one);
  const flushed = sender.flush();
  await quiet();
  await edit(notes, one.id, "whole text", ["t"]);
  release(problem(422, "invalid", {}, { errors: [{ field: "body", message: "too long" }] }));
  await flushed;
  const [kept, ...others] = await operations(outbox);
  assert.equal(others.length, 0);
  assert.equal(kept.kind, "create");
  assert.equal(kept.draft.text, "whole text");
  assert.match(kept.failure.reason, /did not take it: too long/);
  server.script = null;
  await edit(notes, one.id, "mended", []);
  const [renewed] = await operations(outbox);
  assert.equal(renewed.state, "waiting");
  assert.notEqual(renewed.id, kept.id);
  await sender.flush();
  assert.equal(server.text(one.id), "mended");
});

test("an edit of what was changed elsewhere fails with both texts kept; a second edit behind it does not overwrite", async () => {
  const { notes, sender, server, outbox } = start();
  const one = draft();
  await notes.create(one);
  await sender.flush();
  server.patch(one.id, { body: [{ type: "TextualBody", value: "from another device", purpose: "commenting" }] });
  let release;
  const held = new Promise((resolve) => (release = resolve));
  server.script = ({ method }) => (method === "PATCH" ? held : null);
  await edit(notes, one.id, "mine", []);
  const flushed = sender.flush();
  await quiet();
  await edit(notes, one.id, "mine, more", []);
  server.script = null;
  release(null);
  await flushed;
  assert.equal(server.text(one.id), "from another device");
  const [kept, ...others] = await operations(outbox);
  assert.equal(others.length, 0);
  assert.equal(kept.failure.code, "stale");
  assert.match(kept.failure.reason, /changed elsewhere/);
  assert.equal(kept.draft.text, "mine, more");
  await edit(notes, one.id, "mine, more", []);
  await sender.flush();
  assert.equal(server.text(one.id), "mine, more");
});

test("an edit names the state that it was made from, not what a look-up brought since", async () => {
  const { notes, sender, server, outbox } = start();
  const one = draft();
  await notes.create(one);
  await sender.flush();
  await edit(notes, one.id, "mine", []);
  server.patch(one.id, { body: [{ type: "TextualBody", value: "from another device", purpose: "commenting" }] });
  await notes.refresh([PAPER]);
  await sender.flush();
  assert.equal(server.text(one.id), "from another device");
  assert.equal((await operations(outbox))[0].failure.code, "stale");
});

test("ways out of what could not be sent: discard, save into Only me, also for an edit of a note that is gone", async () => {
  const { notes, sender, server, outbox } = start();
  const [first, second, third] = [draft({ group: TEAM.id }), draft({ group: TEAM.id }), draft()];
  await notes.create(third);
  await sender.flush();
  server.script = ({ body, method }) => (method === "PUT" && body.includes('"t1"') ? problem(403, "not-allowed") : null);
  await notes.create(first);
  await notes.create(second);
  server.notes.delete(third.id);
  await edit(notes, third.id, "no longer there", []);
  await sender.flush();
  const kept = await operations(outbox);
  assert.equal(kept.length, 3);
  assert.ok(kept.every(({ state }) => state === "failed"));
  await outbox.resolve(kept[0].id, "discard", PERSONAL.id);
  await outbox.resolve(kept[1].id, "only-me", PERSONAL.id);
  await outbox.resolve(kept[2].id, "only-me", PERSONAL.id);
  await sender.flush();
  assert.equal((await outbox.list()).length, 0);
  assert.equal(server.notes.get(second.id).annotation["postil:group"], PERSONAL.id);
  const copies = [...server.notes.values()].filter(({ annotation }) => annotation.body?.[0]?.value === "no longer there");
  assert.equal(copies.length, 1);
  assert.equal(copies[0].annotation.target["postil:paper"], PAPER);
  await assert.rejects(outbox.resolve(kept[0].id, "retry", PERSONAL.id), /not among/);
});

test("deleting what is deleted already is done", async () => {
  const { notes, sender, server, outbox } = start();
  const one = draft();
  await notes.create(one);
  await sender.flush();
  server.notes.get(one.id).deleted = true;
  await notes.delete(one.id);
  await sender.flush();
  assert.equal((await outbox.list()).length, 0);
});

test("what a page showed is sent once, the newest text alone, and a refusal of it is nobody's trouble", async () => {
  const { notes, sender, server, outbox } = start();
  const paper = { key: PAPER, title: "T", abstract: "A", url: "https://x.example", source: "huggingface" };
  await notes.paperSeen(paper, PERSONAL.id);
  await notes.paperSeen(paper, PERSONAL.id);
  await notes.paperSeen({ ...paper, abstract: "B" }, PERSONAL.id);
  assert.equal((await outbox.list()).length, 1);
  await sender.flush();
  await notes.paperSeen({ ...paper, abstract: "B" }, PERSONAL.id);
  await sender.flush();
  assert.equal(server.writes.length, 1);
  assert.equal(server.writes[0].path, `/papers/${encodeURIComponent(PAPER)}`);
  assert.equal(JSON.parse(server.writes[0].body).abstract, "B");
  server.script = ({ method }) => (method === "PUT" ? problem(422, "invalid") : null);
  await notes.paperSeen({ ...paper, abstract: "C" }, PERSONAL.id);
  await sender.flush();
  assert.equal((await outbox.list()).length, 0);
  server.script = null;
  await notes.paperSeen({ ...paper, abstract: "C" }, PERSONAL.id);
  assert.equal((await outbox.list()).length, 1, "offered again");
  await notes.discardAll();
  await notes.paperSeen({ ...paper, abstract: "C" }, PERSONAL.id);
  await sender.flush();
  assert.equal(JSON.parse(server.writes.at(-1).body).abstract, "C");
});

test("a server that begins anew is told again what pages showed", async () => {
  const { notes, sender, server } = start();
  const paper = { key: PAPER, title: "T", abstract: "A", url: "https://x.example", source: "huggingface" };
  await notes.refresh([PAPER]);
  await notes.paperSeen(paper, PERSONAL.id);
  await sender.flush();
  server.script = ({ path }) => (path === "/changes" ? json(200, { cursor: "c2", more: false, reset: ["*"], lost: [], notes: [], gone: [], people: {}, labels: {} }) : null);
  await notes.catchUp();
  await notes.paperSeen(paper, PERSONAL.id);
  await sender.flush();
  assert.equal(server.writes.length, 2);
});

test("what another program answers on that port acknowledges nothing", async () => {
  const { notes, sender, server, outbox, clock } = start();
  const [one, two] = [draft(), draft()];
  await notes.create(one);
  await sender.flush();
  await notes.create(two);
  await notes.delete(one.id);
  server.script = ({ method }) => (method === "GET" ? null : json(200, { id: "42" }));
  await sender.flush();
  assert.deepEqual((await outbox.list()).map(({ operation }) => operation.state), ["sending", "sending"]);
  server.script = null;
  await clock.pass(60_000);
  assert.deepEqual([(await outbox.list()).length, server.notes.has(two.id), server.notes.get(one.id).deleted], [0, true, true]);
});

test("two accounts on one disk never meet", async () => {
  const disk = new Disk();
  const server = new FakeServer();
  const ada = start({ disk, server });
  const one = draft({ text: "Ada's" });
  await ada.notes.create(one);
  ada.sender.close();
  const bob = start({ disk, server, user: BOB, token: "bob-token" });
  await bob.notes.create(draft({ text: "Bob's" }));
  await bob.sender.flush();
  await ada.sender.flush();
  assert.equal(server.writes.length, 1);
  assert.equal(server.writes[0].headers.get("Authorization"), "Bearer bob-token");
  assert.deepEqual((await bob.notes.read([PAPER])).papers[PAPER].map(({ text }) => text), ["Bob's"]);
  const again = start({ disk, server });
  await again.sender.flush();
  assert.equal(server.notes.get(one.id).owner, ADA.id);
});

test("behind a cookie nothing is sent while another user is signed in", async () => {
  const server = new FakeServer();
  server.cookieUser = BOB;
  const { notes, sender } = start({ server, token: null });
  const one = draft();
  await notes.create(one);
  await sender.flush();
  assert.equal(server.writes.length, 0);
  server.cookieUser = ADA;
  await sender.flush();
  assert.equal(server.notes.get(one.id).owner, ADA.id);
  assert.equal(server.writes[0].headers.get("Authorization"), null);
  assert.equal(server.requests[0].headers.get("Postil-Client"), "page/0.1.0");
});

test("a server of another host name for the same user finds what waits", async () => {
  const disk = new Disk();
  await start({ disk }).notes.create(draft());
  const moved = start({ disk, user: { ...ADA, id: ADA.id.replace(SERVER, "https://notes.example") } });
  assert.equal((await moved.outbox.list()).length, 1);
});

test("a note asked for twice, as after a lost answer, is one operation and one note", async () => {
  const { notes, sender, server, outbox } = start();
  const one = draft();
  await notes.create(one);
  await notes.create(one);
  assert.equal((await outbox.list()).length, 1);
  await sender.flush();
  await notes.create(one);
  await sender.flush();
  assert.equal(server.notes.size, 1);
  assert.equal((await outbox.list()).length, 0);
});
