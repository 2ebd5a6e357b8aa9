// A server's address as a person types it. Nothing is added to it: what is asked and trusted is what was read.

/** @typedef {{origin: string} | {problem: string}} Address */

const LOOPBACK = new Set(["127.0.0.1", "localhost"]);

/** @param {string} typed @returns {Address} */
export function serverAddress(typed) {
  const text = typed.trim();
  if (!text) return { problem: "Enter the address of your Postil server." };
  if (!/^https?:\/\//i.test(text)) return { problem: "Begin the address with https:// or, on this computer, with http://" };
  if (!URL.canParse(text)) return { problem: "This is not an address." };
  const url = new URL(text);
  if (url.username || url.password) return { problem: "Leave out the name and password before the @." };
  if (url.pathname !== "/" || url.search || url.hash) return { problem: `Enter only the first part of the address: ${url.origin}` };
  if (url.protocol === "http:" && !LOOPBACK.has(url.hostname)) {
    return { problem: "Another computer is reached with https:// only. For this one use http://127.0.0.1 or http://localhost." };
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
