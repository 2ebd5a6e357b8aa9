// Is this a note as the content side makes it? A content script runs beside a page that nobody vouches for.
import { isUuid } from "./uuid.js";

/** @typedef {import("./types.js").Draft} Draft */

const FIELDS = ["title", "abstract", "fulltext", null];
const TEXTS = ["group", "paper", "quote", "text", "url", "source", "created"];

/**
 * @param {any} value
 * @returns {value is Draft}
 */
export function isDraft(value) {
  return typeof value === "object" && value !== null
    && isUuid(value.id)
    && TEXTS.every((name) => typeof value[name] === "string")
    && FIELDS.includes(value.field ?? null)
    && Array.isArray(value.selectors) && value.selectors.every(isSelector)
    && Array.isArray(value.tags) && value.tags.every((/** @type {unknown} */ tag) => typeof tag === "string")
    && (value.version === undefined || Number.isInteger(value.version))
    && (value.parent === undefined || isReply(value));
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
