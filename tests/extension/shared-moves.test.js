// Moving a note to another group, and answering one: what waits, in which order it goes out, and what a refusal leaves.
import assert from "node:assert/strict";
import { test } from "node:test";
import { BOB, PAPER, PERSONAL, SERVER, TEAM, draft, edit, quiet, start } from "./shared-fakes.js";

const kinds = async (outbox) => (await outbox.list()).map(({ operation }) => `${operation.kind} ${operation.state}`);
const shown = async (notes, id) => (await notes.read([PAPER])).papers[PAPER].find((note) => note.id === id);
const groupOf = (server, id) => server.notes.get(id).annotation["postil:group"];
const reply = (parent, more = {}) => draft({ parent: parent.id, group: parent.group, field: null, selectors: [], quote: "", text: "Yes, table 3.", tags: [], ...more });

async function sent(...drafts) {
  const life = start();
  for (const one of drafts) await life.notes.create(one);
  await life.sender.flush();
  return life;
}

/** Holds a kind of request on its way until it is let go. */
function holding(server, method) {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  server.script = (request) => (request.method === method ? held : null);
  return (answer = null) => {
    server.script = null;
    release(answer);
  };
}

test("a move shows at once, is one patch of the group, and arrives", async () => {
  const one = draft();
  const { notes, sender, server, outbox } = await sent(one);
  const moved = await notes.move(one.id, TEAM.id);
  assert.deepEqual([moved.group, moved.pending, moved.text], [TEAM.id, "move", "first"]);
  await sender.flush();
  assert.equal(groupOf(server, one.id), TEAM.id);
  assert.equal(server.requests.at(-1).body, JSON.stringify({ "postil:group": TEAM.id }));
  assert.deepEqual([(await shown(notes, one.id)).group, (await shown(notes, one.id)).pending], [TEAM.id, null]);
  assert.deepEqual(await kinds(outbox), []);
});

test("a move folds: into a note that was never sent, into another move, and back to where it stands into nothing", async () => {
  const one = draft();
  const { notes, sender, server, outbox } = await sent(one);
  await notes.move(one.id, TEAM.id);
  await notes.move(one.id, "t2");
  assert.deepEqual(await kinds(outbox), ["move waiting"]);
  assert.equal((await shown(notes, one.id)).group, "t2");
  await notes.move(one.id, PERSONAL.id);
  assert.deepEqual(await kinds(outbox), []);
  await notes.move(one.id, PERSONAL.id);
  assert.deepEqual(await kinds(outbox), []);

  const unsent = draft();
  await notes.create(unsent);
  await notes.move(unsent.id, TEAM.id);
  assert.deepEqual(await kinds(outbox), ["create waiting"]);
  await sender.flush();
  assert.equal(groupOf(server, unsent.id), TEAM.id);
});

test("edit, move, edit: each arrives, in order, on the state that the one before left", async () => {
  const one = draft();
  const { notes, sender, server, outbox } = await sent(one);
  await edit(notes, one.id, "second", []);
  await notes.move(one.id, TEAM.id);
  await edit(notes, one.id, "third", []);
  assert.deepEqual(await kinds(outbox), ["edit waiting", "move waiting", "edit waiting"]);
  const note = await shown(notes, one.id);
  assert.deepEqual([note.text, note.group], ["third", TEAM.id]);
  await sender.flush();
  assert.deepEqual([server.text(one.id), groupOf(server, one.id), server.notes.get(one.id).number], ["third", TEAM.id, 4]);
  assert.deepEqual(await kinds(outbox), []);
});

test("a note that others have answered stays where it was, with the reason, and its edits still go out", async () => {
  const one = draft({ group: TEAM.id });
  const { notes, sender, server, outbox } = await sent(one);
  server.put("b0b", { target: `${SERVER}/api/annotations/${one.id}`, "postil:group": TEAM.id }, BOB);
  await notes.move(one.id, PERSONAL.id);
  await edit(notes, one.id, "second", []);
  await sender.flush();
  assert.deepEqual(await kinds(outbox), ["move failed"]);
  const note = await shown(notes, one.id);
  assert.deepEqual([note.group, note.text, note.failed], [TEAM.id, "second", "Others have answered this note."]);
  assert.equal(server.text(one.id), "second");
  await notes.move(one.id, PERSONAL.id);
  assert.deepEqual(await kinds(outbox), ["move waiting"], "asked again, it is the same move");
  await sender.flush();
  const [{ operation }] = await outbox.list();
  await outbox.resolve(operation.id, "discard", PERSONAL.id);
  assert.equal((await shown(notes, one.id)).failed, null);
});

test("a note whose making is refused keeps the place asked for meanwhile", async () => {
  const { notes, sender, server, outbox } = start();
  const one = draft();
  const release = holding(server, "PUT");
  await notes.create(one);
  const flushed = sender.flush();
  await quiet();
  await edit(notes, one.id, "second", []);
  await notes.move(one.id, TEAM.id);
  release(new Response(JSON.stringify({ code: "not-allowed", status: 403 }), { status: 403, headers: { "Content-Type": "application/problem+json" } }));
  await flushed;
  assert.deepEqual(await kinds(outbox), ["create failed"]);
  const [{ operation }] = await outbox.list();
  assert.deepEqual([operation.draft.text, operation.draft.group], ["second", TEAM.id]);
});

test("a reply waits for the note that it answers, names it, and is a reply when it is edited", async () => {
  const { notes, sender, server } = start();
  const one = draft();
  const answer = reply(one);
  const release = holding(server, "PUT");
  await notes.create(one);
  const flushed = sender.flush();
  const waiting = await notes.create(answer);
  assert.deepEqual([waiting.parent, waiting.field, waiting.pending], [one.id, null, "create"]);
  await quiet();
  assert.equal(server.writes.length, 1, "only the note itself is on its way");
  release();
  await flushed;
  const { annotation } = server.notes.get(answer.id);
  assert.equal(annotation.target, `${SERVER}/api/annotations/${one.id}`);
  assert.deepEqual([annotation.motivation, annotation.body[0].purpose, annotation["postil:group"]], ["replying", "replying", PERSONAL.id]);
  await edit(notes, answer.id, "No, table 4.", []);
  await sender.flush();
  assert.equal(server.notes.get(answer.id).annotation.body[0].purpose, "replying");
  assert.equal((await shown(notes, answer.id)).parent, one.id);
});

test("a reply goes where its note went, and does not go while that is moving", async () => {
  const one = draft();
  const { notes, sender, server, outbox } = await sent(one);
  await notes.move(one.id, TEAM.id);
  const answer = reply(one); // made while the note still showed the old group
  await notes.create(answer);
  await sender.flush();
  assert.equal(groupOf(server, answer.id), TEAM.id);
  assert.deepEqual(await kinds(outbox), []);
  await assert.rejects(notes.move(answer.id, PERSONAL.id), { code: "not-allowed", message: /stays with the note/ });
});

test("a reply does not follow somebody else's note to other readers than it was written for", async () => {
  const { notes, sender, server, outbox, session } = start();
  const theirs = server.put("b0b", { target: { "postil:paper": PAPER }, "postil:group": "small" }, BOB) && server.notes.get("b0b");
  await session.notes.refresh([PAPER]);
  const answer = reply({ id: "b0b", group: "small" });
  await notes.create(answer);
  theirs.annotation["postil:group"] = TEAM.id;
  theirs.number += 1;
  await session.notes.refresh([PAPER]);
  await sender.flush();
  assert.equal(server.notes.has(answer.id), false);
  const [{ operation }] = await outbox.list();
  assert.deepEqual([operation.state, operation.draft.group, operation.draft.text], ["failed", "small", "Yes, table 3."]);
  assert.match(operation.failure.reason, /another group/);
});

test("a note does not move while a reply to it is on its way", async () => {
  const one = draft({ group: TEAM.id });
  const { notes, sender, server } = await sent(one);
  const answer = reply(one);
  const release = holding(server, "PUT");
  await notes.create(answer);
  const flushed = sender.flush();
  await quiet();
  await notes.move(one.id, PERSONAL.id);
  const second = sender.flush();
  await quiet();
  assert.equal(server.writes.at(-1).method, "PUT");
  release();
  await Promise.all([flushed, second]);
  await sender.flush();
  assert.deepEqual([groupOf(server, one.id), groupOf(server, answer.id)], [PERSONAL.id, PERSONAL.id]);
});

test("a reply to a note that never came to be is held, then kept with its text; saved into Only me it is a note", async () => {
  const { notes, sender, server, outbox } = start();
  const one = draft({ group: TEAM.id });
  server.script = ({ body }) => (body?.includes("by 13%") ? new Response(JSON.stringify({ code: "not-allowed", status: 403 }), { status: 403, headers: { "Content-Type": "application/problem+json" } }) : null);
  await notes.create(one);
  await notes.create(reply(one));
  await sender.flush();
  assert.deepEqual(await kinds(outbox), ["create failed", "create waiting"]);
  const [{ operation: made }] = await outbox.list();
  await outbox.resolve(made.id, "discard", PERSONAL.id);
  await sender.flush();
  const [{ operation: kept }] = await outbox.list();
  assert.match(kept.failure.reason, /does not exist/);
  await outbox.resolve(kept.id, "only-me", PERSONAL.id);
  await sender.flush();
  const [{ annotation }] = [...server.notes.values()];
  assert.deepEqual([annotation.target["postil:paper"], annotation["postil:group"], annotation.body[0].purpose], [PAPER, PERSONAL.id, "commenting"]);
});
