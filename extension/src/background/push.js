// Tells every page that shows notes, and our own open pages, that something changed.

/** @typedef {import("../shared/messages.js").Push} Push */

/** Where content scripts run: the same patterns as in the manifest, and the sites that were added at run time. @returns {Promise<string[]>} */
export async function patterns() {
  const fixed = (chrome.runtime.getManifest().content_scripts ?? []).flatMap(({ matches }) => matches ?? []);
  const added = await chrome.scripting.getRegisteredContentScripts().catch(() => []);
  return [...new Set([...fixed, ...added.flatMap(({ matches }) => matches ?? [])])];
}

/** @param {Push} push */
export function pushToAll(push) {
  void toTabs(push).catch(() => undefined);
  // Nobody there is the usual case, not an error.
  void chrome.runtime.sendMessage(push).catch(() => undefined);
}

/** @param {Push} push */
async function toTabs(push) {
  const tabs = await chrome.tabs.query({ url: await patterns(), discarded: false });
  await Promise.all(tabs.map(({ id }) => (id === undefined ? undefined : chrome.tabs.sendMessage(id, push).catch(() => undefined))));
}
