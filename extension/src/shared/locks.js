// One at a time: across every tab of the server's pages where the browser has Web Locks, inside this script elsewhere.

/** @typedef {<T>(name: string, work: () => Promise<T>) => Promise<T>} Locks */

/** @returns {Locks} */
export function sharedLocks() {
  const shared = globalThis.navigator?.locks;
  if (!shared) return ownLocks();
  return (name, work) => /** @type {any} */ (shared.request(`postil|${name}`, work));
}

/** @returns {Locks} */
export function ownLocks() {
  /** @type {Map<string, Promise<unknown>>} */
  const last = new Map();
  return (name, work) => {
    const turn = (last.get(name) ?? Promise.resolve()).then(work);
    last.set(name, turn.catch(() => undefined));
    return turn;
  };
}
