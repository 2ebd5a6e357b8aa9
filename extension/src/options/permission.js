// What the browser has to allow: to talk to one server, asked for from the click that connects; and to run on the sites that Postil is made for.
import { permissionFor } from "../shared/address.js";

/** @typedef {Pick<typeof chrome.permissions, "contains" | "request">} Permissions */

/**
 * @param {string} origin
 * @param {Permissions} [permissions]
 * @returns {Promise<boolean>}
 */
export function isPermitted(origin, permissions = chrome.permissions) {
  return permissions.contains({ origins: [permissionFor(origin)] });
}

/**
 * Must be called in the click itself, with nothing awaited before: Firefox asks only then.
 * @param {string} origin
 * @param {Permissions} [permissions]
 * @returns {Promise<boolean>}
 */
export function requestPermission(origin, permissions = chrome.permissions) {
  return permissions.request({ origins: [permissionFor(origin)] });
}

/**
 * The sites of the manifest on which the browser does not let us run: a user may take a site back, and Firefox gives none that an update adds.
 * @param {Pick<typeof chrome, "permissions" | "runtime">} [browser]
 * @returns {Promise<string[]>} host names
 */
export async function closedSites(browser = chrome) {
  const sites = ownSites(browser);
  const open = await Promise.all(sites.map((site) => browser.permissions.contains({ origins: [site] })));
  return sites.filter((_, i) => !open[i]).map((site) => site.replace(/^.*:\/\/|\/\*$/g, ""));
}

/**
 * All of them again. In the click itself, as above.
 * @param {Pick<typeof chrome, "permissions" | "runtime">} [browser]
 * @returns {Promise<boolean>}
 */
export function requestSites(browser = chrome) {
  return browser.permissions.request({ origins: ownSites(browser) });
}

/** @param {Pick<typeof chrome, "runtime">} browser @returns {string[]} */
function ownSites(browser) {
  return browser.runtime.getManifest().host_permissions ?? [];
}
