// A note that was changed elsewhere while writes of ours waited: the user is told, and what was written there is not overwritten unseen.
import assert from "node:assert/strict";
import { test } from "node:test";
import { says } from "../../extension/src/shared/annotation.js";
import { PAPER, PERSONAL, TEAM, draft, quiet, start } from "./shared-fakes.js";

const CHANGED = "The note was changed elsewhere since you opened it.";
const comment = (text) => ({ body: [{ type: "TextualBody", value: text, format: "text/markdown", purpose: "commenting" }] });
const states = async (outbox) => (await outbox.list()).map(({ operation }) => `${operation.kind} ${operation.state}`);

/** The server takes one write and its answer never arrives; returns the way to let the next try through. */
function losingAnswers(server) {
  server.script = async (request) => {
    if (request.method === "GET") return null;
    server.script = null;
    await server.answer(`http://127.0.0.1:8017/api${request.path}`, request);
    server.script = (later) => (later.method === "GET" ? null : new Response("", { status: 502 }));
    throw new Error("the connection was cut");
  };
  return () => (server.script = null);
}

/** A note whose making reached the server and was not heard of, and a write of the user's behind it. */
async function unheard(write) {
  const life = start();
  const one = draft();
  const answering = losingAnswers(life.server);
  await life.notes.create(one);
  const flushed = life.sender.flush();
  await quiet();
  await write(life.notes, one.id);
  await flushed;
  assert.equal(life.server.text(one.id), "first");
  return { ...life, one, answering };
}

const shown = async (notes, id) => (await notes.read([PAPER])).papers[PAPER].find((note) => note.id === id);

test("an edit behind a note whose answer got lost does not overwrite what another browser wrote meanwhile", async () => {
  const { server, clock, outbox, notes, one, answering } = await unheard((notes, id) => notes.edit(id, "second", []));
  server.patch(one.id, comment("written elsewhere"));
  answering();
  await clock.pass(60_000);
  assert.equal(server.text(one.id), "written elsewhere");
  assert.deepEqual(await states(outbox), ["edit failed"]);
  const note = await shown(notes, one.id);
  assert.deepEqual([note.failed, note.text], [CHANGED, "second"]);
});

test("retried by the user, who was told, it is written", async () => {
  const { server, clock, outbox, sender, one, answering } = await unheard((notes, id) => notes.edit(id, "second", []));
  server.patch(one.id, comment("written elsewhere"));
  answering();
  await clock.pass(60_000);
  const [{ operation }] = await outbox.list();
  await outbox.resolve(operation.id, "retry", PERSONAL.id);
  await sender.flush();
  assert.deepEqual([server.text(one.id), await states(outbox)], ["second", []]);
});

test("a deletion behind such a note does not take away what another browser wrote", async () => {
  const { server, clock, outbox, one, answering } = await unheard((notes, id) => notes.delete(id));
  server.patch(one.id, comment("written elsewhere"));
  answering();
  await clock.pass(60_000);
  assert.equal(server.notes.get(one.id).deleted, false);
  assert.deepEqual(await states(outbox), ["delete failed"]);
});

test("where nobody else wrote, a lost answer holds nothing up", async () => {
  const { server, clock, outbox, one, answering } = await unheard(async (notes, id) => {
    await notes.edit(id, "second", []);
    await notes.move(id, TEAM.id);
    await notes.edit(id, "third", ["a"]);
  });
  answering();
  await clock.pass(60_000);
  assert.deepEqual([server.text(one.id), server.notes.get(one.id).annotation["postil:group"], await states(outbox)], ["third", TEAM.id, []]);
});

test("an edit behind a move that is refused or taken back changes the state that the user saw, not a newer one", async () => {
  for (const isTakenBack of [false, true]) {
    const { notes, sender, server, outbox } = start();
    const one = draft();
    await notes.create(one);
    await sender.flush();
    await notes.move(one.id, TEAM.id);
    await notes.edit(one.id, "second", []);
    server.patch(one.id, comment("written elsewhere"));
    if (isTakenBack) await notes.move(one.id, PERSONAL.id);
    await notes.refresh([PAPER]);
    await sender.flush();
    assert.equal(server.text(one.id), "written elsewhere");
    assert.deepEqual(await states(outbox), isTakenBack ? ["edit failed"] : ["move failed", "edit failed"]);
  }
});

test("what the server makes of a draft is what the draft says", () => {
  const group = PERSONAL.id;
  const whole = { group, field: null, selectors: [] };
  const tag = (value) => ({ type: "TextualBody", value, format: "text/plain", purpose: "tagging" });
  const annotation = (more) => ({ "postil:group": group, ...more });
  for (const [sent, body, isSame] of [
    [{ text: "a", tags: [] }, comment("a"), true],
    [{ text: " \n", tags: [] }, {}, true],
    [{ text: "", tags: ["x", "y", "x"] }, { body: [tag("x"), tag("y")] }, true],
    [{ text: "a", tags: [] }, comment("a "), false],
    [{ text: "a", tags: [] }, {}, false],
    [{ text: "", tags: ["x"] }, { body: [tag("x"), tag("y")] }, false],
    [{ text: "", tags: ["x", "y"] }, { body: [tag("y"), tag("x")] }, false],
  ]) {
    assert.equal(says(annotation(body), { ...sent, ...whole }), isSame, JSON.stringify(sent));
  }
  assert.equal(says({ ...annotation(comment("a")), "postil:group": TEAM.id }, { text: "a", tags: [], ...whole }), false);
  const { field, selectors } = draft();
  const marked = annotation({ target: { "postil:field": field, selector: selectors } });
  for (const [other, isSame] of [[{}, true], [{ field: "title" }, false], [{ selectors: selectors.slice(1) }, false], [whole, false]]) {
    assert.equal(says(marked, { text: "", tags: [], group, field, selectors, ...other }), isSame, JSON.stringify(other));
  }
});
