// The badge of the toolbar button: what waits, what could not be sent, what is wrong.

/** @typedef {import("../shared/types.js").Status} Status */

// The button is drawn by the browser and cannot read tokens.css: these are its warn, bad and muted of the light theme.
const WARN = "#9a4a05";
const BAD = "#b42318";
const MUTED = "#5c6068";
const INK = "#ffffff";

/**
 * @param {Status} status
 * @returns {{text: string, colour: string, title: string}}
 */
export function badgeFor(status) {
  if (!status.paired) return { text: "", colour: MUTED, title: "Postil: not connected to a server" };
  if (status.failed) return { text: short(status.failed), colour: BAD, title: `Postil: ${status.failed} could not be sent` };
  if (status.problem && status.problem.code !== "offline") return { text: "!", colour: WARN, title: `Postil: ${status.problem.message}` };
  if (status.waiting) return { text: short(status.waiting), colour: MUTED, title: `Postil: ${status.waiting} waiting to be sent` };
  return { text: "", colour: MUTED, title: "Postil" };
}

/** @param {number} count */
function short(count) {
  return count > 99 ? "99+" : String(count);
}

/** @param {Status} status @param {Pick<typeof chrome, "action">} [browser] */
export function showBadge(status, browser = chrome) {
  const { text, colour, title } = badgeFor(status);
  void browser.action.setBadgeText({ text });
  void browser.action.setBadgeBackgroundColor({ color: colour });
  void browser.action.setBadgeTextColor?.({ color: INK });
  void browser.action.setTitle({ title });
}
