// Notes that were begun and not saved: kept for the account that they were begun under, given back there, never sent anywhere.
import { isBounded, isMarked } from "./draft.js";
import { isUuid } from "./uuid.js";
import { isSeen } from "./wording.js";

/**
 * @typedef {import("./types.js").Unfinished} Unfinished
 * @typedef {ReturnType<typeof createUnfinished>} UnfinishedNotes
 */

const TEXTS = ["place", "paper", "title", "url", "quote", "text", "tags"];

/** @param {{store: import("./types.js").Store, space: string}} options */
export function createUnfinished({ store, space }) {
  const prefix = `draft|${space}|`;
  return {
    /** @param {Unfinished} one @returns {Promise<void>} once it is on disk */
    keep: (one) => store.set(prefix + one.id, one),
    /** @param {string} id */
    drop: (id) => store.remove(prefix + id),
    /** @returns {Promise<Unfinished[]>} the last that was written at comes first */
    list: async () => (await store.list(prefix)).map(([, one]) => one).sort((one, other) => other.at - one.at),
  };
}

/**
 * @param {any} value
 * @returns {value is Unfinished}
 */
export function isUnfinished(value) {
  return typeof value === "object" && value !== null
    && isUuid(value.id)
    && TEXTS.every((name) => typeof value[name] === "string")
    && [value.note, value.parent].every((id) => id === null || isUuid(id))
    && (value.field === null || typeof value.field === "string") && isMarked(value)
    && isSeen(value.seen)
    && Number.isFinite(value.at)
    && isBounded(value);
}
