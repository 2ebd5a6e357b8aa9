// What the user chose, and which account is paired. The token lies in here: only the worker and our own pages can read the store.

import { DEFAULT_KEYS } from "./keys.js";

/**
 * @typedef {import("./types.js").Store} Store
 * @typedef {import("./types.js").Group} Group
 *
 * @typedef {object} Account
 * @property {string} server  origin
 * @property {string | null} token  null: the browser's session cookie says who is asking
 * @property {{id: string, name: string, display_name: string}} user
 * @property {Group[]} groups
 *
 * @typedef {object} Choices
 * @property {string[]} paused  sites
 * @property {boolean} hidden  all marks
 * @property {string[]} muted  groups whose notes are not shown
 * @property {"listing" | "badge"} lookup  when the server is asked about papers
 * @property {import("./keys.js").Keys} keys
 * @typedef {ReturnType<typeof createSettings>} Settings
 */

/** @param {Store} store */
export function createSettings(store) {
  return {
    /** @returns {Promise<Account | null>} */
    account: async () => (await store.get("account")) ?? null,
    /** Whose notes lie here is known after they have left, too. @param {Account} account */
    setAccount: async (account) => {
      await store.set(`known|${spaceOf(account.server, account.user.id)}`, account.user.display_name || account.user.name);
      await store.set("account", account);
    },
    /** @param {string} space @returns {Promise<string | null>} of a user who was connected here */
    nameOf: async (space) => (await store.get(`known|${space}`)) ?? null,
    forgetAccount: () => store.remove("account"),

    /** @param {string} space @returns {Promise<string | null>} */
    destination: async (space) => (await store.get(`destination|${space}`)) ?? null,
    /** @param {string} space @param {string} group */
    setDestination: (space, group) => store.set(`destination|${space}`, group),

    /** @returns {Promise<Choices>} */
    choices: async () => ({ paused: [], hidden: false, muted: [], lookup: "listing", keys: DEFAULT_KEYS, ...(await store.get("choices")) }),
    /** @param {Choices} choices */
    setChoices: (choices) => store.set("choices", choices),
  };
}

/**
 * The name of everything kept for one user of one server. The user's IRI without its host: an owner who gives the server
 * another public address must not part people from what they have waiting.
 * @param {string} server  origin
 * @param {string} user  IRI
 */
export function spaceOf(server, user) {
  const path = URL.canParse(user) ? new URL(user).pathname : user;
  return `${encodeURIComponent(server)}|${encodeURIComponent(path)}`;
}
