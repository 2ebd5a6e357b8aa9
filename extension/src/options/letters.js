// The letters while they are being chosen: what is typed is shown at once, and what the browser did not take is not shown any longer.

/** @import {Keys} from "../shared/keys.js" */

/**
 * @param {Keys} kept
 * @param {(keys: Keys) => Promise<unknown>} keep
 * @param {(keys: Keys) => void} show
 */
export function createLetters(kept, keep, show) {
  // The same object as `kept`, unless something is on its way.
  let shown = kept;
  const turn = (/** @type {Keys} */ keys) => show((shown = keys));
  return {
    /** What is kept by now, maybe from another tab. @param {Keys} keys */
    heard(keys) {
      const isSettled = shown === kept;
      kept = keys;
      if (isSettled) turn(keys);
    },
    /** What is typed next builds on it, answered or not. Rejects as `keep` does. @param {Keys} keys */
    async choose(keys) {
      turn(keys);
      try {
        await keep(keys);
        kept = keys;
      } catch (error) {
        if (shown === keys) turn(kept);
        throw error;
      }
    },
  };
}
