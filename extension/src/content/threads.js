// Notes with what answers them: a note, then its replies as they were written, whichever of them each one answers. Pure.

/** @import {View} from "./card-view.js" */
/** @import {Placed} from "./margin.js" */

/**
 * @typedef {object} Thread
 * @property {string} root  id of the note that it all answers
 * @property {Placed | null} note  null: it was deleted, or is not to be seen
 * @property {Placed[]} replies  oldest first
 */

/**
 * @param {Placed[]} placed
 * @returns {Thread[]}  in the order in which their notes stand
 */
export function threadsOf(placed) {
  const known = new Map(placed.map((one) => [one.note.id, one]));
  /** @type {Map<string, Thread>} */
  const threads = new Map();
  for (const one of placed) {
    const root = rootOf(one, known);
    const thread = threads.get(root) ?? { root, note: null, replies: [] };
    threads.set(root, thread);
    if (one.note.id === root) thread.note = one;
    else thread.replies.push(one);
  }
  for (const { replies } of threads.values()) replies.sort((one, other) => (one.note.created < other.note.created ? -1 : 1));
  return [...threads.values()];
}

/** @param {Placed} placed @param {Map<string, Placed>} known */
function rootOf({ note }, known) {
  let { id, parent } = note;
  for (let steps = 0; parent !== null && steps <= known.size; steps += 1) {
    id = parent;
    parent = known.get(id)?.note.parent ?? null;
  }
  return id;
}

/**
 * What a view is open on.
 * @param {Placed[]} placed  of its paper
 * @param {View} view
 */
export function threadsIn(placed, view) {
  const threads = threadsOf(placed);
  return view.kind === "paper" ? threads : threads.filter(({ root }) => view.ids.includes(root));
}

/** @param {Thread[]} threads @returns {Placed[]} */
export function membersOf(threads) {
  return threads.flatMap(({ note, replies }) => (note ? [note, ...replies] : replies));
}
