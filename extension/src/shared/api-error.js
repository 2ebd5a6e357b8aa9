// What can go wrong between us and a server: few kinds, because each asks for one behaviour.
import { phrase } from "./phrase.js";

/**
 * - `offline`       no answer: network, timeout, an answer that broke off. Try again later.
 * - `later`         the server answers but cannot now (429, 5xx). Try again, not before `retryAfter`.
 * - `unauthorized`  the token or session is not known (401). Nothing is sent until that is mended.
 * - `problem`       the server understood and refused; its code and words say why.
 * - `foreign`       something answers there, but not as a Postil server does. Try again, and say so.
 * - `version`       a Postil server whose protocol this client does not speak.
 * @typedef {"offline" | "later" | "unauthorized" | "problem" | "foreign" | "version"} FailureKind
 * @typedef {{field: string, message: string}} FieldError
 *
 * @typedef {object} FailureDetails
 * @property {number} [status]
 * @property {string} [code]  the problem document's code
 * @property {FieldError[]} [errors]
 * @property {number | null} [retryAfter]  milliseconds
 * @property {any} [current]  what a 412 says the note now is
 * @property {string | null} [etag]
 */
export class ApiError extends Error {
  /** @param {FailureKind} kind @param {string} message @param {FailureDetails} [details] */
  constructor(kind, message, details = {}) {
    super(message);
    this.name = "ApiError";
    this.kind = kind;
    this.status = details.status ?? 0;
    this.code = details.code ?? kind;
    this.errors = details.errors ?? [];
    this.retryAfter = details.retryAfter ?? null;
    this.current = details.current ?? null;
    this.etag = details.etag ?? null;
  }
}

const LATER = new Set([408, 425, 429]);

/** What we say ourselves; for any other code the server's words, which are English. @type {Record<string, import("./phrase.js").Key>} */
const SAID = { "too-many": "server_too_many", unavailable: "server_unavailable", "server-error": "server_error", "wrong-host": "server_wrong_host" };

/** @param {{code: string, detail: string} | null} problem */
const said = (problem) => problem && (Object.hasOwn(SAID, problem.code) ? phrase(SAID[problem.code]) : problem.detail);

/**
 * The failure that an answer stands for.
 * @param {Response} response
 * @param {unknown} body  parsed, or null when it is not JSON
 * @param {number} now
 * @returns {ApiError}
 */
export function failureOf(response, body, now) {
  const { status } = response;
  const problem = problemIn(body);
  const details = { status, code: problem?.code, errors: problem?.errors, current: problem?.current, etag: problem?.etag ?? null };
  if (response.type === "opaqueredirect") {
    return new ApiError("foreign", phrase("redirected"));
  }
  if (LATER.has(status) || status >= 500) {
    const retryAfter = retryAfterOf(response.headers.get("Retry-After"), now);
    return new ApiError("later", said(problem) ?? phrase("server_later", String(status)), { ...details, retryAfter });
  }
  // A refusal counts only in a Postil server's own form: another program on this port must not make notes fail for good.
  if (!problem || status === 421) {
    return new ApiError("foreign", said(problem) ?? phrase("foreign"), details);
  }
  if (status === 401) return new ApiError("unauthorized", problem.detail, details);
  return new ApiError("problem", problem.detail, details);
}

/**
 * @param {any} body
 * @returns {{code: string, detail: string, errors: FieldError[], current?: unknown, etag?: string} | null}
 */
function problemIn(body) {
  if (typeof body !== "object" || body === null || typeof body.code !== "string") return null;
  const detail = [body.detail, body.title, body.code].find((text) => typeof text === "string" && text !== "");
  return { ...body, detail, errors: Array.isArray(body.errors) ? body.errors : [] };
}

/** @param {string | null} header  seconds or a date @param {number} now @returns {number | null} */
function retryAfterOf(header, now) {
  if (!header) return null;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
