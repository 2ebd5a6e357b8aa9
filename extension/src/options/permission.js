// The browser's leave to talk to one server, asked for from the click that connects.
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
