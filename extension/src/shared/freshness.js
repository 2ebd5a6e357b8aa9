// What of others' is new to this user: written or changed after they last looked at the notes of its paper.

/**
 * @typedef {import("./types.js").Note} Note
 * @typedef {ReturnType<typeof createFreshness>} Freshness
 * @typedef {{since: string, papers: Record<string, string>}} Looked  times of the newest note seen; `since` for all other papers
 */

const KEPT = 2_000;

/**
 * @param {{store: import("./types.js").Store, space: string, now: () => number}} options
 */
export function createFreshness({ store, space, now }) {
  const key = `looked|${space}`;
  /** What stands there when a user begins is not news. @returns {Promise<Looked>} */
  const read = async () => {
    const kept = await store.get(key);
    if (kept) return kept;
    const begun = { since: new Date(now()).toISOString(), papers: {} };
    await store.set(key, begun);
    return begun;
  };
  return {
    /** @returns {Promise<(note: Note) => boolean>} */
    async test() {
      const { since, papers } = await read();
      return (note) => !note.mine && note.modified > (papers[note.paper] ?? since);
    },
    /** @param {Note[]} notes */
    async looked(notes) {
      const looked = await read();
      for (const { paper, modified, mine } of notes) {
        if (!mine && modified > (looked.papers[paper] ?? looked.since)) looked.papers[paper] = modified;
      }
      await store.set(key, bounded(looked));
    },
  };
}

/** The papers looked at longest ago are forgotten, and all that is older with them. @param {Looked} looked @returns {Looked} */
function bounded({ since, papers }) {
  const newestFirst = Object.entries(papers).sort(([, a], [, b]) => (a < b ? 1 : -1));
  const dropped = newestFirst[KEPT]?.[1] ?? since;
  return { since: dropped > since ? dropped : since, papers: Object.fromEntries(newestFirst.slice(0, KEPT)) };
}
