// The first sign that somebody does something on a page: until then most of us need not be there.

/** @typedef {{byTouch: boolean}} Sign  what it was done with */

const SIGNS = ["pointerdown", "keydown", "selectionchange"];

/**
 * @param {Document} doc
 * @param {(sign: Sign) => void} stirred  once
 * @returns {() => void} stop
 */
export function awaitStir(doc, stirred) {
  const signed = (/** @type {Event} */ event) => {
    stop();
    stirred({ byTouch: event instanceof PointerEvent && event.pointerType === "touch" });
  };
  const stop = () => SIGNS.forEach((type) => doc.removeEventListener(type, signed, true));
  for (const type of SIGNS) doc.addEventListener(type, signed, true);
  return stop;
}
