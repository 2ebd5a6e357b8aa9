// A value that is made when it is first asked for.

/**
 * @template T
 * @param {() => T} make
 * @returns {() => T}
 */
export function later(make) {
  /** @type {T | undefined} */
  let made;
  return () => (made ??= make());
}
