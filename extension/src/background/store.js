// Where everything is kept: the store of this browser that a page's renderer cannot read, should a page take it over.
import { chromeStore } from "../shared/store-chrome.js";
import { indexedDbStore } from "../shared/store-indexeddb.js";

/**
 * Chromium closes `storage.local` to content scripts when asked. Firefox leaves it open to them, but the extension's own IndexedDB is
 * out of their reach: there, theirs is the page's.
 * @returns {import("../shared/types.js").Store}
 */
export function closedStore() {
  if ("setAccessLevel" in chrome.storage.local) return chromeStore();
  void navigator.storage.persist(); // given at once to an extension with `unlimitedStorage`: nothing goes when the disk gets full
  return indexedDbStore();
}
