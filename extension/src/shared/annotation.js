// A note in our own shapes and as the W3C annotation that the server speaks. Pure.
import { isSame } from "./wording.js";

/**
 * @typedef {import("./types.js").Draft} Draft
 * @typedef {import("./types.js").Note} Note
 * @typedef {import("./types.js").Selector} Selector
 * @typedef {import("./types.js").Target} Target
 * @typedef {import("./api.js").Entry} Entry
 *
 * What an edit replaces: a note's text with its tags, or what it marks.
 * @typedef {"text" | "target"} Part
 */

const CONTEXT = ["http://www.w3.org/ns/anno.jsonld", { postil: "urn:x-postil:ns:" }];

/**
 * @param {Draft} draft
 * @param {string} [answered]  the IRI of the note that a reply answers
 * @returns {Record<string, unknown>}
 */
export function annotationFromDraft(draft, answered) {
  return {
    "@context": CONTEXT,
    type: "Annotation",
    created: draft.created,
    ...textMembers(draft),
    target: draft.parent ? answered : targetFromDraft(draft),
    "postil:group": draft.group,
  };
}

/** @param {Draft} draft @returns {Record<string, unknown>} */
function targetFromDraft(draft) {
  /** @type {Record<string, unknown>} */
  const target = { type: "SpecificResource", source: draft.url };
  if (draft.field && draft.selectors.length) {
    target.selector = draft.selectors;
    target["postil:field"] = draft.field;
  }
  target["postil:paper"] = draft.paper;
  if (draft.source) target["postil:source"] = draft.source;
  if (draft.version !== undefined) target["postil:version"] = draft.version;
  return target;
}

/**
 * The members that a note's text and tags decide. Absent means absent: a highlight has no body. The server derives the
 * motivation of a note from its shape, so a change of the text has no need to name it.
 * @param {Draft} draft
 * @returns {{motivation: string, body?: object[]}}
 */
function textMembers(draft) {
  const body = bodies(draft);
  const motivation = draft.parent ? "replying" : draft.text.trim() ? "commenting" : "highlighting";
  return body.length ? { motivation, body } : { motivation };
}

/** @param {Pick<Draft, "text" | "tags" | "parent">} draft @returns {object[]} */
function bodies({ text, tags, parent }) {
  const purpose = parent ? "replying" : "commenting";
  const comment = { type: "TextualBody", value: text, format: "text/markdown", purpose };
  const tagged = tags.map((tag) => ({ type: "TextualBody", value: tag, format: "text/plain", purpose: "tagging" }));
  return text.trim() ? [comment, ...tagged] : tagged;
}

/**
 * A merge patch (RFC 7396) that makes these parts of a note what the draft says; null takes a member away.
 * @param {Draft} draft
 * @param {readonly Part[]} parts
 */
export function patchOf(draft, parts) {
  const body = bodies(draft);
  // The paper is left out: it may be one that the server has merged into another since.
  const target = { "postil:source": null, "postil:version": null, ...targetFromDraft(draft), "postil:paper": undefined };
  return { ...(parts.includes("text") && { body: body.length ? body : null }), ...(parts.includes("target") && { target }) };
}

/**
 * What a draft is attached to, in full: put over another draft, it leaves nothing of what that one was attached to.
 * @template {Target | Draft} T
 * @param {T} target
 * @returns {Pick<T, keyof Target>}
 */
export function targetOf({ field, selectors, quote, url, source, version }) {
  return { field, selectors, quote, url, source, version };
}

/**
 * @param {Entry} entry
 * @param {string} paper  the key as asked
 * @param {string} me  the user's IRI
 * @returns {Note}
 */
export function noteFromEntry({ etag, annotation }, paper, me) {
  const target = first(annotation.target);
  const isReply = typeof target === "string";
  const selectors = isReply ? [] : knownSelectors(target?.selector);
  const creator = iriOf(annotation.creator);
  return {
    id: idOf(annotation.id),
    paper,
    group: annotation["postil:group"] ?? "",
    field: isReply ? null : target?.["postil:field"] ?? null,
    selectors,
    quote: quoteOf(selectors),
    source: isReply ? "" : target?.["postil:source"] ?? "",
    version: isReply ? null : target?.["postil:version"] ?? null,
    text: textOf(annotation.body),
    tags: tagsOf(annotation.body),
    creator,
    mine: isBy(annotation, me),
    created: annotation.created ?? "",
    modified: annotation.modified ?? annotation.created ?? "",
    label: annotation["postil:label"] ?? null,
    parent: isReply ? idOf(target) : null,
    edited: isEdited(etag),
    fresh: false,
    pending: null,
    failed: null,
    conflict: null,
  };
}

/**
 * @param {Draft} draft
 * @param {string} me
 * @returns {Note}
 */
export function noteFromDraft(draft, me) {
  return {
    id: draft.id,
    paper: draft.paper,
    group: draft.group,
    field: draft.field,
    selectors: draft.selectors,
    quote: draft.quote,
    source: draft.source,
    version: draft.version ?? null,
    text: draft.text,
    tags: draft.tags,
    creator: me,
    mine: true,
    created: draft.created,
    modified: draft.created,
    label: null,
    parent: draft.parent ?? null,
    edited: false,
    fresh: false,
    pending: null,
    failed: null,
    conflict: null,
  };
}

/**
 * A draft with the content of a note that the server holds: what an edit, a move or a delete starts from.
 * @param {Entry} entry @param {string} paper
 * @returns {Draft}
 */
export function draftFromEntry(entry, paper) {
  const { id, group, field, selectors, quote, source, version, text, tags, created, parent } = noteFromEntry(entry, paper, "");
  const target = first(entry.annotation.target);
  /** @type {Draft} */
  const draft = { id, group, paper, field, selectors, quote, text, tags, created, url: iriOf(target?.source), source };
  if (version !== null) draft.version = version;
  if (parent) draft.parent = parent;
  return draft;
}

/**
 * Whether an annotation says what a draft says, in the parts that an edit would replace.
 * @param {any} annotation @param {Pick<Draft, "text" | "tags" | "field" | "selectors">} draft @param {readonly Part[]} [parts]
 */
export function says(annotation, draft, parts = ["text", "target"]) {
  const { body, target } = annotation;
  return (!parts.includes("text") || isSame(wordingIn(body), draft)) && (!parts.includes("target") || marksSame(first(target), draft));
}

/** @param {any} body @returns {import("./types.js").Wording} */
function wordingIn(body) {
  return { text: textOf(body), tags: tagsOf(body) };
}

/** @param {any} target @param {Pick<Draft, "field" | "selectors">} draft */
function marksSame(target, { field, selectors }) {
  const marked = (/** @type {Selector[]} */ list) => list.map((one) => ("exact" in one ? [one.exact, one.prefix, one.suffix] : [one.start, one.end]));
  const [theirs, ours] = [knownSelectors(target?.selector), selectors].map((list) => JSON.stringify(marked(list)));
  return (target?.["postil:field"] ?? null) === (field ?? null) && theirs === ours;
}

/** A note's ETag ends with the number of its author's writes (docs/api.md). @param {string} etag */
const isEdited = (etag) => Number(/-(\d+)"$/.exec(etag)?.[1]) > 1;

/** @param {any} annotation @returns {string | null} id of the note that it answers */
export function answeredBy(annotation) {
  const target = first(annotation?.target);
  return typeof target === "string" ? idOf(target) : null;
}

/** @param {string} iri @returns {string} the last part: a note's UUID */
export function idOf(iri) {
  return String(iri ?? "").split("/").pop() ?? "";
}

/** @param {any} value @returns {any} */
function first(value) {
  return Array.isArray(value) ? value[0] : value;
}

/** @param {any} annotation @param {string} user  an IRI */
export function isBy({ creator }, user) {
  return user !== "" && iriOf(creator) === user;
}

/** @param {any} value  an IRI, or an object that has one @returns {string} */
function iriOf(value) {
  const one = first(value);
  if (typeof one === "string") return one;
  return typeof one?.id === "string" ? one.id : "";
}

/** @param {any} selector @returns {Selector[]} */
function knownSelectors(selector) {
  const all = Array.isArray(selector) ? selector : [selector];
  return all.filter((one) => one?.type === "TextQuoteSelector" || one?.type === "TextPositionSelector");
}

/** @param {Selector[]} selectors @returns {string} */
function quoteOf(selectors) {
  for (const selector of selectors) if (selector.type === "TextQuoteSelector") return selector.exact;
  return "";
}

/** @param {any} body @returns {any[]} */
function bodiesOf(body) {
  if (body === undefined || body === null) return [];
  return Array.isArray(body) ? body : [body];
}

/** @param {any} body @returns {string} */
function textOf(body) {
  const text = bodiesOf(body).find((one) => one?.purpose === "commenting" || one?.purpose === "replying");
  return typeof text?.value === "string" ? text.value : "";
}

/** @param {any} body @returns {string[]} */
function tagsOf(body) {
  return bodiesOf(body).filter((one) => one?.purpose === "tagging" && typeof one.value === "string").map((one) => one.value);
}
