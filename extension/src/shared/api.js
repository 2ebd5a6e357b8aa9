// The only place that talks to the network: one client for one server and one caller.
import { ApiError, failureOf } from "./api-error.js";
import { phrase } from "./phrase.js";

/**
 * @typedef {{kind: "bearer", token: string} | {kind: "cookie", user?: string}} Auth  user: whom the writes are of, where the cookie may be another's by now
 * @typedef {{etag: string, state: Record<string, unknown>, annotation: any}} Entry  a note as the server gives it in lists
 * @typedef {import("./types.js").Group} Group
 * @typedef {import("./types.js").Person} Person
 * @typedef {import("./types.js").Label} Label
 *
 * @typedef {{user: {id: string, name: string, display_name: string}, scopes: string[], groups: Group[]}} Me
 * @typedef {object} Lookup
 * @property {string} cursor
 * @property {Record<string, {key: string, count: number, notes: Entry[]}>} papers  by the key as asked
 * @property {Record<string, Person>} people
 * @property {Record<string, Label[]>} labels
 * @typedef {object} Changes
 * @property {string} cursor
 * @property {boolean} more
 * @property {string[]} reset
 * @property {string[]} lost
 * @property {Entry[]} notes
 * @property {{id: string, group: string}[]} gone
 * @property {string[]} groups  whose name, members or labels changed
 * @property {Record<string, Person>} people
 * @property {Record<string, Label[]>} labels
 *
 * @typedef {{number: number, at: string, annotation: any}} Past  a state of a note
 *
 * One write as it goes over the wire. The body is text, so that sending it again sends the same bytes.
 * @typedef {object} Write
 * @property {"PUT" | "PATCH" | "DELETE" | "POST"} method
 * @property {string} path  under /api
 * @property {string | null} body
 * @property {string | null} type
 * @property {string | null} etag  the state that this changes: If-Match
 * @property {string} operation  Idempotency-Key
 * @typedef {{annotation: any, etag: string | null}} Written  annotation is null where the answer has no body
 *
 * @typedef {ReturnType<typeof createApi>} Api
 */

const PROTOCOL = 1;
export const PAPERS_PER_LOOKUP = 60;

const READ_TIMEOUT = 15_000;
const WRITE_TIMEOUT = 30_000;

/** Of a note's history, a hundred states each: a server that names one more for ever is not followed. */
const HISTORY_PAGES = 100;

/**
 * @param {object} options
 * @param {string} options.origin
 * @param {Auth} options.auth
 * @param {typeof globalThis.fetch} [options.fetch]  another network edge, for tests
 * @param {() => number} [options.now]
 */
export function createApi({ origin, auth, fetch: given, now = Date.now }) {
  const go = given ?? ((input, init) => fetch(input, init));
  const client = { origin, auth, go, now };
  return {
    origin,
    /** @param {string} note */
    iriOf: (note) => `${origin}/api/annotations/${note}`,
    /** @param {string} path @param {Record<string, string>} fields @returns {Promise<any>} */
    form: (path, fields) => form(client, path, fields),
    discovery: () => discovery(client),
    /** @returns {Promise<Me>} */
    me: async () => {
      const { body } = await call(client, { path: "/me" });
      if (typeof body?.user?.id !== "string" || !Array.isArray(body.groups)) throw foreign();
      return body;
    },
    /** @param {string[]} keys @param {string | null} etag */
    lookup: (keys, etag) => lookup(client, keys, etag),
    /** @param {string | null} cursor @returns {Promise<Changes>} */
    changes: async (cursor) => {
      const since = cursor === null ? "" : `&since=${encodeURIComponent(cursor)}`;
      const { body } = await call(client, { path: `/changes?limit=200${since}` });
      if (typeof body?.cursor !== "string" || !Array.isArray(body.notes)) throw foreign();
      return body;
    },
    /** @param {string} note @returns {Promise<Past[]>} the latest first */
    history: async (note) => {
      const states = [];
      let before = "";
      for (let page = 0; page < HISTORY_PAGES; page += 1) {
        const { body } = await call(client, { path: `/annotations/${encodeURIComponent(note)}/history${before}` });
        if (!Array.isArray(body?.states)) throw foreign();
        states.push(...body.states);
        if (typeof body.next !== "number") break;
        before = `?before=${body.next}`;
      }
      return states;
    },
    /** @param {Write} write */
    write: (write) => send(client, write),
  };
}

const ANNOTATION_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';

/** Each kind of write, ready to be kept and sent. */
export const writes = {
  /** @param {string} id @param {object} annotation @param {string} operation @param {string | null} [etag] @returns {Write} */
  put: (id, annotation, operation, etag = null) => ({
    method: "PUT", path: `/annotations/${encodeURIComponent(id)}`, body: JSON.stringify(annotation), type: ANNOTATION_TYPE, etag, operation,
  }),
  /** @param {string} id @param {object} patch @param {string} operation @param {string | null} etag @returns {Write} */
  patch: (id, patch, operation, etag) => ({
    method: "PATCH", path: `/annotations/${encodeURIComponent(id)}`, body: JSON.stringify(patch), type: "application/merge-patch+json", etag, operation,
  }),
  /** @param {string} id @param {string} operation @param {string | null} etag @returns {Write} */
  delete: (id, operation, etag) => ({
    method: "DELETE", path: `/annotations/${encodeURIComponent(id)}`, body: null, type: null, etag, operation,
  }),
  /** @param {string} id @param {string} operation @returns {Write} */
  restore: (id, operation) => ({
    method: "POST", path: `/annotations/${encodeURIComponent(id)}/restore`, body: null, type: null, etag: null, operation,
  }),
  /** @param {string} key @param {object} paper @param {string} operation @returns {Write} */
  paper: (key, paper, operation) => ({
    method: "PUT", path: `/papers/${encodeURIComponent(key)}`, body: JSON.stringify(paper), type: "application/json", etag: null, operation,
  }),
};

/** @typedef {{origin: string, auth: Auth, go: typeof globalThis.fetch, now: () => number}} Client */

/**
 * Says whether a Postil server answers there and whether the two understand each other. Sends no token: the address may be wrong.
 * @param {Client} client
 * @returns {Promise<{name: string, version: string, protocol: {current: number, oldest: number}}>}
 */
async function discovery(client) {
  const { body } = await call({ ...client, auth: { kind: "cookie" } }, { path: "/", anonymous: true });
  const protocol = body?.protocol;
  if (!Number.isInteger(protocol?.current) || !Number.isInteger(protocol?.oldest)) throw foreign();
  if (protocol.oldest > PROTOCOL) {
    throw new ApiError("version", phrase("old_extension"));
  }
  if (protocol.current < PROTOCOL) {
    throw new ApiError("version", phrase("old_server"));
  }
  return body;
}

/**
 * @param {Client} client @param {string[]} keys @param {string | null} etag
 * @returns {Promise<{same: true} | {same: false, etag: string | null, lookup: Lookup}>}
 */
async function lookup(client, keys, etag) {
  const query = keys.map((key) => `paper=${encodeURIComponent(key)}`).join("&");
  const { response, body } = await call(client, { path: `/lookup?${query}`, headers: etag ? { "If-None-Match": etag } : {} });
  if (response.status === 304) return { same: true };
  if (typeof body?.papers !== "object" || body.papers === null) throw foreign();
  return { same: false, etag: response.headers.get("ETag"), lookup: body };
}

/**
 * A form as OAuth sends it (RFC 6749, 4): whoever sends it is named in it, if at all. A refusal there is an answer with `error`.
 * @param {Client} client @param {string} path @param {Record<string, string>} fields
 */
async function form(client, path, fields) {
  const headers = { "Content-Type": "application/x-www-form-urlencoded" };
  const { response, text } = await exchange(client, { path, method: "POST", headers, body: String(new URLSearchParams(fields)), anonymous: true });
  const body = parsed(text);
  if (typeof body === "object" && body !== null && (response.ok || typeof body.error === "string")) return body;
  throw response.ok ? foreign() : failureOf(response, body, client.now());
}

/** @param {Client} client @param {Write} write @returns {Promise<Written>} */
async function send(client, write) {
  /** @type {Record<string, string>} */
  const headers = { "Idempotency-Key": write.operation };
  if (write.type) headers["Content-Type"] = write.type;
  if (write.etag) headers["If-Match"] = write.etag;
  if (client.auth.kind === "cookie" && client.auth.user) headers["Postil-User"] = client.auth.user;
  const { method, path, body } = write;
  const answer = await call(client, { method, path, headers, body, timeout: WRITE_TIMEOUT });
  return { annotation: answer.body ?? null, etag: answer.response.headers.get("ETag") };
}

/**
 * @typedef {object} Call
 * @property {string} path
 * @property {string} [method]
 * @property {Record<string, string>} [headers]
 * @property {string | null} [body]
 * @property {number} [timeout]
 * @property {boolean} [anonymous]
 *
 * @param {Client} client @param {Call} request
 * @returns {Promise<{response: Response, body: any}>}
 */
async function call(client, request) {
  const { response, text } = await exchange(client, request);
  const body = parsed(text);
  if (response.ok || response.status === 304) {
    // A success that is no JSON: cut off on the way, or another program's page.
    if (text !== "" && body === undefined) throw isJson(response) ? offline() : foreign();
    return { response, body };
  }
  throw failureOf(response, body, client.now());
}

/** @param {Client} client @param {Call} request @returns {Promise<{response: Response, text: string}>} */
async function exchange(client, { path, method = "GET", headers = {}, body = null, timeout = READ_TIMEOUT, anonymous = false }) {
  try {
    const response = await client.go(`${client.origin}/api${path}`, {
      method,
      headers: { Accept: "application/json, application/ld+json", ...callerHeaders(client.auth, anonymous), ...headers },
      body,
      credentials: client.auth.kind === "cookie" && !anonymous ? "same-origin" : "omit",
      cache: "no-store",
      redirect: "manual", // a token goes to the server it was made for and to no other
      signal: AbortSignal.timeout(timeout),
    });
    return { response, text: response.type === "opaqueredirect" ? "" : await response.text() };
  } catch {
    throw offline();
  }
}

/** @param {Auth} auth @param {boolean} anonymous @returns {Record<string, string>} */
function callerHeaders(auth, anonymous) {
  if (anonymous) return {};
  if (auth.kind === "bearer") return { Authorization: `Bearer ${auth.token}`, "Postil-Client": "extension/0.1.0" };
  return { "Postil-Client": "page/0.1.0" };
}

/** @param {string} text @returns {any} undefined when it is no JSON */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @param {Response} response */
function isJson(response) {
  return /[/+]json\b/.test(response.headers.get("Content-Type") ?? "");
}

function offline() {
  return new ApiError("offline", phrase("offline"));
}

function foreign() {
  return new ApiError("foreign", phrase("foreign"));
}
