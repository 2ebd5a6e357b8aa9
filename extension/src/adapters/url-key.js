// The key of a paper that nothing names but its page's address: the SHA-256 of the address in one spelling, the same as the
// server's (server/postil/paper_keys.py, normalised_url).

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/**
 * @param {string} href  absolute
 * @returns {string | null}  null for what is no web page's address
 */
export function urlKey(href) {
  const normal = normalisedUrl(href);
  return normal && `url:${bytesToHex(sha256(utf8ToBytes(normal)))}`;
}

/**
 * http counts as https; the fragment and `utm_...` tell nothing about the page.
 * @param {string} href
 * @returns {string | null}
 */
export function normalisedUrl(href) {
  const url = URL.canParse(href) ? new URL(href) : null;
  if (!url || !/^https?:$/u.test(url.protocol) || url.username || url.password) return null;
  const pairs = encoded(url.search.slice(1)).split("&").filter((pair) => pair && !/^utm_/iu.test(pair));
  return `https://${url.host}${encoded(url.pathname)}${pairs.length ? `?${pairs.join("&")}` : ""}`;
}

/** One percent-encoding for each text (RFC 3986, 6.2.2): unreserved characters plain, the rest of ASCII as written. @param {string} text */
function encoded(text) {
  return text.replace(/%([0-9a-f]{2})?/giu, triplet).replace(/[^\w!#$%&'()*+,/:;=?@[\]~.-]/gu, encodeURIComponent);
}

/**
 * @param {string} _all
 * @param {string} [hex]  a stray % stands for itself
 */
function triplet(_all, hex = "25") {
  const character = String.fromCharCode(Number.parseInt(hex, 16));
  return /[\w.~-]/u.test(character) ? character : `%${hex.toUpperCase()}`;
}
