// When the page has come to rest, and when it changes under us.

/**
 * Resolves once the target had no mutation for a while. A page that never rests is read all the same.
 * @param {Node} target
 * @param {{still?: number, atMost?: number}} [limits]  milliseconds
 * @returns {Promise<void>}
 */
export function quiet(target, { still = 300, atMost = 3000 } = {}) {
  return new Promise((resolve) => {
    const finish = () => {
      observer.disconnect();
      clearTimeout(rest);
      clearTimeout(end);
      resolve();
    };
    const observer = new MutationObserver(() => {
      clearTimeout(rest);
      rest = setTimeout(finish, still);
    });
    let rest = setTimeout(finish, still);
    const end = setTimeout(finish, atMost);
    observer.observe(target, { childList: true, subtree: true, characterData: true });
  });
}

/**
 * @typedef {object} PageEvents
 * @property {(touched: Node[]) => void} mutating  the same at once, before the browser draws what changed
 * @property {(touched: Node[]) => void} mutated  the nodes whose content changed, once the burst is over
 * @property {() => void} navigated  the URL is another one, the document the same
 * @property {() => void} shown  the page may have come back from the background
 * @property {() => void} returned  it was put aside as it was, and nothing that was said meanwhile has reached it
 * @property {() => void} themed  the page may have changed between light and dark
 */

const BURST = 80;
const BURST_AT_MOST = 600;

/**
 * @param {Document} doc
 * @param {() => Node | null} own  our host: what happens to it is nobody's business here
 * @param {PageEvents} events
 * @returns {() => void} stop
 */
export function watchPage(doc, own, events) {
  const win = /** @type {Window & typeof globalThis} */ (doc.defaultView);
  const stops = [watchUrl(win, events.navigated), watchTheme(doc, own, events.themed)];
  /** @type {Set<Node>} */
  const touched = new Set();
  let since = 0;
  let timer = 0;
  const flush = () => {
    const nodes = [...touched];
    touched.clear();
    since = 0;
    events.mutated(nodes);
  };
  const observer = new MutationObserver((all) => {
    const records = all.filter(tells);
    const nodes = records.filter((record) => !isOurs(record, own())).map((record) => record.target);
    if (!nodes.length) return;
    events.mutating(nodes);
    for (const node of nodes) touched.add(node);
    since ||= Date.now();
    win.clearTimeout(timer);
    // A page that mutates without end must not put the marks off without end.
    timer = win.setTimeout(flush, Math.max(0, Math.min(BURST, since + BURST_AT_MOST - Date.now())));
  });
  const told = { attributes: true, attributeOldValue: true, attributeFilter: ["data-props", "hidden", "href", "style"] };
  observer.observe(doc, { childList: true, subtree: true, characterData: true, ...told });
  const visible = () => doc.visibilityState === "visible" && events.shown();
  const returned = (/** @type {PageTransitionEvent} */ { persisted }) => persisted && events.returned();
  doc.addEventListener("visibilitychange", visible);
  win.addEventListener("pageshow", visible);
  win.addEventListener("pageshow", returned);
  win.addEventListener("focus", visible);
  return () => {
    observer.disconnect();
    win.clearTimeout(timer);
    doc.removeEventListener("visibilitychange", visible);
    win.removeEventListener("pageshow", visible);
    win.removeEventListener("pageshow", returned);
    win.removeEventListener("focus", visible);
    for (const stop of stops) stop();
  };
}

/**
 * That our host was put into the page is no change of the page's; that it was thrown out is.
 * @param {MutationRecord} record
 * @param {Node | null} own
 */
function isOurs({ target, addedNodes, removedNodes }, own) {
  return target === own || (addedNodes.length === 1 && addedNodes[0] === own && !removedNodes.length);
}

/**
 * history.pushState of the page cannot be seen from an isolated world: the navigation API tells, a slow look does elsewhere.
 * @param {Window & typeof globalThis} win
 * @param {() => void} navigated
 */
function watchUrl(win, navigated) {
  const address = () => win.location.href.split("#")[0];
  let known = address();
  const look = () => {
    if (address() === known) return;
    known = address();
    navigated();
  };
  const navigation = /** @type {EventTarget | undefined} */ (Reflect.get(win, "navigation"));
  navigation?.addEventListener("currententrychange", look);
  win.addEventListener("popstate", look);
  const timer = navigation ? 0 : win.setInterval(look, 1000);
  return () => {
    navigation?.removeEventListener("currententrychange", look);
    win.removeEventListener("popstate", look);
    win.clearInterval(timer);
  };
}

/**
 * @param {Document} doc
 * @param {() => Node | null} own
 * @param {() => void} themed
 */
function watchTheme(doc, own, themed) {
  const observer = new MutationObserver((records) => {
    if (records.some((record) => record.target !== own())) themed();
  });
  const filter = { attributes: true, attributeFilter: ["class", "style", "data-theme", "data-color-mode"] };
  observer.observe(doc.documentElement, filter);
  if (doc.body) observer.observe(doc.body, filter);
  const preference = doc.defaultView?.matchMedia?.("(prefers-color-scheme: dark)");
  preference?.addEventListener("change", themed);
  return () => {
    observer.disconnect();
    preference?.removeEventListener("change", themed);
  };
}

/**
 * Of what styles do, only what they show or hide: pages move and colour things all the time.
 * @param {MutationRecord} record
 */
function tells({ attributeName, oldValue, target }) {
  return attributeName !== "style" || isOff(oldValue) !== isOff(/** @type {Element} */ (target).getAttribute("style"));
}

/** @param {string | null} style */
const isOff = (style) => /display\s*:\s*none/iu.test(style ?? "");
