// A server's address as a person types it. Nothing is added to it: what is asked and trusted is what was read.
import { phrase } from "./phrase.js";

/** @typedef {{origin: string} | {problem: string}} Address */

const LOOPBACK = new Set(["127.0.0.1", "localhost"]);

/** @param {string} typed @returns {Address} */
export function serverAddress(typed) {
  const text = typed.trim();
  if (!text) return { problem: phrase("address_missing") };
  if (!/^https?:\/\//i.test(text)) return { problem: phrase("address_scheme", "https://", "http://") };
  if (!URL.canParse(text)) return { problem: phrase("address_none") };
  const url = new URL(text);
  if (url.username || url.password) return { problem: phrase("address_login") };
  if (url.pathname !== "/" || url.search || url.hash) return { problem: phrase("address_path", url.origin) };
  if (url.protocol === "http:" && !LOOPBACK.has(url.hostname)) {
    return { problem: phrase("address_plain", "https://", "http://127.0.0.1", "http://localhost") };
  }
  return { origin: url.origin };
}

/**
 * The match pattern to ask the browser's permission for. Without the port: Firefox knows no ports in patterns.
 * @param {string} origin
 */
export function permissionFor(origin) {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
