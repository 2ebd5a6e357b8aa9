// The badge of the toolbar button: what waits, what could not be sent, what is wrong.
import { counted, phrase } from "../shared/phrase.js";

/** @typedef {import("../shared/types.js").Status} Status */

/**
 * @param {Status} status
 * @returns {{text: string, colour: "bad" | "warn" | "muted", title: string}}  the colour by its token
 */
export function badgeFor(status) {
  if (!status.paired) return { text: "", colour: "muted", title: phrase("icon_not_connected") };
  if (status.failed) return { text: short(status.failed), colour: "bad", title: counted("icon_failed", status.failed) };
  if (status.problem && status.problem.code !== "offline") return { text: "!", colour: "warn", title: phrase("icon_problem", status.problem.message) };
  if (status.waiting) return { text: short(status.waiting), colour: "muted", title: counted("icon_waiting", status.waiting) };
  return { text: "", colour: "muted", title: "Postil" };
}

/** @param {number} count */
function short(count) {
  return count > 99 ? "99+" : String(count);
}

/**
 * @param {Status} status
 * @param {(token: string) => string} colourOf
 * @param {Pick<typeof chrome, "action">} [browser]
 */
export function showBadge(status, colourOf, browser = chrome) {
  const { text, colour, title } = badgeFor(status);
  void browser.action.setBadgeText({ text });
  void browser.action.setBadgeBackgroundColor({ color: colourOf(colour) });
  void browser.action.setBadgeTextColor?.({ color: colourOf("paper") });
  void browser.action.setTitle({ title });
}
