// The life of Postil on one page: its papers are found, their notes asked for and painted, and kept right while the page changes.
import { ask, onPush } from "../shared/messages.js";
import { phrase } from "../shared/phrase.js";
import { toggled } from "../shared/switches.js";
import { Desk } from "./desk.js";
import { createMargin } from "./margin.js";
import { createNews } from "./news.js";
import { keepPulse } from "./pulse.js";
import { quiet, watchPage } from "./watch.js";
import { farEndLine } from "./words.js";

/** @import {Adapter, Notes, Status} from "../shared/types.js" */

/**
 * @typedef {object} ReaderOptions
 * @property {(url: URL, doc: Document) => Adapter | null} adapterFor
 * @property {() => Promise<typeof import("./tools.js").Tools>} tools  fetches what a reader works with
 * @property {string} [connect]  what to say on a selection while there is nowhere to save to
 * @property {() => Promise<boolean>} [isOn]  whether this site is still switched on
 */

/**
 * Reads this page and the ones that it turns into. The transport is set by the entry module, before.
 * @param {ReaderOptions} options
 */
export function startReader(options) {
  const reader = new Reader(document, options);
  void reader.begin();
  return reader;
}

class Reader {
  #margin = createMargin();
  /** @type {Status | null} */
  #status = null;
  /** @type {Adapter | null} */
  #adapter = null;
  /** @type {Desk | null} */
  #desk = null;
  #tell = createNews((text) => this.#desk?.host.say(text));
  #visits = 0;
  /** Notes came, and the tools to show them with did not. */
  #isBehind = false;
  #stopLayout = () => {};
  #wasRead = () => {};
  #read = new Promise((/** @type {(value?: unknown) => void} */ resolve) => void (this.#wasRead = resolve));
  /** @type {Array<() => void>} */
  #stops = [];

  /**
   * @param {Document} doc
   * @param {ReaderOptions} options
   */
  constructor(doc, { adapterFor, tools, connect = phrase("connect_in_options"), isOn = async () => true }) {
    this.doc = doc;
    this.adapterFor = adapterFor;
    this.tools = tools;
    this.connect = connect;
    this.isOn = isOn;
  }

  async begin() {
    if (this.#stops.length) return;
    const stops = [
      onPush((push) => void this.#heard(push).catch(() => {})),
      keepPulse(this.doc, () => this.#lookAround()),
      watchPage(this.doc, () => this.#desk?.host.element ?? null, {
        mutating: (touched) => {
          this.#margin.release(touched);
          this.#desk?.tools?.painter.release(touched);
        },
        mutated: (touched) => this.#rescan(touched),
        navigated: () => {
          this.#desk?.tools?.toolbar.close();
          void this.#visit();
        },
        shown: () => this.#desk?.reassert(),
        returned: () => void this.#returned().catch(() => {}),
        themed: () => this.#desk?.paint(),
      }),
    ];
    this.#stops = stops;
    try {
      const status = await ask("status", undefined);
      if (stops !== this.#stops) return; // switched off meanwhile
      this.#know(status);
      await this.#visit();
    } catch {
      this.#wasRead(); // no far end: this page is left as it is
    }
  }

  /** Those that the page shows, once it was read. */
  async papers() {
    if (!this.#stops.length) throw new Error(phrase("switched_off"));
    await this.#read;
    return this.#margin.shown().map((shown) => ({ key: shown.paper.key, title: this.#margin.title(shown) }));
  }

  async report() {
    const { reportOf } = await this.tools();
    return reportOf(this.#adapter, this.#margin, this.doc);
  }

  stop() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#leave();
  }

  /** @param {Status} status @returns {boolean}  whether it is another account's, and nothing of the last one's is left */
  #know(status) {
    const before = this.#status;
    if (before) this.#tell(before, status);
    this.#status = status;
    this.#margin.mute(status.muted);
    if (!before || !isOther(before, status)) return false;
    this.#desk?.tools?.card.close(); // what is being written is another's, and is kept for them
    this.#desk?.tools?.drafts.forget();
    this.#margin.forget();
    this.#desk?.paint();
    return true;
  }

  /** What others wrote meanwhile comes back as a push. */
  async #lookAround() {
    if (!this.#desk || !this.#status?.paired) return;
    if (this.#isBehind) await this.#load(this.#desk, this.#margin.keys());
    else await ask("catch-up", undefined);
  }

  async #visit() {
    this.#visits += 1;
    const visit = this.#visits;
    this.#adapter = this.adapterFor(new URL(location.href), this.doc);
    if (!this.#adapter || this.#isPaused()) return this.#leave();
    const island = this.#adapter.island(this.doc);
    if (island) await quiet(island);
    if (visit !== this.#visits || !this.#adapter) return;
    const desk = this.#open();
    const keys = this.#margin.setPapers(this.#adapter.papers(this.doc), []);
    desk.paint();
    this.#wasRead();
    await this.#load(desk, keys);
  }

  #isPaused() {
    return !this.#status || this.#status.paused.includes(location.hostname);
  }

  #open() {
    if (this.#desk) return this.#desk;
    this.#desk = new Desk(this.doc, this.#margin, {
      status: () => /** @type {Status} */ (this.#status),
      choose: (group) => void this.#switch(() => ask("destination", { group }), () => ({ destination: group })),
      mute: (group, muted) => void this.#switch(() => ask("mute-group", { group, muted }), (before) => ({ muted: toggled(before.muted, group, muted) })),
      opened: (paper) => void this.#opened(paper),
      looked: (paper) => void ask("looked", { papers: [paper] }).catch(() => {}),
      tools: this.tools,
      connect: this.connect,
    });
    this.#stopLayout = watchLayout(this.#desk);
    return this.#desk;
  }

  #leave() {
    this.#wasRead();
    this.#visits += 1;
    this.#stopLayout();
    this.#desk?.remove();
    this.#desk = null;
    this.#margin.setPapers([], []);
  }

  /**
   * What is kept here is painted before the server is asked.
   * @param {Desk} desk
   * @param {string[]} papers
   * @param {boolean} [asked]  for by the reader, not by the page's being open
   * @returns {Promise<void>}
   */
  async #load(desk, papers, asked = false) {
    if (!this.#status?.paired) return desk.host.settled(true);
    desk.host.settled(false);
    try {
      const kept = await ask("notes", { papers });
      await this.#take(desk, kept, papers);
      const writes = () => desk.tools?.writer.writes() ?? 0;
      const before = writes();
      const answer = await ask("refresh", { papers, asked });
      if (this.#know(answer.status)) return this.#load(desk, this.#margin.keys());
      // What was written meanwhile is not in an answer that was asked for before.
      await this.#take(desk, before === writes() ? answer : await ask("notes", { papers }), papers);
    } catch {
      // Nobody answers: what is painted stays, and the next action says why.
    }
    desk.host.settled(true);
  }

  /**
   * @param {Desk} desk
   * @param {Notes} answer
   * @param {string[]} papers
   */
  async #take(desk, answer, papers) {
    const isBare = !answer.unfinished.length && papers.every((paper) => !answer.papers[paper]?.length);
    if (!isBare) {
      this.#isBehind = true;
      await desk.equip();
    }
    if (desk !== this.#desk) return;
    this.#isBehind = false;
    this.#margin.setNotes(answer, papers);
    desk.tools?.drafts.know(answer.unfinished, papers);
    desk.paint();
    void this.#goOn(desk).catch(() => {});
  }

  /** Somebody asked, in the popup or in the options, for what was left unfinished here. @param {Desk} desk */
  async #goOn(desk) {
    const { tools } = desk;
    const papers = [...new Set(tools?.drafts.of().map(({ paper }) => paper))];
    if (!tools || !papers.length || this.doc.visibilityState !== "visible") return;
    const { draft } = await ask("draft-claim", { papers });
    if (draft && desk === this.#desk) tools.goOn(draft);
  }

  /** Where the server is not asked about whole listings, it is asked now. @param {string} paper */
  async #opened(paper) {
    if (this.#desk && this.#status?.lookup === "badge") await this.#load(this.#desk, [paper], true);
  }

  /**
   * A switch stands where the reader put it from the first moment: what is painted meanwhile would set it back.
   * @param {() => Promise<Status>} change @param {(before: Status) => Partial<Status>} hoped
   */
  async #switch(change, hoped) {
    const before = /** @type {Status} */ (this.#status);
    this.#know({ ...before, ...hoped(before) });
    try {
      this.#know(await change());
    } catch (reason) {
      this.#know(before);
      this.#desk?.host.say(farEndLine(reason));
    }
    this.#desk?.paint();
  }

  /** @param {Node[]} touched */
  #rescan(touched) {
    const desk = this.#desk;
    if (!desk || !this.#adapter) return;
    desk.touched(touched);
    const scope = this.#adapter.island(this.doc) ?? this.doc.body;
    if (!touched.some((node) => scope.contains(node) || node.contains(scope))) return desk.layout();
    const keys = this.#margin.setPapers(this.#adapter.papers(this.doc), touched);
    desk.paint();
    if (keys.length) void this.#load(desk, keys);
  }

  async #returned() {
    if (!(await this.isOn())) return this.stop();
    await this.#heard({ push: "changed", papers: null, status: await ask("status", undefined) });
    await this.#lookAround(); // behind a cookie another user may have signed in meanwhile
  }

  /** @param {import("../shared/messages.js").Push} push */
  async #heard(push) {
    const isFirst = !this.#status;
    const desk = this.#desk;
    const isAnothers = this.#know(push.status);
    if (isFirst || !desk || this.#isPaused()) return this.#visit();
    if (isAnothers) return this.#load(desk, this.#margin.keys());
    const papers = this.#margin.keys().filter((key) => push.papers === null || push.papers.includes(key));
    if (!papers.length || !push.status.paired) return desk.paint();
    await this.#take(desk, await ask("notes", { papers }), papers);
  }
}

/**
 * @param {Status} before
 * @param {Status} now
 */
function isOther(before, now) {
  return before.paired !== now.paired || before.server !== now.server || before.user?.id !== now.user?.id;
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
  const boxes = [document.documentElement, document.body].filter(Boolean);
  const sizes = () => boxes.map((box) => box.getBoundingClientRect()).map(({ width, height }) => `${width} ${height}`).join();
  let known = "";
  // It tells first what was there already; to ask for that here would have the page laid out once more.
  const size = new ResizeObserver(() => {
    const now = sizes();
    if (known && now !== known) resized();
    known = now;
  });
  for (const box of boxes) size.observe(box);
  document.addEventListener("scroll", scrolled, { capture: true, passive: true });
  window.addEventListener("resize", resized);
  return () => {
    cancelAnimationFrame(frame);
    size.disconnect();
    document.removeEventListener("scroll", scrolled, { capture: true });
    window.removeEventListener("resize", resized);
  };
}
