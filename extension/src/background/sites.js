// The sites that the user has switched on, beside the manifest's: our content script is registered there while the browser permits it.
// Browsers forget registrations with an update, and popups that ask for a permission may be gone when it is given: so what was
// chosen is kept, and what is registered is made to agree with it whenever either may have changed.

/**
 * @typedef {import("../shared/messages.js").Handlers} Handlers
 * @typedef {import("../shared/types.js").Store} Store
 *
 * @typedef {object} SitesOptions
 * @property {Store} store
 * @property {() => Promise<string | null>} server  the origin of the server that is connected
 * @property {Pick<typeof chrome, "permissions" | "runtime" | "scripting" | "tabs">} [browser]
 */

const KEY = "sites";
const SCRIPT = "sites";
const FILE = "dist/content.js";

/** @param {SitesOptions} options */
export function createSites({ store, server, browser = chrome }) {
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();
  const chosen = async () => /** @type {string[]} */ ((await store.get(KEY)) ?? []);
  const settle = async () => agree(browser, await permitted(browser, await chosen()));
  const oneAfterAnother = (/** @type {() => Promise<void>} */ work) => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
  /** @param {string} site @param {boolean} isOn */
  const choose = async (site, isOn) => {
    const others = (await chosen()).filter((other) => other !== site);
    await store.set(KEY, isOn ? [...others, site] : others);
    await settle();
    const isServer = (await server()) === `https://${site}`;
    if (!isOn && !isServer) await browser.permissions.remove({ origins: [patternOf(site)] }).catch(() => undefined);
  };
  const answer = async () => ({ sites: await permitted(browser, await chosen()) });
  /** @type {Handlers} */
  const handlers = {
    sites: answer,
    "still-on": async (_, __, { url }) => {
      const site = new URL(/** @type {string} */ (url)).host;
      return { on: alwaysOn(browser.runtime.getManifest()).includes(site) || (await answer()).sites.includes(site) };
    },
    "switch-site": async ({ site, on }) => {
      if (mayBeSwitched(String(site), browser)) await oneAfterAnother(() => choose(String(site), on === true));
      return answer();
    },
  };
  return { handlers, sync: () => oneAfterAnother(settle) };
}

/** @param {string} site */
function patternOf(site) {
  return `https://${site}/*`;
}

/**
 * One host's name, no pattern, and not one where we run in any case.
 * @param {string} site
 * @param {Pick<typeof chrome, "runtime">} browser
 */
function mayBeSwitched(site, browser) {
  const isHost = URL.canParse(`https://${site}`) && new URL(`https://${site}`).host === site;
  return isHost && /^[a-z\d.-]+$/u.test(site) && !alwaysOn(browser.runtime.getManifest()).includes(site);
}

/**
 * The hosts that the manifest names.
 * @param {chrome.runtime.Manifest} manifest
 */
export function alwaysOn(manifest) {
  return (manifest.content_scripts ?? []).flatMap(({ matches }) => matches ?? []).map((pattern) => pattern.split("/")[2]);
}

/**
 * @param {Pick<typeof chrome, "permissions">} browser
 * @param {string[]} sites
 * @returns {Promise<string[]>}
 */
async function permitted(browser, sites) {
  const may = await Promise.all(sites.map((site) => browser.permissions.contains({ origins: [patternOf(site)] })));
  return sites.filter((_, index) => may[index]);
}

/**
 * @param {NonNullable<SitesOptions["browser"]>} browser
 * @param {string[]} sites
 */
async function agree(browser, sites) {
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
  const before = registered?.matches ?? [];
  const matches = sites.map(patternOf);
  const added = matches.filter((pattern) => !before.includes(pattern));
  const removed = before.filter((pattern) => !matches.includes(pattern));
  if (!added.length && !removed.length) return;
  /** @type {chrome.scripting.RegisteredContentScript} */
  const script = { id: SCRIPT, matches, js: [FILE], runAt: "document_idle" };
  if (!matches.length) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT] });
  else if (registered) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
  await inTabs(browser, removed, (tabId) => browser.tabs.sendMessage(tabId, { ask: "leave-page" }));
  await inTabs(browser, added, (tabId) => browser.scripting.executeScript({ target: { tabId }, files: [FILE] }));
}

/**
 * Pages that are open already; one that refuses is as it is.
 * @param {Pick<typeof chrome, "tabs">} browser
 * @param {string[]} url
 * @param {(tabId: number) => Promise<unknown>} work
 */
async function inTabs(browser, url, work) {
  const tabs = url.length ? await browser.tabs.query({ url, discarded: false }) : [];
  await Promise.all(tabs.map(({ id }) => (id === undefined ? undefined : work(id).catch(() => undefined))));
}
