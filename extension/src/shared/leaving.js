// What is left behind: notes that were begun and not saved, and what waits for accounts that are not connected.
import { AskError } from "./messages.js";
import { keptForOthers } from "./kept.js";
import { phrase } from "./phrase.js";
import { createUnfinished, isUnfinished } from "./unfinished.js";

/**
 * @typedef {import("./backend.js").FarEnd} FarEnd
 * @typedef {import("./messages.js").Handlers} Handlers
 */

/** @param {FarEnd} far @returns {Handlers} */
export function leaving(far) {
  const { accounts, settings } = far;
  const { store } = far.options;
  /** The one that a page is to open, asked for just now. @type {string | null} */
  let wanted = null;
  /** Its own account's, also when another has been connected since it was begun. @param {unknown} account */
  const notesOf = async (account) => {
    const space = String(account);
    const isKnown = (await accounts.current())?.space === space || (await settings.nameOf(space)) !== null;
    if (!isKnown) throw new AskError("other-account", phrase("other_account"));
    return createUnfinished({ store, space });
  };
  const list = async () => (await (await accounts.current())?.notes.unfinished.list()) ?? [];
  return {
    "draft-keep": async ({ account, draft }) => {
      if (!isUnfinished(draft)) throw new AskError("bad-message", phrase("bad_note"));
      await (await notesOf(account)).keep(draft);
      return {};
    },
    "draft-drop": async ({ account, id }) => {
      await (await notesOf(account)).drop(String(id));
      await far.tell([]);
      return {};
    },
    drafts: async () => ({ drafts: await list() }),
    "draft-open": async ({ id }) => {
      const draft = (await list()).find((one) => one.id === id);
      if (!draft) throw new AskError("not-found", phrase("unfinished_gone"));
      wanted = draft.id;
      await far.tell([draft.paper]);
      return {};
    },
    "draft-claim": async ({ papers }) => {
      const here = far.strings(papers);
      const draft = (await list()).find(({ id, paper }) => id === wanted && here.includes(paper)) ?? null;
      if (draft) wanted = null;
      return { draft };
    },
    kept: async () => {
      const present = (await accounts.current())?.space ?? null;
      return { accounts: await keptForOthers(store, accounts.options.locks, settings, present) };
    },
  };
}
