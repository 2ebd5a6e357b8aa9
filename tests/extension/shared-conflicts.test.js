// A note that was changed elsewhere while writes of ours waited: the user is told, and what was written there is not overwritten unseen.
import assert from "node:assert/strict";
import { test } from "node:test";
import { says } from "../../extension/src/shared/annotation.js";
import { PAPER, PERSONAL, TEAM, draft, edit, problem, quiet, start } from "./shared-fakes.js";

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
  const { server, clock, outbox, notes, one, answering } = await unheard((notes, id) => edit(notes, id, "second", []));
  server.patch(one.id, comment("written elsewhere"));
  answering();
  await clock.pass(60_000);
  assert.equal(server.text(one.id), "written elsewhere");
  assert.deepEqual(await states(outbox), ["edit failed"]);
  const note = await shown(notes, one.id);
  assert.deepEqual([note.failed, note.text], [CHANGED, "second"]);
});

test("a deletion behind such a note does not take away what another browser wrote, or gave to a team", async () => {
  for (const elsewhere of [comment("written elsewhere"), { "postil:group": TEAM.id }]) {
    const { server, clock, outbox, one, answering } = await unheard((notes, id) => notes.delete(id));
    server.patch(one.id, elsewhere);
    answering();
    await clock.pass(60_000);
    assert.equal(server.notes.get(one.id).deleted, false);
    assert.deepEqual(await states(outbox), ["delete failed"]);
  }
});

test("where nobody else wrote, a lost answer holds nothing up", async () => {
  const { server, clock, outbox, one, answering } = await unheard(async (notes, id) => {
    await edit(notes, id, "second", []);
    await notes.move(id, TEAM.id);
    await edit(notes, id, "third", ["a"]);
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
    await edit(notes, one.id, "second", []);
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
  const { field, selectors } = draft();
  const marked = annotation({ target: { "postil:field": field, selector: selectors } });
  for (const [other, isSame] of [[{}, true], [{ field: "title" }, false], [{ selectors: selectors.slice(1) }, false], [whole, false]]) {
    assert.equal(says(marked, { text: "", tags: [], group, field, selectors, ...other }), isSame, JSON.stringify(other));
  }
});

/** A note that the server and this browser hold alike, and its editor, open since then. */
async function opened(text = "first") {
  const life = start();
  const one = draft({ text });
  await life.notes.create(one);
  await life.sender.flush();
  const seen = { text, tags: one.tags };
  const save = (words, more = {}) => life.notes.edit(one.id, { text: words, tags: one.tags }, { ...seen, ...more });
  return { ...life, one, save, wording: async () => (await shown(life.notes, one.id)).conflict };
}

test("an editor that was open while a newer state came in overwrites nothing: both wordings stand side by side, also without the server", async () => {
  const { server, notes, outbox, one, save } = await opened();
  server.patch(one.id, comment("written elsewhere"));
  await notes.refresh([PAPER]);
  const before = server.requests.length;
  const note = await save("mine");
  assert.deepEqual([note.text, note.conflict, note.failed], ["mine", { text: "written elsewhere", tags: [] }, CHANGED]);
  assert.deepEqual([server.requests.length, await states(outbox)], [before, ["edit failed"]]);
  const [waiting] = await notes.waiting();
  assert.deepEqual([waiting.text, waiting.tags, waiting.theirs], ["mine", one.tags, { text: "written elsewhere", tags: [] }]);
});

test("nor what another tab wrote here and has not sent", async () => {
  const { server, notes, sender, outbox, one, save } = await opened();
  await save("of the other tab");
  assert.deepEqual((await save("of this tab")).conflict, { text: "of the other tab", tags: one.tags });
  await sender.flush();
  assert.equal(server.text(one.id), "of the other tab");
  await edit(notes, one.id, "of both");
  await sender.flush();
  assert.deepEqual([server.text(one.id), await states(outbox)], ["of both", []]);
});

for (const [way, words, written] of [["mine", "mine", "mine"], ["theirs", "written elsewhere", "written elsewhere"], ["a merged text", "mine, written elsewhere", "mine, written elsewhere"]]) {
  test(`the way out of a conflict: keep ${way}`, async () => {
    const { server, notes, sender, outbox, one, save } = await opened();
    server.patch(one.id, comment("written elsewhere"));
    await save("mine");
    await sender.flush();
    assert.deepEqual((await shown(notes, one.id)).conflict, { text: "written elsewhere", tags: [] });
    await edit(notes, one.id, words);
    await sender.flush();
    const note = await shown(notes, one.id);
    assert.deepEqual([server.text(one.id), note.text, note.failed, note.conflict, await states(outbox)], [written, written, null, null, []]);
  });
}

test("who decides on a wording that has changed again meanwhile decides once more, with the newer one in sight", async () => {
  const { server, notes, sender, one, save } = await opened();
  server.patch(one.id, comment("second"));
  await save("mine");
  await sender.flush();
  server.patch(one.id, comment("third"));
  await notes.refresh([PAPER]);
  const note = await notes.edit(one.id, { text: "mine after all", tags: [] }, { text: "second", tags: [], mine: { text: "mine", tags: one.tags } });
  assert.deepEqual([note.text, note.conflict.text], ["mine after all", "third"]);
  await edit(notes, one.id, "mine after all");
  server.patch(one.id, comment("fourth"));
  await sender.flush();
  assert.deepEqual([server.text(one.id), (await shown(notes, one.id)).conflict.text], ["fourth", "fourth"]);
});

for (const seen of ["first", "written elsewhere"]) test(`an editor that was opened on "${seen}" before a conflict decides nothing about it: that is done after`, async () => {
  const { server, notes, sender, outbox, one, save } = await opened();
  server.patch(one.id, comment("written elsewhere"));
  await save("mine");
  await sender.flush();
  await notes.edit(one.id, { text: "of another tab", tags: [] }, { text: seen, tags: [] });
  const [waiting, ...others] = await notes.waiting();
  assert.deepEqual([waiting.text, waiting.theirs.text, others], ["of another tab", "mine", []]);
  await edit(notes, one.id, "both of mine");
  await sender.flush();
  const note = await shown(notes, one.id);
  assert.deepEqual([server.text(one.id), note.text, note.conflict.text], ["written elsewhere", "both of mine", "written elsewhere"]);
  await edit(notes, one.id, "all three");
  await sender.flush();
  assert.deepEqual([server.text(one.id), await states(outbox)], ["all three", []]);
});

test("nor does the refusal of an edit take with it what another tab wrote that had not seen it", async () => {
  const { server, sender, notes, outbox, one, save } = await opened();
  await save("mine");
  await save("of another tab");
  server.patch(one.id, comment("written elsewhere"));
  await sender.flush();
  for (const [mine, theirs] of [["of another tab", "mine"], ["mine", "written elsewhere"]]) {
    const note = await shown(notes, one.id);
    assert.deepEqual([note.text, note.conflict.text], [mine, theirs]);
    await edit(notes, one.id, theirs, note.conflict.tags);
  }
  assert.deepEqual(await states(outbox), []);
});

for (const order of ["before", "after"]) {
  test(`what was in conflict ${order} the note was moved is kept by who keeps it`, async () => {
    const { server, clock, notes, outbox, sender, one, save } = await opened();
    server.patch(one.id, comment("written elsewhere"));
    await save("mine");
    if (order === "before") await sender.flush();
    await notes.move(one.id, TEAM.id);
    server.script = ({ body }) => (body?.includes("postil:group") && !body.includes("body") ? new Response("", { status: 503 }) : null);
    await sender.flush();
    assert.deepEqual((await shown(notes, one.id)).conflict.text, "written elsewhere");
    await edit(notes, one.id, "mine");
    server.script = null;
    await clock.pass(60_000);
    await sender.flush({ now: true });
    assert.deepEqual([server.text(one.id), await states(outbox)], ["mine", []]);
  });
}

test("what was decided over another conflict is not sent before that one is decided, wherever the note was to go meanwhile", async () => {
  const { server, notes, sender, outbox, one, save } = await opened();
  server.patch(one.id, comment("written elsewhere"));
  await save("mine");
  await sender.flush();
  await notes.move(one.id, TEAM.id);
  await save("of another tab");
  await edit(notes, one.id, "both of mine");
  await notes.move(one.id, PERSONAL.id);
  await sender.flush();
  assert.equal(server.text(one.id), "written elsewhere");
  await edit(notes, one.id, "all three");
  await sender.flush();
  assert.deepEqual([server.text(one.id), await states(outbox)], ["all three", []]);
});

test("a change elsewhere of what an edit does not touch is no conflict", async () => {
  const { server, sender, outbox, one, save } = await opened();
  server.patch(one.id, { "postil:group": TEAM.id });
  assert.equal((await save("mine")).conflict, null);
  await sender.flush();
  assert.deepEqual([server.text(one.id), server.notes.get(one.id).annotation["postil:group"], await states(outbox)], ["mine", TEAM.id, []]);
  assert.deepEqual(server.writes.map(({ headers }) => headers.get("If-Match")?.slice(-3) ?? null), [null, '-1"', '-2"']);
});

test("nor is it one that what was moved is moved again while the edit is on its way", async () => {
  const { server, sender, outbox, one, save } = await opened();
  const places = [TEAM.id, PERSONAL.id, TEAM.id];
  server.script = ({ method }) => {
    if (method === "PATCH" && places.length) server.patch(one.id, { "postil:group": places.shift() });
    return null;
  };
  await save("mine");
  await sender.flush();
  assert.deepEqual([server.text(one.id), server.notes.get(one.id).annotation["postil:group"], await states(outbox)], ["mine", TEAM.id, []]);
});

test("nor that a move before it is refused, because of a move elsewhere", async () => {
  const { server, clock, outbox, one, answering } = await unheard(async (notes, id) => {
    await notes.move(id, TEAM.id);
    await edit(notes, id, "second", ["evaluation"]);
  });
  server.patch(one.id, { "postil:group": "t2" });
  answering();
  await clock.pass(60_000);
  assert.deepEqual([server.text(one.id), await states(outbox)], ["second", ["move failed"]]);
});

test("nor is the same edit made elsewhere, nor one's own asked for twice", async () => {
  const { server, notes, sender, outbox, one } = await opened();
  const [seen, mine] = [{ text: "first", tags: one.tags }, { text: "mine", tags: [] }];
  server.patch(one.id, comment("mine"));
  await notes.edit(one.id, mine, seen);
  await sender.flush();
  assert.deepEqual([server.text(one.id), server.notes.get(one.id).number, await states(outbox)], ["mine", 2, []]);
  assert.equal((await notes.edit(one.id, mine, seen)).conflict, null);
  assert.deepEqual(await states(outbox), []);
});

test("a server that refuses its own present state is not asked for ever", async () => {
  const { server, sender, outbox, one, save } = await opened();
  server.script = ({ method, headers }) => (method === "PATCH" ? problem(412, "stale", {}, { current: server.notes.get(one.id).annotation, etag: headers.get("If-Match") }) : null);
  await save("mine");
  await sender.flush();
  assert.deepEqual([server.writes.length, await states(outbox)], [2, ["edit failed"]]);
});

test("what was refused and is tried again is still an edit of the state that it began with", async () => {
  const { server, notes, sender, outbox, one, save } = await opened();
  server.script = ({ method }) => (method === "PATCH" ? problem(403, "not-allowed") : null);
  await save("mine");
  await sender.flush();
  server.script = null;
  server.patch(one.id, comment("written elsewhere"));
  await notes.refresh([PAPER]);
  const [{ operation }] = await outbox.list();
  await outbox.resolve(operation.id, "retry", PERSONAL.id);
  await sender.flush();
  assert.deepEqual([server.text(one.id), (await shown(notes, one.id)).conflict.text], ["written elsewhere", "written elsewhere"]);
});

test("an edit that is made while the one before is being acknowledged follows it", async () => {
  const { server, notes, sender, outbox, one, save } = await opened();
  await save("second");
  const flushed = sender.flush();
  for (let i = 0; i < 40; i += 1) {
    const { text, tags } = await shown(notes, one.id);
    const note = await notes.edit(one.id, { text: `${text}.`, tags }, { text, tags });
    assert.equal(note.conflict, null);
  }
  await flushed;
  await sender.flush();
  assert.deepEqual([server.text(one.id), await states(outbox)], [`second${".".repeat(40)}`, []]);
});
