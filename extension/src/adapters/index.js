// Which adapter reads a page: the first that knows it. No two should know the same page.

import { adapters } from "./found.js";

/** @typedef {import("../shared/types.js").Adapter} Adapter */

/**
 * @param {URL} url
 * @param {Document} doc
 * @returns {Adapter | null}
 */
export function adapterFor(url, doc) {
  return adapters.find((adapter) => adapter.matches(url, doc)) ?? null;
}
