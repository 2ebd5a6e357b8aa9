// What of ours stands on a page from the beginning: a badge for each paper, and the way in by keyboard. All that a reader works with, the
// tools, is fetched when there is a first note, or somebody does something here: most pages that are opened never need it.
import { badgeState } from "./badge-state.js";
import { createBadges } from "./badges.js";
import { createHost } from "./host.js";
import { schemeOf } from "./scheme.js";
import { awaitStir } from "./stir.js";
import { createWayIn } from "./way-in.js";
import { farEndLine } from "./words.js";

/** @import {Status} from "../shared/types.js" */
/** @import {Margin} from "./margin.js" */
/** @import {Sign} from "./stir.js" */
/** @import {Tools} from "./tools.js" */

/**
 * @typedef {object} DeskEvents
 * @property {() => Status} status
 * @property {(group: string) => void} choose
 * @property {(group: string, muted: boolean) => void} mute
 * @property {(paper: string) => void} opened  the list of a paper's notes, or its abstract
 * @property {(paper: string) => void} looked  at all of a paper's notes
 * @property {() => Promise<typeof Tools>} tools  fetches them
 * @property {string} connect  what to say while there is nowhere to save to
 */

export class Desk {
  /** Notes that were looked at here. @type {Set<string>} */
  known = new Set();
  /** @type {Tools | null} */
  tools = null;
  /** @type {Promise<Tools> | null} */
  #equipping = null;
  /** The last one, while they are fetched. @type {Sign | undefined} */
  #sign;
  #isGone = false;
  #stopWaiting = () => {};

  /**
   * @param {Document} doc
   * @param {Margin} margin
   * @param {DeskEvents} events
   */
  constructor(doc, margin, events) {
    this.doc = doc;
    this.margin = margin;
    this.events = events;
    this.host = createHost(doc);
    const keys = () => events.status().keys;
    this.badges = createBadges(this.host, {
      keys,
      stateOf: (shown) => badgeState(margin, shown, this.known, events.status()),
      open: (shown, badge) => void this.#use((tools) => tools.openPaper(shown, badge)),
      openAbstract: ({ paper }) => void this.#use((tools) => tools.openAbstract(paper)),
      walk: ({ paper }) => void this.#use((tools) => tools.walk.enter(paper)),
    });
    this.wayIn = createWayIn(this.host, {
      keys,
      isOpen: () => margin.shown().length > 0 && !this.tools?.walk.isOn(),
      enter: () => void this.#use((tools) => tools.walk.enter(null)),
    });
    this.#wait();
  }

  /** Where they cannot be had now, the next sign asks for them again. */
  #wait() {
    this.#stopWaiting = awaitStir(this.doc, (sign) => void this.equip(sign).catch(() => this.#isGone || this.#wait()));
  }

  /**
   * Rejects where they cannot be had: the extension was updated meanwhile, say.
   * @param {Sign} [sign]
   * @returns {Promise<Tools>}
   */
  equip(sign) {
    this.#sign = sign ?? this.#sign;
    this.#equipping ??= this.#equipped();
    this.#equipping.catch(() => (this.#equipping = null));
    return this.#equipping;
  }

  async #equipped() {
    const Made = await this.events.tools();
    if (this.#isGone) throw new Error("the page is left");
    this.#stopWaiting();
    this.tools = new Made(this, this.#sign);
    this.paint();
    return this.tools;
  }

  /** @param {(tools: Tools) => void} work */
  async #use(work) {
    try {
      work(this.tools ?? (await this.equip()));
    } catch (reason) {
      this.host.say(farEndLine(reason));
    }
  }

  paint() {
    if (this.#isGone) return; // what was asked for here is answered later
    const { margin, host } = this;
    // Not by a title: it may be a link, which has a colour of its own.
    const paper = margin.shown()[0]?.paper;
    host.scheme(schemeOf(paper?.fields.abstract ?? paper?.card ?? document.body));
    const painted = this.tools?.paint() ?? 0;
    this.badges.draw(this.events.status().paired ? margin.shown() : []);
    this.wayIn.draw();
    host.ready(painted);
  }

  /** A page may clear the registry of highlights, or throw out what it does not know. */
  reassert() {
    if (this.#isGone) return;
    this.host.hold();
    this.tools?.painter.reassert();
  }

  /** The page has changed here. @param {Node[]} touched */
  touched(touched) {
    this.reassert();
    this.badges.forget(touched);
  }

  layout() {
    if (this.#isGone) return;
    this.badges.place();
    this.tools?.layout();
  }

  scrolled() {
    this.badges.scrolled();
    this.tools?.toolbar.place();
  }

  remove() {
    this.#isGone = true;
    this.#stopWaiting();
    this.tools?.remove();
    this.wayIn.remove();
    this.badges.remove();
    this.host.remove();
  }
}
