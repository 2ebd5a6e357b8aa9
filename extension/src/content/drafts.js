// Text that was typed and not saved: kept while the page lives, given back when the same place is opened again.

/** @typedef {{text: string, tags: string}} Unsaved */

export function createDrafts() {
  /** @type {Map<string, Unsaved>} */
  const kept = new Map();
  return {
    /**
     * @param {string} place
     * @param {Unsaved} unsaved
     */
    keep(place, unsaved) {
      if (unsaved.text.trim() || unsaved.tags.trim()) kept.set(place, unsaved);
      else kept.delete(place);
    },
    /** @param {string} place */
    of: (place) => kept.get(place) ?? null,
    /** @param {string} place */
    drop: (place) => kept.delete(place),
  };
}
