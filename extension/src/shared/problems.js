// What is wrong, in the words of the people who read it: what happened, what is safe, what to do.

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
  if (error.kind !== "unauthorized") return error.message;
  return byCookie ? "You are signed out." : "The server does not know this access token, or it was revoked.";
}

/** @param {number} waiting @param {Problem["code"]} code */
function safe(waiting, code) {
  if (!waiting) return "";
  const what = waiting === 1 ? "Your note is" : `Your ${waiting} notes are`;
  const when = code === "unauthorized" ? "once you are back" : "when it is back";
  return `${what} kept here and will be sent ${when}.`;
}

/** @param {Problem["code"]} code @param {boolean} byCookie */
function toDo(code, byCookie) {
  if (code === "unauthorized") return byCookie ? "Sign in again." : "Connect again in Postil's options.";
  if (code === "wrong-address") return "Look at the address in Postil's options.";
  return "";
}
