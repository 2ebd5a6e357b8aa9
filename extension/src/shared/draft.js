// Is this a note, or a paper, as the content side makes it? A content script runs beside a page that nobody vouches for.
import { isUuid } from "./uuid.js";

/**
 * @typedef {import("./types.js").Draft} Draft
 * @typedef {import("./types.js").PaperSeen} PaperSeen
 * @typedef {import("./types.js").Target} Target
 */

const FIELDS = ["title", "abstract", "fulltext"];
const TEXTS = ["group", "paper", "quote", "text", "url", "source", "created"];
/** Characters of one with all that it says; far above what a note takes: only against a page that fills the disk. */
const LONGEST = 1_000_000;

/**
 * @param {any} value
 * @returns {value is Draft}
 */
export function isDraft(value) {
  return typeof value === "object" && value !== null
    && isUuid(value.id)
    && TEXTS.every((name) => typeof value[name] === "string")
    && ((value.field ?? null) === null || FIELDS.includes(value.field))
    && isMarked(value)
    && Array.isArray(value.tags) && value.tags.every((/** @type {unknown} */ tag) => typeof tag === "string")
    && (value.parent === undefined || isReply(value))
    && isBounded(value);
}

/**
 * @param {any} value
 * @returns {value is Target}
 */
export function isTarget(value) {
  return typeof value === "object" && value !== null
    && ["quote", "url", "source"].every((name) => typeof value[name] === "string")
    && FIELDS.includes(value.field)
    && isMarked(value) && value.selectors.length > 0
    && isBounded(value);
}

/**
 * @param {any} value
 * @returns {value is PaperSeen}
 */
export function isPaperSeen(value) {
  return typeof value === "object" && value !== null
    && ["key", "title", "url", "source"].every((name) => typeof value[name] === "string")
    && (value.abstract === undefined || typeof value.abstract === "string")
    && isVersion(value.version)
    && isBounded(value);
}

/** @param {unknown} value  what is to be kept */
export function isBounded(value) {
  return JSON.stringify(value).length <= LONGEST;
}

/** @param {any} value */
export function isMarked({ selectors, version }) {
  return Array.isArray(selectors) && selectors.every(isSelector) && isVersion(version);
}

/** @param {unknown} value */
function isVersion(value) {
  return value === undefined || Number.isInteger(value);
}

/** A reply has no mark of its own. @param {any} value */
function isReply({ parent, field, selectors }) {
  return isUuid(parent) && (field ?? null) === null && selectors.length === 0;
}

/** @param {any} value */
function isSelector(value) {
  if (value?.type === "TextQuoteSelector") return typeof value.exact === "string";
  return value?.type === "TextPositionSelector" && Number.isInteger(value.start) && Number.isInteger(value.end);
}
