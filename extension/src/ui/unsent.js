// What a reader decides about what has not reached the server: the same on the popup and in the options.
import { plain } from "../anchoring/plain.js";
import { ask } from "../shared/messages.js";
import { phrase } from "../shared/phrase.js";
import { seenIn } from "../shared/wording.js";

/**
 * @typedef {import("../shared/types.js").Status} Status
 * @typedef {import("../shared/types.js").Unfinished} Unfinished
 * @typedef {import("../shared/types.js").Waiting} Waiting
 * @typedef {import("../shared/types.js").Wording} Wording
 *
 * @typedef {object} Unsent
 * @property {Waiting[]} operations
 * @property {Unfinished[]} drafts
 * @property {string | null} sure  the operation or draft that was asked to be discarded
 *
 * @typedef {object} UnsentActions
 * @property {() => void} tryNow
 * @property {(operation: string, way: "only-me" | "discard" | "retry") => void} resolve
 * @property {(operation: Waiting, wording: Wording) => void} settle  what a note that was changed elsewhere is to say
 * @property {(operation: string | null) => void} askSure
 * @property {(text: {quote: string, text: string}) => void} copy
 * @property {(draft: Unfinished) => void} goOn  on its page
 * @property {(draft: Unfinished) => void} discardDraft
 */

/** @returns {Promise<Pick<Unsent, "operations" | "drafts">>} */
export async function readUnsent() {
  const [{ operations }, { drafts }] = await Promise.all([ask("waiting", undefined), ask("drafts", undefined)]);
  return { operations, drafts };
}

/**
 * @param {(action: () => Promise<Status>) => void} does  runs it, shows what came of it
 * @param {(change: {sure?: string | null, said?: string}) => void} show
 * @param {(draft: Unfinished) => void} open  the page where it was begun
 * @returns {UnsentActions}
 */
export function unsentActions(does, show, open) {
  return {
    tryNow: () => does(() => ask("try-now", undefined)),
    resolve: (operation, way) => does(() => ask("resolve-failed", { operation, way })),
    settle: (mine, { text, tags }) => does(async () => {
      if (mine.theirs) await ask("edit", { id: mine.note, text, tags, seen: seenIn({ ...mine, conflict: mine.theirs }) });
      return ask("status", undefined);
    }),
    askSure: (sure) => {
      show({ sure });
      if (sure) document.getElementById("discard-for-good")?.focus();
    },
    copy: ({ quote, text }) => does(async () => {
      await navigator.clipboard.writeText([quote && `> ${plain(quote)}`, text].filter(Boolean).join("\n\n"));
      show({ said: phrase("copied") });
      return ask("status", undefined);
    }),
    goOn: (draft) => does(async () => {
      await ask("draft-open", { id: draft.id });
      open(draft);
      return ask("status", undefined);
    }),
    discardDraft: ({ id }) => does(async () => {
      const status = await ask("status", undefined);
      await ask("draft-drop", { account: status.account ?? "", id });
      return status;
    }),
  };
}
