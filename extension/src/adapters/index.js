// Which adapter reads a page. No two know the same page, but for the general ones, which are asked when no other does.

import { adapters } from "./found.js";

/** @typedef {import("../shared/types.js").Adapter} Adapter */

/**
 * @param {URL} url
 * @param {Document} doc
 * @returns {Adapter | null}
 */
export function adapterFor(url, doc) {
  const [general, particular] = [true, false].map((is) => adapters.filter((adapter) => (adapter.general ?? false) === is));
  return [...particular, ...general].find((adapter) => adapter.matches(url, doc)) ?? null;
}
