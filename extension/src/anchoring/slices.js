// Long work in slices, so that the page stays answering: generators that yield every millisecond or so, and who runs them.

/** Work up to this many ms, and the step that was begun, is a slice: 8 ms at most, as a rule. */
const SLICE = 5;

/**
 * Runs generators one after another and gives the page its turn whenever a slice is used up.
 * @template T
 * @param {Iterable<Generator<void, T>>} tasks
 * @param {object} [options]
 * @param {(result: T, index: number) => void} [options.done]  told of each result as soon as it is there
 * @param {() => boolean} [options.stopped]  asked after each pause; the rest is then left undone
 * @param {() => Promise<unknown>} [options.pause]
 * @param {() => number} [options.now]  ms
 * @returns {Promise<T[]>}
 */
export async function inSlices(tasks, { done = () => {}, stopped = () => false, pause = nextTask, now = () => performance.now() } = {}) {
  /** @type {T[]} */
  const results = [];
  let until = now() + SLICE;
  for (const task of tasks) {
    for (let step = task.next(); ; step = task.next()) {
      if (step.done) done(step.value, results.push(step.value) - 1);
      if (now() >= until) {
        await pause();
        if (stopped()) return results;
        until = now() + SLICE;
      }
      if (step.done) break;
    }
  }
  return results;
}

/** Behind what waits already: input, painting, timers. */
function nextTask() {
  const scheduler = /** @type {{scheduler?: {yield?: () => Promise<void>}}} */ (globalThis).scheduler;
  return scheduler?.yield ? scheduler.yield() : new Promise((resolve) => setTimeout(resolve));
}

/**
 * Runs a generator to its end at once.
 * @template T
 * @param {Generator<void, T>} task
 * @returns {T}
 */
export function finish(task) {
  for (;;) {
    const step = task.next();
    if (step.done) return step.value;
  }
}
