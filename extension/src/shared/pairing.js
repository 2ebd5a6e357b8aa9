// Connecting by a code (OAuth 2.0 device grant, RFC 8628), the far end: one ask begins, each later one is one poll. The token stays here.
import { refusedConnection } from "./accounts.js";
import { AskError } from "./messages.js";
import { phrase } from "./phrase.js";

/**
 * @typedef {object} Code  what the user compares and where, and what the options page polls with
 * @property {string} server  origin
 * @property {string} code
 * @property {string | null} page  where it is allowed; null: the server names a page of another origin, which is not opened
 * @property {string} device
 * @property {number} interval  seconds
 * @property {number} expires  seconds
 *
 * @typedef {"pending" | "slow-down" | "connected"} Outcome
 */

const GRANT = "urn:ietf:params:oauth:grant-type:device_code";

const ENDED = /** @type {Record<string, import("./phrase.js").Key>} */ ({
  access_denied: "pairing_denied",
  expired_token: "pairing_expired",
});

/**
 * @param {import("./accounts.js").Accounts} accounts
 * @param {string} server @param {string} client  how the server's page names this browser
 * @returns {Promise<Code>}
 */
export async function beginPairing(accounts, server, client) {
  const origin = accounts.addressOf(server);
  const api = accounts.api(origin, null);
  const answer = await api.discovery().then(() => api.form("/oauth/device", { client_name: client, scope: "read write" })).catch(refusedConnection);
  if (typeof answer.device_code !== "string" || typeof answer.user_code !== "string") {
    throw new AskError("server", answer.error ? phrase("pairing_no_code_why", String(answer.error)) : phrase("pairing_no_code"));
  }
  const { device_code: device, user_code: code, verification_uri_complete: uri } = answer;
  const page = typeof uri === "string" && URL.canParse(uri) && new URL(uri).origin === origin ? uri : null;
  return { server: origin, code, page, device, interval: seconds(answer.interval, 5), expires: seconds(answer.expires_in, 600) };
}

/**
 * @param {import("./accounts.js").Accounts} accounts
 * @param {string} server @param {string} device
 * @returns {Promise<Outcome>}  rejects with `expired_token` or `access_denied` when it has ended without a token
 */
export async function pollPairing(accounts, server, device) {
  const origin = accounts.addressOf(server);
  const answer = await accounts.api(origin, null).form("/oauth/token", { grant_type: GRANT, device_code: device }).catch(refusedConnection);
  if (typeof answer.access_token === "string") {
    await accounts.connect(origin, answer.access_token);
    return "connected";
  }
  if (answer.error === "authorization_pending") return "pending";
  if (answer.error === "slow_down") return "slow-down";
  const code = String(answer.error ?? "server");
  throw new AskError(code, phrase(ENDED[code] ?? "pairing_ended"));
}

/** @param {unknown} value @param {number} fallback */
function seconds(value, fallback) {
  return typeof value === "number" && value > 0 ? value : fallback;
}
