// Is this a note as the content side makes it? A content script runs beside a page that nobody vouches for.
import { isUuid } from "./uuid.js";

/**
 * @typedef {import("./types.js").Draft} Draft
 * @typedef {import("./types.js").Target} Target
 */

const FIELDS = ["title", "abstract", "fulltext"];
const TEXTS = ["group", "paper", "quote", "text", "url", "source", "created"];

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
    && (value.parent === undefined || isReply(value));
}

/**
 * @param {any} value
 * @returns {value is Target}
 */
export function isTarget(value) {
  return typeof value === "object" && value !== null
    && ["quote", "url", "source"].every((name) => typeof value[name] === "string")
    && FIELDS.includes(value.field)
    && isMarked(value) && value.selectors.length > 0;
}

/** @param {any} value */
export function isMarked({ selectors, version }) {
  return Array.isArray(selectors) && selectors.every(isSelector) && (version === undefined || Number.isInteger(version));
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
