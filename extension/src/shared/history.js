// What a note has said: the server's history of it in our own shapes. Pure.
import { noteFromEntry } from "./annotation.js";
import { isSame } from "./wording.js";

/**
 * @typedef {import("./types.js").State} State
 * @typedef {import("./api.js").Past} Past
 */

/**
 * States that read otherwise than the one before. A move changes no word: of states that read the same the first is told, for since then the note says so.
 * @param {Past[]} past  the latest first
 * @returns {State[]}
 */
export function statesOf(past) {
  const states = past.map(stateOf);
  return states.filter((state, i) => i === states.length - 1 || !readsLike(state, states[i + 1]));
}

/** @param {Past} past @returns {State} */
function stateOf({ at, annotation }) {
  const { text, tags, quote } = noteFromEntry({ etag: "", state: {}, annotation }, "", "");
  return { at, text, tags, quote };
}

/** @param {State} one @param {State} other */
const readsLike = (one, other) => isSame(one, other) && one.quote === other.quote;
