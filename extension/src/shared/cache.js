// The notes of the papers met lately, so that they stand on a page before the network answers. Everything here can be fetched again.
import { answeredBy, idOf } from "./annotation.js";

/**
 * @typedef {import("./types.js").Store} Store
 * @typedef {import("./types.js").Person} Person
 * @typedef {import("./types.js").Label} Label
 * @typedef {import("./api.js").Entry} Entry
 * @typedef {import("./api.js").Lookup} Lookup
 * @typedef {import("./api.js").Changes} Changes
 * @typedef {import("./locks.js").Locks} Locks
 *
 * @typedef {{used: number, notes: string[]}} PaperLine
 * @typedef {{etag: string, used: number, held: string[]}} LookupLine  held: the asked papers that had notes in the answer, kept or not
 * @typedef {object} Index
 * @property {Record<string, PaperLine>} papers
 * @property {Record<string, LookupLine>} lookups  by the asked keys
 * @property {string | null} cursor
 * @typedef {{people: Record<string, Person>, labels: Record<string, Label[]>}} Names
 *
 * @typedef {ReturnType<typeof createCache>} Cache
 */

const PAPERS = 2_000;
const LOOKUPS = 50;

/**
 * @param {object} options
 * @param {Store} options.store
 * @param {string} options.space
 * @param {Locks} options.locks
 * @param {() => number} [options.now]
 * @param {number} [options.limit]  papers kept
 */
export function createCache({ store, space, locks, now = Date.now, limit = PAPERS }) {
  const shelf = new Shelf(store, space, now, limit);
  /** @template T @param {() => Promise<T>} work @returns {Promise<T>} */
  const alone = (work) => locks(`cache|${space}`, work);
  /** An answer that comes after the cache was cleared is no longer anybody's here. @template T @param {T} nothing @param {() => Promise<T>} work @returns {Promise<T>} */
  const keeping = (nothing, work) => alone(async () => (shelf.isCleared ? nothing : work()));
  return {
    // While a changed note is put in the place of what it was, it is nowhere.
    /** @param {string[]} papers */
    read: (papers) => alone(() => shelf.read(papers)),
    /** @param {string} note */
    find: (note) => alone(() => shelf.find(note)),
    /** @param {string[]} keys */
    etagFor: (keys) => shelf.etagFor(keys),
    /** Called before a look-up is asked: what is written after this moment is newer than its answer. */
    moment: () => shelf.tick,
    /** @param {string[]} keys @param {string | null} etag @param {Lookup} lookup @param {number} moment */
    takeIn: (keys, etag, lookup, moment) => keeping(undefined, () => shelf.takeIn(keys, etag, lookup, moment)),
    /** @param {string} paper @param {{etag: string, annotation: any}} entry */
    put: (paper, entry) => keeping(undefined, () => shelf.put(paper, entry)),
    /** @param {string} note */
    drop: (note) => keeping(undefined, () => shelf.drop(note)),
    cursor: async () => (await shelf.index()).cursor,
    /** @param {Changes} changes @param {number} moment @returns {Promise<string[]>} papers touched */
    takeChanges: (changes, moment) => keeping(/** @type {string[]} */ ([]), () => shelf.takeChanges(changes, moment)),
    /** For good: of the account nothing is kept any more. */
    clear: () => alone(() => shelf.clear()),
  };
}

/** @param {string[]} keys */
function joined(keys) {
  return keys.join(" ");
}

class Shelf {
  /** @param {Store} store @param {string} space @param {() => number} now @param {number} limit */
  constructor(store, space, now, limit) {
    this.store = store;
    this.prefix = `cache|${space}|`;
    this.now = now;
    this.limit = limit;
    this.tick = 0;
    this.isCleared = false;
    /** What the server acknowledged lately: a look-up asked before that must not undo it. @type {Map<string, {tick: number, paper: string | null, entry: Entry | null}>} */
    this.recent = new Map();
  }

  /** @param {string} paper */
  paperKey(paper) {
    return `${this.prefix}paper|${paper}`;
  }

  /** @returns {Promise<Index>} */
  async index() {
    return (await this.store.get(`${this.prefix}index`)) ?? { papers: {}, lookups: {}, cursor: null };
  }

  /** @returns {Promise<Names>} */
  async names() {
    return (await this.store.get(`${this.prefix}names`)) ?? { people: {}, labels: {} };
  }

  /** @param {string} paper @returns {Promise<Entry[]>} */
  async entries(paper) {
    return (await this.store.get(this.paperKey(paper))) ?? [];
  }

  /** @param {string[]} papers */
  async read(papers) {
    const kept = await Promise.all(papers.map(async (paper) => /** @type {const} */ ([paper, await this.entries(paper)])));
    return { papers: Object.fromEntries(kept), ...(await this.names()) };
  }

  /** @param {string} note @returns {Promise<{paper: string, entry: Entry} | null>} */
  async find(note) {
    const { papers } = await this.index();
    for (const [paper, { notes }] of Object.entries(papers)) {
      if (!notes.includes(note)) continue;
      const entry = (await this.entries(paper)).find(({ annotation }) => idOf(annotation.id) === note);
      if (entry) return { paper, entry };
    }
    return null;
  }

  /** An ETag is only worth naming while all that it stood for is still here. @param {string[]} keys */
  async etagFor(keys) {
    const { lookups, papers } = await this.index();
    const line = lookups[joined(keys)];
    return line && line.held.every((paper) => Object.hasOwn(papers, paper)) ? line.etag : null;
  }

  /** @param {string[]} keys @param {string | null} etag @param {Lookup} lookup @param {number} moment */
  async takeIn(keys, etag, lookup, moment) {
    const index = await this.index();
    for (const key of keys) await this.place(index, key, this.withRecent(key, lookup.papers[key]?.notes ?? [], moment));
    await this.learn(lookup);
    const held = keys.filter((key) => lookup.papers[key]?.notes.length);
    if (etag) index.lookups[joined(keys)] = { etag, used: this.now(), held };
    index.cursor ??= lookup.cursor ?? null;
    await this.keepIndex(index);
  }

  /** @param {string} paper @param {Entry[]} entries @param {number} moment @returns {Entry[]} */
  withRecent(paper, entries, moment) {
    const newer = [...this.recent].filter(([, { tick }]) => tick > moment);
    const ids = new Set(newer.map(([id]) => id));
    const kept = entries.filter(({ annotation }) => !ids.has(idOf(annotation.id)));
    for (const [, one] of newer) if (one.entry && one.paper === paper) kept.push(one.entry);
    return kept;
  }

  /** Writes one paper's notes; the caller writes the index after all of them. @param {Index} index @param {string} paper @param {Entry[]} entries */
  async place(index, paper, entries) {
    if (entries.length && (await this.write(this.paperKey(paper), entries, index))) {
      index.papers[paper] = { used: this.now(), notes: entries.map(({ annotation }) => idOf(annotation.id)) };
    } else if (Object.hasOwn(index.papers, paper)) {
      await this.store.remove(this.paperKey(paper));
      delete index.papers[paper];
    }
  }

  /** @param {string} paper @param {{etag: string, annotation: any}} entry */
  async put(paper, { etag, annotation }) {
    const index = await this.index();
    const id = idOf(annotation.id);
    const entries = await this.entries(paper);
    const at = entries.findIndex((one) => idOf(one.annotation.id) === id);
    const entry = { etag, state: entries[at]?.state ?? {}, annotation };
    if (at >= 0) entries[at] = entry;
    else entries.push(entry);
    this.remember(id, paper, entry);
    // What was asked before this write says nothing of it: with its ETag the server could answer that nothing changed.
    for (const keys of Object.keys(index.lookups)) if (keys.split(" ").includes(paper)) delete index.lookups[keys];
    await this.place(index, paper, entries);
    await this.keepIndex(index);
  }

  /** @param {string} note */
  async drop(note) {
    this.remember(note, null, null);
    const index = await this.index();
    await this.dropWhere(index, (entry) => idOf(entry.annotation.id) === note, (line) => line.notes.includes(note));
    await this.keepIndex(index);
  }

  /** @param {string} id @param {string | null} paper @param {Entry | null} entry */
  remember(id, paper, entry) {
    this.tick += 1;
    this.recent.delete(id);
    this.recent.set(id, { tick: this.tick, paper, entry });
    for (const oldest of this.recent.keys()) {
      if (this.recent.size <= 200) return;
      this.recent.delete(oldest);
    }
  }

  /** @param {Index} index @param {(entry: Entry) => boolean} unwanted @param {(line: PaperLine) => boolean} [mayHold] @returns {Promise<string[]>} papers touched */
  async dropWhere(index, unwanted, mayHold = () => true) {
    const touched = [];
    for (const [paper, line] of Object.entries(index.papers)) {
      if (!mayHold(line)) continue;
      const entries = await this.entries(paper);
      const kept = entries.filter((entry) => !unwanted(entry));
      if (kept.length === entries.length) continue;
      await this.place(index, paper, kept);
      touched.push(paper);
    }
    return touched;
  }

  /** @param {Changes} changes @param {number} moment @returns {Promise<string[]>} papers touched */
  async takeChanges(changes, moment) {
    const index = await this.index();
    const isOlder = (/** @type {string} */ id) => (this.recent.get(id)?.tick ?? 0) > moment;
    const notes = changes.notes.filter(({ annotation }) => !isOlder(idOf(annotation.id)));
    const homes = this.homesOf(index, notes);
    const groups = new Set([...changes.reset, ...changes.lost]);
    const touched = new Set(groups.size ? await this.dropWhere(index, ({ annotation }) => groups.has("*") || groups.has(annotation["postil:group"])) : []);
    const changed = new Set(notes.map(({ annotation }) => idOf(annotation.id)));
    // Gone from one group: what has moved may stand here in another already, by an earlier page of changes.
    const gone = changes.gone.filter(({ id }) => !isOlder(idOf(id)));
    const left = new Set(gone.map(({ id, group }) => `${idOf(id)} ${group}`));
    const outdated = new Set([...changed, ...gone.map(({ id }) => idOf(id))]);
    const isOutdated = (/** @type {Entry} */ { annotation }) => changed.has(idOf(annotation.id)) || left.has(`${idOf(annotation.id)} ${annotation["postil:group"]}`);
    for (const paper of await this.dropWhere(index, isOutdated, ({ notes }) => notes.some((id) => outdated.has(id)))) touched.add(paper);
    for (const entry of notes) {
      const paper = homes.get(idOf(entry.annotation.id));
      if (paper === undefined) continue; // a reply to a note that is not here: the look-up of its paper brings it
      await this.place(index, paper, [...(await this.entries(paper)), entry]);
      touched.add(paper);
    }
    await this.learn(changes);
    index.cursor = changes.cursor;
    await this.keepIndex(index);
    return [...touched];
  }

  /**
   * The paper of each changed note: where it or the note that it answers stands by now, under the key that was asked, which need
   * not be the canonical one. A reply may come before the note that it answers.
   * @param {Index} index @param {Entry[]} entries
   */
  homesOf(index, entries) {
    const wanted = new Set(entries.flatMap(({ annotation }) => [idOf(annotation.id), answeredBy(annotation) ?? ""]));
    /** @type {Map<string, string>} */
    const homes = new Map();
    for (const [paper, { notes }] of Object.entries(index.papers)) for (const id of notes) if (wanted.has(id)) homes.set(id, paper);
    const settled = (/** @type {Entry} */ { annotation }) => {
      const id = idOf(annotation.id);
      const paper = homes.get(id) ?? homes.get(answeredBy(annotation) ?? "") ?? annotation.target?.["postil:paper"];
      if (typeof paper === "string") homes.set(id, paper);
      return homes.has(id);
    };
    for (let left = entries, count = -1; left.length !== count;) {
      count = left.length;
      left = left.filter((entry) => !settled(entry));
    }
    return homes;
  }

  /** @param {Partial<Names>} learnt */
  async learn({ people = {}, labels = {} }) {
    if (!Object.keys(people).length && !Object.keys(labels).length) return;
    const names = await this.names();
    await this.write(`${this.prefix}names`, { people: { ...names.people, ...people }, labels: { ...names.labels, ...labels } });
  }

  /** @param {Index} index */
  async keepIndex(index) {
    if (Object.keys(index.papers).length > this.limit) await this.shrink(index, Math.floor(this.limit * 0.9));
    const lines = Object.entries(index.lookups).sort(([, a], [, b]) => b.used - a.used);
    index.lookups = Object.fromEntries(lines.slice(0, LOOKUPS));
    await this.write(`${this.prefix}index`, index, index);
  }

  /** Drops the papers that were looked at longest ago. @param {Index} index @param {number} size */
  async shrink(index, size) {
    const oldest = Object.entries(index.papers).sort(([, a], [, b]) => a.used - b.used);
    for (const [paper] of oldest.slice(0, oldest.length - size)) {
      await this.store.remove(this.paperKey(paper));
      delete index.papers[paper];
    }
  }

  /** A full disk costs cached papers, never an answer: what cannot be kept is fetched again. @param {string} key @param {any} value @param {Index} [index] */
  async write(key, value, index) {
    const kept = () => this.store.set(key, value).then(() => true, () => false);
    if (await kept()) return true;
    if (index) await this.shrink(index, Math.floor(Object.keys(index.papers).length / 2));
    return kept();
  }

  async clear() {
    this.isCleared = true;
    this.recent.clear();
    for (const [key] of await this.store.list(this.prefix)) await this.store.remove(key);
  }
}
