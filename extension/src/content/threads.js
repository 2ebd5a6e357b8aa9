// Notes with what answers them: a note, then its replies as they were written, whichever of them each one answers. Pure.

/** @import {Note} from "../shared/types.js" */
/** @import {View} from "./card-view.js" */
/** @import {Placed} from "./margin.js" */

/**
 * @template {{note: Note}} [One=Placed]
 * @typedef {object} Thread
 * @property {string} root  id of the note that it all answers
 * @property {One | null} note  null: it was deleted, or is not to be seen
 * @property {One[]} replies  oldest first
 */

/**
 * @template {{note: Note}} One
 * @param {One[]} placed
 * @returns {Thread<One>[]}  in the order in which their notes stand
 */
export function threadsOf(placed) {
  const known = new Map(placed.map((one) => [one.note.id, one]));
  /** @type {Map<string, Thread<One>>} */
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

/** @param {{note: Note}} placed @param {Map<string, {note: Note}>} known */
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

/**
 * @template {{note: Note}} One
 * @param {Thread<One>[]} threads
 * @returns {One[]}
 */
export function membersOf(threads) {
  return threads.flatMap(({ note, replies }) => (note ? [note, ...replies] : replies));
}
