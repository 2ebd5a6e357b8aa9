// Text that is typed and not saved: kept at the far end while it is typed, given back when the same place is opened again.
import { ask } from "../shared/messages.js";

/** @import {Unfinished} from "../shared/types.js" */

/** Milliseconds: what a crash may cost of one's typing. */
const AT_MOST = 400;

/**
 * @typedef {{account: string | null, draft: Unfinished}} Kept
 * @typedef {ReturnType<typeof createDrafts>} Drafts
 */

/**
 * @param {Window} window
 * @param {(id: string, reason: unknown) => void} failed  what is typed is not kept, and why
 */
export function createDrafts(window, failed) {
  /** What is known to be unfinished on the papers of this page. @type {Unfinished[]} */
  let known = [];
  /** @type {Kept | null} */
  let waiting = null;
  /** What the far end was told and has not acknowledged. @type {Kept | null} */
  let sent = null;
  let timer = 0;

  const without = (/** @type {string} */ id) => known.filter((one) => one.id !== id);
  const flush = () => {
    window.clearTimeout(timer);
    timer = 0;
    const next = waiting;
    waiting = null;
    if (!next?.account) return;
    sent = next;
    ask("draft-keep", { account: next.account, draft: next.draft }).catch((reason) => failed(next.draft.id, reason)).finally(() => {
      if (sent === next) sent = null;
    });
  };
  // A page that goes, or is put behind others on a phone, may not come back.
  window.addEventListener("pagehide", flush);
  window.document.addEventListener("visibilitychange", flush);

  return {
    /** What is on its way is newer than any answer. @param {Unfinished[]} list  of these papers @param {string[]} papers */
    know(list, papers) {
      const isNewer = (/** @type {Unfinished} */ { id }) => [waiting, sent].some((kept) => kept?.draft.id === id);
      known = [...list.filter((one) => !isNewer(one)), ...known.filter((one) => isNewer(one) || !papers.includes(one.paper))];
    },
    /** @param {string} [paper] */
    of: (paper) => known.filter((one) => paper === undefined || one.paper === paper),
    /** @param {string} place */
    at: (place) => known.find((one) => one.place === place) ?? null,
    /** @param {string | null} account  the one that it is typed under @param {Unfinished} draft */
    keep(account, draft) {
      if (waiting && waiting.draft.id !== draft.id) flush();
      known = [draft, ...without(draft.id)];
      waiting = { account, draft };
      timer ||= window.setTimeout(flush, AT_MOST);
    },
    flush,
    /** @param {string | null} account @param {string} id */
    async drop(account, id) {
      if (waiting?.draft.id === id) waiting = null;
      known = without(id);
      if (account) await ask("draft-drop", { account, id }).catch(() => {});
    },
    forget() {
      flush();
      known = [];
    },
    stop() {
      flush();
      window.removeEventListener("pagehide", flush);
      window.document.removeEventListener("visibilitychange", flush);
    },
  };
}
