// What is wrong, in the words of the people who read it: what happened, what is safe, what to do.
import { counted, phrase } from "./phrase.js";

/**
 * @typedef {import("./types.js").Problem} Problem
 * @typedef {import("./api-error.js").ApiError} ApiError
 * @typedef {import("./api-error.js").FailureKind} FailureKind
 */

/** @type {Record<FailureKind, Problem["code"]>} */
const CODES = { offline: "offline", later: "server", unauthorized: "unauthorized", problem: "server", foreign: "wrong-address", version: "version" };

/**
 * @param {ApiError} error
 * @param {number} waiting
 * @param {boolean} byCookie  on the server's own pages
 * @returns {Problem}
 */
export function problemFrom(error, waiting, byCookie) {
  const code = CODES[error.kind];
  const parts = [happened(error, byCookie), safe(waiting, code), toDo(code, byCookie)];
  return { code, message: parts.filter(Boolean).join(" ") };
}

/** @param {ApiError} error @param {boolean} byCookie */
function happened(error, byCookie) {
  if (error.kind === "version" && byCookie) return phrase("old_page");
  if (error.kind !== "unauthorized") return error.message;
  return phrase(byCookie ? "signed_out" : "token_unknown");
}

/** @param {number} waiting @param {Problem["code"]} code */
function safe(waiting, code) {
  if (!waiting) return "";
  return counted(code === "unauthorized" ? "safe_until_you" : "safe_until_server", waiting);
}

/** @param {Problem["code"]} code @param {boolean} byCookie */
function toDo(code, byCookie) {
  if (code === "unauthorized") return phrase(byCookie ? "sign_in_again" : "connect_again_in_options");
  if (code === "wrong-address") return phrase("look_at_address");
  return "";
}
