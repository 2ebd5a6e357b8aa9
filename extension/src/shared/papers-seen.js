// What was passed on of papers that pages showed, once for each text: the same listing is opened many times a day.

/**
 * @typedef {import("./types.js").PaperSeen} PaperSeen
 * @typedef {ReturnType<typeof createPapersSeen>} PapersSeen
 */

const KEPT = 500;

/** @param {{store: import("./types.js").Store, space: string}} options */
export function createPapersSeen({ store, space }) {
  const name = `seen|${space}`;
  /** @returns {Promise<Record<string, string>>} */
  const read = async () => (await store.get(name)) ?? {};
  return {
    /** @param {PaperSeen} paper @param {string | null} group */
    has: async (paper, group) => (await read())[paper.key] === printOf(paper, group),
    /** @param {PaperSeen} paper @param {string | null} group */
    async add(paper, group) {
      const seen = await read();
      delete seen[paper.key]; // written again at the end: the oldest come first
      const newestLast = [...Object.entries(seen), [paper.key, printOf(paper, group)]].slice(-KEPT);
      await store.set(name, Object.fromEntries(newestLast));
    },
    /** It did not arrive: the next page that shows it offers it again. @param {string} key */
    async forget(key) {
      const seen = await read();
      delete seen[key];
      await store.set(name, seen);
    },
    clear: () => store.remove(name),
  };
}

/** 32 bits are enough to tell two versions of one abstract apart (FNV-1a). @param {PaperSeen} paper @param {string | null} group */
function printOf(paper, group) {
  const text = JSON.stringify([paper, group]);
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16);
}
