// What lies here for accounts that are not connected: it waits for them, and is sent for nobody else.
import { createOutbox } from "./outbox.js";
import { waitingList } from "./overlay.js";
import { createUnfinished } from "./unfinished.js";

/**
 * @typedef {object} Kept
 * @property {string} account
 * @property {string} server  origin
 * @property {string} name  the user's, or what the server calls them
 * @property {import("./types.js").Waiting[]} operations
 * @property {number} unfinished
 */

/**
 * @param {import("./types.js").Store} store @param {import("./locks.js").Locks} locks
 * @param {import("./settings.js").Settings} settings
 * @param {string | null} present  the account that is connected
 * @returns {Promise<Kept[]>}
 */
export async function keptForOthers(store, locks, settings, present) {
  const keys = (await Promise.all(["outbox|", "draft|"].map((prefix) => store.list(prefix)))).flat().map(([key]) => key);
  const accounts = [...new Set(keys.map((key) => key.split("|").slice(1, 3).join("|")))].filter((account) => account !== present);
  const kept = accounts.map(async (account) => {
    const operations = (await createOutbox({ store, space: account, locks }).list()).map(({ operation }) => operation);
    const [server, user] = account.split("|").map(decodeURIComponent);
    const name = (await settings.nameOf(account)) ?? user;
    return { account, server, name, operations: waitingList(operations, []), unfinished: (await createUnfinished({ store, space: account }).list()).length };
  });
  return (await Promise.all(kept)).filter(({ operations, unfinished }) => operations.length + unfinished > 0);
}
