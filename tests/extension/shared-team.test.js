// What others write: taken in from the changes, told apart from what one has seen, and left out where one chose so.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createBackend } from "../../extension/src/shared/backend.js";
import { createCache } from "../../extension/src/shared/cache.js";
import { ownLocks } from "../../extension/src/shared/locks.js";
import { BOB, Clock, Disk, FakeServer, PAPER, PERSONAL, SERVER, TEAM, draft, json, quiet } from "./shared-fakes.js";

const iri = (id) => `${SERVER}/api/annotations/${id}`;
const changes = (more) => ({ cursor: "c2", more: false, reset: [], lost: [], notes: [], gone: [], groups: [], people: {}, labels: {}, ...more });
const note = (id, more = {}) => ({
  etag: `"${id}-1"`, state: {},
  annotation: { id: iri(id), creator: { id: BOB.id }, created: "2030-01-01T00:00:00Z", modified: "2030-01-01T00:00:00Z", "postil:group": TEAM.id, target: { "postil:paper": PAPER }, ...more },
});
const reply = (id, parent) => note(id, { target: iri(parent) });

async function paired() {
  const [server, disk, clock, pushes] = [new FakeServer(), new Disk(), new Clock(), []];
  const backend = createBackend({
    store: disk.mount().store, access: { kind: "paired" }, push: (push) => pushes.push(push), locks: ownLocks(),
    fetch: server.fetch, now: clock.now, random: () => 1, schedule: clock.schedule,
  });
  const ask = async (name, payload) => backend.handlers[name](payload, "page");
  await ask("connect", { server: SERVER, token: "ada-token" });
  await ask("refresh", { papers: [PAPER] });
  pushes.length = 0;
  const changed = (more) => {
    server.script = ({ path }) => (path === "/changes" ? json(200, changes(more)) : null);
  };
  const shown = async (paper = PAPER) => (await ask("notes", { papers: [paper] })).papers[paper];
  return { ask, changed, disk, pushes, server, shown };
}

test("a reply comes to the paper of its note, whichever of the two is told first, and in a thread of any depth", async () => {
  const cache = createCache({ store: new Disk().mount().store, space: "s|u", locks: ownLocks() });
  await cache.takeIn(["doi:alias"], '"1"', { cursor: "c1", people: {}, labels: {}, papers: { "doi:alias": { key: PAPER, count: 1, notes: [note("a")] } } }, 0);
  const touched = await cache.takeChanges(changes({ notes: [reply("c", "b"), reply("b", "a"), reply("z", "nowhere"), reply("y", "x"), note("x")] }), cache.moment());
  assert.deepEqual(touched.sort(), [PAPER, "doi:alias"].sort());
  const ids = async (paper) => (await cache.read([paper])).papers[paper].map(({ annotation }) => annotation.id.split("/").pop()).sort();
  assert.deepEqual(await ids("doi:alias"), ["a", "b", "c"]);
  assert.deepEqual(await ids(PAPER), ["x", "y"]);
});

test("a note that moved between two of my groups stays; one that moved out goes", async () => {
  const { ask, changed, shown } = await paired();
  changed({ notes: [note("a"), note("b")] });
  await ask("catch-up");
  changed({ notes: [note("a", { "postil:group": "t2" })], gone: [{ id: "a", group: TEAM.id }, { id: "b", group: TEAM.id }] });
  await ask("catch-up");
  assert.deepEqual((await shown()).map(({ id, group }) => [id, group]), [["a", "t2"]]);
});

test("many pages ask, one request serves them; another epoch starts over; a lost group goes", async () => {
  const { ask, changed, pushes, server, shown } = await paired();
  changed({ notes: [note("a"), note("b", { "postil:group": "t2" })] });
  const before = server.requests.length;
  await Promise.all([ask("catch-up"), ask("catch-up"), ask("catch-up")]);
  assert.equal(server.requests.length, before + 1);
  changed({ reset: ["*"], notes: [note("b", { "postil:group": "t2" })] });
  await ask("catch-up");
  assert.deepEqual((await shown()).map(({ id }) => id), ["b"]);
  pushes.length = 0;
  changed({ lost: ["t2"] });
  await ask("catch-up");
  assert.deepEqual(await shown(), []);
  assert.equal(pushes.at(-1).papers, null, "groups are others: every page looks again");
});

test("a team that is renamed, and its labels, reach the pages", async () => {
  const { ask, changed, pushes, server } = await paired();
  const labels = { [TEAM.id]: [{ key: "amber", name: "Doubt", colour: "amber", underline: "solid", is_question: false }] };
  changed({ groups: [TEAM.id], labels });
  const changesOnly = server.script;
  server.script = (request) => changesOnly(request) ?? (request.path === "/me" ? json(200, { user: { id: `${SERVER}/api/users/1`, name: "ada", display_name: "Ada" }, groups: [PERSONAL, { ...TEAM, name: "Reviewers" }] }) : null);
  await ask("catch-up");
  assert.equal(pushes.at(-1).status.groups[1].name, "Reviewers");
  assert.equal((await ask("notes", { papers: [PAPER] })).labels[TEAM.id][0].name, "Doubt");
});

test("what others wrote is new until it was looked at, and again when they change it; what stood there before is not", async () => {
  const { ask, changed, shown } = await paired();
  const fresh = async () => (await shown()).filter((one) => one.fresh).map(({ id }) => id);
  changed({ notes: [note("old", { modified: "1969-12-31T00:00:00Z" }), note("a")] });
  await ask("catch-up");
  assert.deepEqual(await fresh(), ["a"]);
  await ask("looked", { papers: [PAPER] });
  assert.deepEqual(await fresh(), []);
  changed({ notes: [note("a", { modified: "2030-01-02T00:00:00Z" })] });
  await ask("catch-up");
  assert.deepEqual(await fresh(), ["a"]);
});

test("a group is left out until it is written into", async () => {
  const { ask } = await paired();
  assert.deepEqual((await ask("mute-group", { group: TEAM.id, muted: true })).muted, [TEAM.id]);
  await ask("create", { draft: draft() });
  assert.deepEqual((await ask("status")).muted, [TEAM.id]);
  await ask("create", { draft: draft({ group: TEAM.id }) });
  assert.deepEqual((await ask("status")).muted, []);
  const one = draft();
  await ask("create", { draft: one });
  await ask("mute-group", { group: TEAM.id, muted: true });
  await assert.rejects(ask("move", { id: one.id, group: "elsewhere" }), { code: "not-allowed" });
  assert.equal((await ask("move", { id: one.id, group: TEAM.id })).group, TEAM.id);
  assert.deepEqual((await ask("status")).muted, []);
});

test("looked up only for opened badges: the server hears of no paper until the user asks, and what is kept still shows", async () => {
  const { ask, changed, server, shown } = await paired();
  changed({ notes: [note("a")] });
  await ask("catch-up");
  assert.equal((await ask("look-up", { when: "badge" })).lookup, "badge");
  server.requests.length = 0;
  await ask("refresh", { papers: [PAPER, "arxiv:1706.03762"] });
  await quiet();
  assert.equal(server.requests.length, 0);
  assert.deepEqual((await shown()).map(({ id }) => id), ["a"]);
  await ask("refresh", { papers: [PAPER], asked: true });
  assert.deepEqual(server.requests.map(({ query }) => query.getAll("paper")), [[PAPER]]);
});
