// The life of Postil on one page: its papers are found, their notes asked for and painted, and kept right while the page changes.
import { ask, onPush } from "../shared/messages.js";
import { createDesk } from "./desk.js";
import { createMargin } from "./margin.js";
import { quiet, watchPage } from "./watch.js";

/** @import {Adapter, Notes, Status} from "../shared/types.js" */
/** @import {Desk} from "./desk.js" */

/**
 * @typedef {object} ReaderOptions
 * @property {(url: URL, doc: Document) => Adapter | null} adapterFor
 * @property {string} [connect]  what to say on a selection while there is no server
 *
 * @typedef {object} Reader
 * @property {() => Array<{key: string, title: string}>} papers  those that the page shows
 * @property {() => void} stop
 */

/**
 * @param {ReaderOptions} options
 * @returns {Reader}
 */
export function startReader({ adapterFor, connect = "Connect Postil to a server in its options." }) {
  const doc = document;
  const margin = createMargin();
  /** @type {Status | null} */
  let status = null;
  /** @type {Adapter | null} */
  let adapter = null;
  /** @type {Desk | null} */
  let desk = null;
  let stopDesk = () => {};
  let visits = 0;

  const open = () => {
    desk ??= createDesk(doc, margin, { status: () => /** @type {Status} */ (status), choose: (group) => void choose(group), connect });
    stopDesk = watchLayout(desk);
    return desk;
  };
  const leave = () => {
    visits += 1;
    stopDesk();
    stopDesk = () => {};
    desk?.remove();
    desk = null;
    margin.setPapers([], []);
  };

  const visit = async () => {
    visits += 1;
    const mine = visits;
    adapter = adapterFor(new URL(location.href), doc);
    if (!adapter || !status || status.paused.includes(location.hostname)) return leave();
    const island = adapter.island(doc);
    if (island) await quiet(island);
    if (mine !== visits || !adapter) return;
    const at = desk ?? open();
    const keys = margin.setPapers(adapter.papers(doc), [doc]);
    at.paint();
    await load(at, keys);
  };
  const load = async (/** @type {Desk} */ at, /** @type {string[]} */ keys) => {
    if (!status?.paired) return at.host.settled(true);
    at.host.settled(false);
    try {
      const cached = await ask("notes", { papers: keys });
      at.know(idsOf(cached));
      take(at, cached, keys);
      const before = at.writes();
      const fresh = await ask("refresh", { papers: keys });
      status = await ask("status", undefined);
      take(at, before === at.writes() ? fresh : await ask("notes", { papers: keys }), keys);
    } catch {
      // Nobody answers: what is painted stays, and the next action says why.
    }
    at.host.settled(true);
  };
  const take = (/** @type {Desk} */ at, /** @type {Notes} */ answer, /** @type {string[]} */ keys) => {
    margin.setNotes(answer, keys);
    if (at === desk) at.paint();
  };
  const choose = async (/** @type {string} */ group) => {
    status = await ask("destination", { group });
    desk?.paint();
  };

  const rescan = (/** @type {Node[]} */ touched) => {
    if (!desk) return;
    desk.reassert();
    if (!adapter || !touched.some((node) => concerns(adapter, node))) return desk.layout();
    const keys = margin.setPapers(adapter.papers(doc), touched);
    desk.paint();
    if (keys.length) void load(desk, keys);
  };
  const heard = async (/** @type {import("../shared/messages.js").Push} */ push) => {
    const before = status;
    status = push.status;
    if (!before || !desk || status.paused.includes(location.hostname)) return visit();
    if (before.paired !== status.paired || before.server !== status.server || before.user?.id !== status.user?.id) {
      margin.forget();
      desk.paint();
      return load(desk, margin.keys());
    }
    const keys = push.papers ? margin.keys().filter((key) => push.papers?.includes(key)) : margin.keys();
    if (!keys.length || !status.paired) return desk.paint();
    take(desk, await ask("notes", { papers: keys }), keys);
  };

  const stopPage = watchPage(doc, () => desk?.host.element ?? null, {
    mutated: rescan,
    navigated() {
      desk?.closeToolbar();
      void visit();
    },
    shown: () => desk?.reassert(),
    themed: () => desk?.paint(),
  });
  const stopPush = onPush((push) => void heard(push).catch(() => {}));
  void begin();

  async function begin() {
    try {
      status = await ask("status", undefined);
      await visit();
    } catch {
      // No far end: this page is left as it is.
    }
  }

  return {
    papers: () => margin.shown().map((shown) => ({ key: shown.paper.key, title: margin.title(shown) })),
    stop() {
      stopPage();
      stopPush();
      leave();
    },
  };

  /** @param {Adapter | null} of @param {Node} node */
  function concerns(of, node) {
    const scope = of?.island(doc) ?? doc.body;
    return scope.contains(node) || node.contains(scope);
  }
}

/** @param {Notes} notes */
function idsOf(notes) {
  return Object.values(notes.papers).flatMap((list) => list.map((note) => note.id));
}

/** @param {Desk} desk */
function watchLayout(desk) {
  let frame = 0;
  let moved = false;
  const run = () => {
    frame = 0;
    if (moved) desk.layout();
    else desk.scrolled();
    moved = false;
  };
  const soon = (/** @type {boolean} */ all) => {
    moved ||= all;
    frame ||= requestAnimationFrame(run);
  };
  const scrolled = (/** @type {Event} */ event) => soon(event.target !== document);
  const resized = () => soon(true);
  const size = new ResizeObserver(resized);
  size.observe(document.documentElement);
  if (document.body) size.observe(document.body);
  document.addEventListener("scroll", scrolled, { capture: true, passive: true });
  window.addEventListener("resize", resized);
  return () => {
    cancelAnimationFrame(frame);
    size.disconnect();
    document.removeEventListener("scroll", scrolled, { capture: true });
    window.removeEventListener("resize", resized);
  };
}
