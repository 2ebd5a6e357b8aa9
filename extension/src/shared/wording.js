// What an edit of a note replaces, and when two notes say the same. Pure.

/**
 * @typedef {import("./types.js").Seen} Seen
 * @typedef {import("./types.js").Wording} Wording
 */

/** @param {Wording} note @returns {Wording} */
export function wordingOf({ text, tags }) {
  return { text, tags };
}

/** What an edit begins on, of a note as it shows. @param {Wording & {conflict?: Wording | null}} note @returns {Seen} */
export function seenIn(note) {
  return note.conflict ? { ...wordingOf(note.conflict), mine: wordingOf(note) } : wordingOf(note);
}

/**
 * As the server keeps them: text of nothing but space is none, a tag stands once.
 * @param {Wording} one @param {Wording} other
 */
export function isSame(one, other) {
  const [tags, others] = [[...new Set(one.tags)], [...new Set(other.tags)]];
  return bare(one.text) === bare(other.text) && tags.length === others.length && tags.every((tag, i) => tag === others[i]);
}

/** @param {string} text */
function bare(text) {
  return text.trim() ? text : "";
}

/** @param {any} value @returns {value is Wording} */
export function isWording(value) {
  return typeof value === "object" && value !== null
    && typeof value.text === "string"
    && Array.isArray(value.tags) && value.tags.every((/** @type {unknown} */ tag) => typeof tag === "string");
}

/** @param {any} value @returns {value is Seen} */
export function isSeen(value) {
  return isWording(value) && isWording(/** @type {Seen} */ (value).mine ?? value);
}
