// What a reader decides about what has not reached the server: the same on the popup and in the options.
import { ask } from "../shared/messages.js";
import { phrase } from "../shared/phrase.js";

/**
 * @typedef {import("../shared/types.js").Status} Status
 * @typedef {import("../shared/types.js").Waiting} Waiting
 * @typedef {import("../shared/types.js").Wording} Wording
 *
 * @typedef {object} Unsent
 * @property {Waiting[]} operations
 * @property {string | null} sure  the operation that was asked to be discarded
 *
 * @typedef {object} UnsentActions
 * @property {() => void} tryNow
 * @property {(operation: string, way: "only-me" | "discard" | "retry") => void} resolve
 * @property {(operation: Waiting, wording: Wording) => void} settle  what a note that was changed elsewhere is to say
 * @property {(operation: string | null) => void} askSure
 * @property {(operation: Waiting) => void} copy
 */

/**
 * @param {(action: () => Promise<Status>) => void} does  runs it, shows what came of it
 * @param {(change: {sure?: string | null, said?: string}) => void} show
 * @returns {UnsentActions}
 */
export function unsentActions(does, show) {
  return {
    tryNow: () => does(() => ask("try-now", undefined)),
    resolve: (operation, way) => does(() => ask("resolve-failed", { operation, way })),
    settle: ({ note, theirs }, { text, tags }) => does(async () => {
      if (theirs) await ask("edit", { id: note, text, tags, seen: theirs });
      return ask("status", undefined);
    }),
    askSure: (sure) => {
      show({ sure });
      if (sure) document.getElementById("discard-for-good")?.focus();
    },
    copy: ({ quote, text }) => does(async () => {
      await navigator.clipboard.writeText([quote && `> ${quote}`, text].filter(Boolean).join("\n\n"));
      show({ said: phrase("copied") });
      return ask("status", undefined);
    }),
  };
}
