import assert from "node:assert/strict";
import { test } from "node:test";
import { createCache } from "../../extension/src/shared/cache.js";
import { ownLocks } from "../../extension/src/shared/locks.js";
import { Disk, PAPER, SERVER, draft, start } from "./shared-fakes.js";

const OTHER = "arxiv:1706.03762";

function shelf({ disk = new Disk(), space = "s|u", limit } = {}) {
  let time = 0;
  const process = disk.mount();
  const cache = createCache({ store: process.store, space, locks: ownLocks(), now: () => (time += 1), limit });
  return { cache, disk, process };
}

const entry = (id, paper = PAPER, group = "g1", number = 1) => ({
  etag: `"${id}-${number}"`, state: {},
  annotation: { id: `${SERVER}/api/annotations/${id}`, target: { "postil:paper": paper }, "postil:group": group },
});
const lookup = (papers) => ({ cursor: "c0", people: {}, labels: {}, papers: Object.fromEntries(Object.entries(papers).map(([key, notes]) => [key, { key, count: notes.length, notes }])) });
const ids = async (cache, paper = PAPER) => (await cache.read([paper])).papers[paper].map(({ annotation }) => annotation.id.split("/").pop());
const changes = (more) => ({ cursor: "c1", more: false, reset: [], lost: [], notes: [], gone: [], people: {}, labels: {}, ...more });

test("a look-up is asked with the ETag of the same keys, and 304 leaves what is kept", async () => {
  const { notes, sender, server } = start();
  await notes.create(draft());
  await sender.flush();
  await notes.refresh([PAPER, OTHER]);
  await notes.refresh([OTHER, PAPER]);
  await notes.refresh([PAPER]);
  const asked = server.requests.filter(({ path }) => path === "/lookup");
  assert.deepEqual(asked.map(({ headers }) => headers.has("If-None-Match")), [false, true, false]);
  assert.equal((await notes.read([PAPER])).papers[PAPER].length, 1);
});

test("a month's papers are asked for 60 at a time, each time with an ETag of its own, in whatever order the page has them", async () => {
  const { notes, server } = start();
  const papers = Array.from({ length: 105 }, (_, index) => `x:${index}`);
  await notes.refresh(papers);
  await notes.refresh(papers.toReversed());
  const asked = server.requests.filter(({ path }) => path === "/lookup");
  assert.deepEqual(asked.map(({ query, headers }) => [query.getAll("paper").length, headers.has("If-None-Match")]), [[60, false], [45, false], [60, true], [45, true]]);
});

test("an ETag is not named when a paper that it stood for was dropped", async () => {
  const { cache } = shelf({ limit: 2 });
  await cache.takeIn([PAPER], '"1"', lookup({ [PAPER]: [entry("a")] }), 0);
  assert.equal(await cache.etagFor([PAPER]), '"1"');
  for (const key of ["x:1", "x:2", "x:3"]) await cache.takeIn([key], '"2"', lookup({ [key]: [entry(`n${key}`, key)] }), 0);
  assert.equal(await cache.etagFor([PAPER]), null);
  assert.deepEqual(await ids(cache), []);
});

test("an ETag is not named when a paper that it stands for could not be kept", async () => {
  const { cache, process } = shelf();
  process.failing = (_, key) => {
    if (key.endsWith(PAPER)) throw new Error("quota");
  };
  await cache.takeIn([OTHER, PAPER], '"1"', lookup({ [OTHER]: [entry("o", OTHER)], [PAPER]: [entry("a")] }), 0);
  assert.deepEqual(await ids(cache), []);
  assert.equal(await cache.etagFor([OTHER, PAPER]), null);
  process.failing = null;
  await cache.takeIn([OTHER, PAPER], '"1"', lookup({ [OTHER]: [entry("o", OTHER)], [PAPER]: [entry("a")] }), 0);
  assert.equal(await cache.etagFor([OTHER, PAPER]), '"1"');
});

test("bounded: the papers used longest ago go first", async () => {
  const { cache, disk } = shelf({ limit: 10 });
  for (let i = 0; i < 40; i += 1) await cache.takeIn([`x:${i}`], `"${i}"`, lookup({ [`x:${i}`]: [entry(`n${i}`, `x:${i}`)] }), 0);
  assert.ok(disk.keys("cache|s|u|paper|").length <= 10);
  assert.deepEqual(await ids(cache, "x:39"), ["n39"]);
  assert.deepEqual(await ids(cache, "x:0"), []);
});

test("a note that the server took is not undone by a look-up that was asked before", async () => {
  const { cache } = shelf();
  await cache.takeIn([PAPER], '"1"', lookup({ [PAPER]: [entry("old"), entry("doomed")] }), 0);
  const before = cache.moment();
  await cache.put(PAPER, entry("new"));
  await cache.put(PAPER, entry("old", PAPER, "g1", 2));
  await cache.drop("doomed");
  await cache.takeIn([PAPER], '"2"', lookup({ [PAPER]: [entry("old"), entry("doomed")] }), before);
  assert.deepEqual((await ids(cache)).sort(), ["new", "old"]);
  assert.equal((await cache.find("old")).entry.etag, '"old-2"');
  await cache.takeIn([PAPER], '"3"', lookup({ [PAPER]: [entry("old", PAPER, "g1", 3)] }), cache.moment());
  assert.deepEqual(await ids(cache), ["old"]);
});

test("changes: new, changed, moved, gone, a lost group, a reset of all", async () => {
  const { cache } = shelf();
  await cache.takeIn([PAPER, OTHER], '"1"', lookup({ [PAPER]: [entry("a"), entry("b", PAPER, "g2")], [OTHER]: [entry("c", OTHER)] }), 0);
  assert.equal(await cache.cursor(), "c0");
  const touched = await cache.takeChanges(changes({ notes: [entry("a", PAPER, "g1", 2), entry("d", OTHER)], gone: [{ id: "c", group: "g1" }] }), cache.moment());
  assert.deepEqual(touched.sort(), [OTHER, PAPER].sort());
  assert.equal((await cache.find("a")).entry.etag, '"a-2"');
  assert.deepEqual(await ids(cache, OTHER), ["d"]);
  assert.equal(await cache.cursor(), "c1");
  await cache.takeChanges(changes({ lost: ["g2"] }), cache.moment());
  assert.deepEqual(await ids(cache), ["a"]);
  await cache.takeChanges(changes({ reset: ["*"], notes: [entry("z")] }), cache.moment());
  assert.deepEqual(await ids(cache), ["z"]);
});

test("a note that moved is not gone from where it is by now, on whichever page each is told", async () => {
  const { cache } = shelf();
  const before = lookup({ [PAPER]: [entry("a", PAPER, "g1"), entry("b", PAPER, "g3")] });
  await cache.takeIn([PAPER], '"1"', before, 0);
  await cache.takeChanges(changes({ notes: [entry("a", PAPER, "g2", 2)], more: true }), cache.moment());
  await cache.takeChanges(changes({ gone: [{ id: "a", group: "g3" }, { id: "a", group: "g1" }, { id: "b", group: "g3" }] }), cache.moment());
  assert.deepEqual(await ids(cache), ["a"]);
});

test("a note is there at every moment while its change is taken in", async () => {
  const { cache } = shelf();
  await cache.takeIn([PAPER], '"1"', lookup({ [PAPER]: [entry("a")] }), 0);
  let isTaken = false;
  const taking = cache.takeChanges(changes({ notes: [entry("a", PAPER, "g1", 2)] }), cache.moment()).then(() => (isTaken = true));
  while (!isTaken) {
    assert.ok(await cache.find("a"));
    assert.deepEqual(await ids(cache), ["a"]);
  }
  await taking;
  assert.equal((await cache.find("a")).entry.etag, '"a-2"');
});

test("changes find a note under the key that was asked", async () => {
  const { cache } = shelf();
  await cache.takeIn(["doi:alias"], '"1"', lookup({ "doi:alias": [entry("a")] }), 0);
  await cache.takeChanges(changes({ notes: [entry("a", PAPER, "g1", 2)] }), cache.moment());
  assert.deepEqual(await ids(cache, "doi:alias"), ["a"]);
  assert.deepEqual(await ids(cache), []);
});

test("a full disk costs cached papers, not the answer", async () => {
  const { cache, process, disk } = shelf();
  for (let i = 0; i < 6; i += 1) await cache.takeIn([`x:${i}`], null, lookup({ [`x:${i}`]: [entry(`n${i}`, `x:${i}`)] }), 0);
  process.failing = () => {
    if (disk.keys("cache|s|u|paper|").length > 4) throw new Error("quota");
  };
  await cache.takeIn([PAPER], null, lookup({ [PAPER]: [entry("a")] }), 0);
  assert.deepEqual(await ids(cache), ["a"]);
  assert.deepEqual(await ids(cache, "x:5"), ["n5"]);
  process.failing = () => {
    throw new Error("quota");
  };
  await cache.takeIn([OTHER], null, lookup({ [OTHER]: [entry("o")] }), 0);
});

test("what was asked or sent before the cache was cleared is not kept after", async () => {
  const { cache, disk } = shelf();
  await cache.takeIn([PAPER], '"1"', lookup({ [PAPER]: [entry("a")] }), 0);
  await cache.clear();
  await cache.takeIn([PAPER], '"1"', { ...lookup({ [PAPER]: [entry("a")] }), people: { u: { name: "u", display_name: "U" } } }, 0);
  assert.deepEqual(await cache.takeChanges(changes({ notes: [entry("b")] }), 0), []);
  await cache.put(PAPER, entry("c"));
  await cache.drop("a");
  assert.deepEqual(disk.keys("cache|"), []);
  const again = shelf({ disk }).cache;
  await again.takeIn([PAPER], '"1"', lookup({ [PAPER]: [entry("a")] }), 0);
  assert.deepEqual(await ids(again), ["a"], "the account was connected again");
});

test("two spaces share nothing", async () => {
  const disk = new Disk();
  const [one, two] = [shelf({ disk, space: "s|1" }).cache, shelf({ disk, space: "s|2" }).cache];
  await one.put(PAPER, entry("a"));
  assert.deepEqual(await ids(two), []);
  assert.equal(await two.find("a"), null);
  await two.clear();
  assert.deepEqual(await ids(one), ["a"]);
});
