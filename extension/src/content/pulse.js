// While somebody looks at a page, what others write comes in by itself: asked for every few seconds, and at once when the reader or
// the network is back. Nobody looks: nothing is asked.

const EVERY = 10_000;

/**
 * @param {Document} doc
 * @param {() => Promise<unknown>} ask
 * @param {number} [every]  milliseconds
 * @returns {() => void} stop
 */
export function keepPulse(doc, ask, every = EVERY) {
  const win = /** @type {Window & typeof globalThis} */ (doc.defaultView);
  let timer = 0;
  let asking = false;
  let again = false;
  let stopped = false;
  /** @returns {Promise<void>} */
  const beat = async () => {
    win.clearTimeout(timer);
    if (stopped || doc.visibilityState !== "visible") return;
    // An answer that is on its way may have been made before the reader came back.
    again = asking;
    if (asking) return;
    asking = true;
    await ask().catch(() => {});
    asking = false;
    if (again) return beat();
    win.clearTimeout(timer);
    if (!stopped) timer = win.setTimeout(beat, every);
  };
  const now = () => void beat();
  timer = win.setTimeout(beat, every);
  doc.addEventListener("visibilitychange", now);
  win.addEventListener("focus", now);
  win.addEventListener("online", now);
  return () => {
    stopped = true;
    win.clearTimeout(timer);
    doc.removeEventListener("visibilitychange", now);
    win.removeEventListener("focus", now);
    win.removeEventListener("online", now);
  };
}
