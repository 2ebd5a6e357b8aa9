// Which adapter reads a page. They are asked in order; the first that knows the page answers.

import huggingFaceListing from "./huggingface-listing.js";
import huggingFacePaper from "./huggingface-paper.js";
import postilListing from "./postil-listing.js";

/** @typedef {import("../shared/types.js").Adapter} Adapter */

/** @type {Adapter[]} */
export const adapters = [huggingFaceListing, huggingFacePaper, postilListing];

/**
 * @param {URL} url
 * @param {Document} doc
 * @returns {Adapter | null}
 */
export function adapterFor(url, doc) {
  return adapters.find((adapter) => adapter.matches(url, doc)) ?? null;
}
