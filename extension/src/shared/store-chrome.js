// The Store over chrome.storage.local. Each awaited write was measured to survive a kill of the whole browser.
import { NotKept } from "./not-kept.js";

/**
 * @typedef {import("./types.js").Store} Store
 */

/**
 * Only the worker and the extension's own pages may read what is kept: a page that took over its renderer gets no token.
 * Awaited before anything is stored. A browser that cannot do it throws, and then nothing is stored.
 * @param {chrome.storage.LocalStorageArea} area
 */
async function lock(area) {
  await area.setAccessLevel({ accessLevel: "TRUSTED_CONTEXTS" });
}

/**
 * @param {chrome.storage.LocalStorageArea} [area]
 * @returns {Store}
 */
export function chromeStore(area = chrome.storage.local) {
  /** @type {Promise<void> | null} */
  let locked = null;
  const ready = () => (locked ??= lock(area).catch((error) => {
    locked = null;
    throw error;
  }));
  return {
    get: async (key) => (await area.get(key))[key],
    set: async (key, value) => {
      await ready();
      await area.set({ [key]: value }).catch((error) => {
        throw new NotKept(error);
      });
    },
    remove: async (key) => area.remove(key),
    list: async (prefix) => {
      const keys = (await keysOf(area)).filter((key) => key.startsWith(prefix)).sort();
      if (!keys.length) return [];
      const values = await area.get(keys);
      return keys.filter((key) => key in values).map((key) => [key, values[key]]);
    },
  };
}

/**
 * Keys alone where the browser can give them: the cache is large, and the outbox is listed often.
 * @param {chrome.storage.LocalStorageArea} area
 * @returns {Promise<string[]>}
 */
async function keysOf(area) {
  if (typeof area.getKeys === "function") return area.getKeys();
  return Object.keys(await area.get(null));
}
