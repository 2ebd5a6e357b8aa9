// Everything of ours that a reader sees on a page, and what each part does when it is used.
import { createAttaching } from "./attaching.js";
import { createBadges } from "./badges.js";
import { Card } from "./card.js";
import { endSelectionAt, selectedRange } from "./chosen.js";
import { createDrafts } from "./drafts.js";
import { createHatch } from "./hatch.js";
import { caretAt, marksAt } from "./hit.js";
import { createHost } from "./host.js";
import { COLOURS, createPainter, schemeOf } from "./painter.js";
import { watchHand } from "./pointer.js";
import { readMark, readSelection } from "./selection.js";
import { destination } from "./save-to.js";
import { createSheet, opens } from "./sheet.js";
import { membersOf, threadsIn } from "./threads.js";
import { createToolbar } from "./toolbar.js";
import { createUndo } from "./undo.js";
import { boxOf, boxesOfMark, markView, newView, paperView } from "./views.js";
import { farEndLine, problemLine, refusal } from "./words.js";
import { createWriter } from "./writer.js";

/** @import {Note, PaperOnPage, Status, Unfinished} from "../shared/types.js" */
/** @import {View} from "./card-view.js" */
/** @import {Margin, Placed, Shown} from "./margin.js" */
/** @import {Mark} from "./painter.js" */
/** @import {Picked, Reading} from "./selection.js" */

/**
 * @typedef {object} DeskEvents
 * @property {() => Status} status
 * @property {(group: string) => void} choose
 * @property {(group: string, muted: boolean) => void} mute
 * @property {(paper: string) => void} opened  the list of a paper's notes, or its abstract
 * @property {(paper: string) => void} looked  at all of a paper's notes
 * @property {string} connect  what to say while there is nowhere to save to
 */

export class Desk {
  /** Notes that were looked at here. @type {Set<string>} */
  #known = new Set();
  /** The selection whose toolbar was sent away. */
  #dismissed = "";

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
    this.painter = createPainter(this.host);
    this.hatch = createHatch(this.host.layer("hatch-layer"));
    this.writer = createWriter(margin, { status: events.status, say: this.host.say, written: () => this.paint() });
    this.badges = createBadges(this.host, {
      stateOf: (shown) => badgeState(margin, shown, this.#known, events.status()),
      open: (shown, badge) => this.#open(paperView(shown, badge)),
      openAbstract: ({ paper }) => this.#openAbstract(paper),
    });
    this.sheet = createSheet(this.host, margin, { changed: () => this.paint(), scrolled: () => this.layout() });
    this.drafts = createDrafts(window, (draft, reason) => this.card.notKept(draft, reason));
    this.card = new Card(this.host, this.drafts, this.#cardEvents());
    this.undo = createUndo(this.host, this.writer.bringBack);
    this.attaching = createAttaching(this.host);
    this.toolbar = createToolbar(this.host, this.#toolbarEvents());
    this.stopHand = watchHand(doc, this.host, this.#handEvents());
  }

  paint() {
    const { margin, host } = this;
    const status = this.events.status();
    this.sheet.follow();
    const marks = status.paired && !status.hidden ? margin.placed().flatMap((placed) => markOf(margin, placed)) : [];
    dress(margin, host.scheme);
    this.painter.paint(marks);
    this.hatch.draw(this.sheet.hatch(marks.filter((mark) => mark.changed)));
    this.badges.draw(status.paired ? margin.shown() : []);
    this.card.redraw();
    this.toolbar.redraw();
    host.ready(marks.length);
  }

  /** A page may clear the registry of highlights, or throw out what it does not know. */
  reassert() {
    this.host.hold();
    this.painter.reassert();
  }

  /** The page has changed here. @param {Node[]} touched */
  touched(touched) {
    this.reassert();
    this.badges.forget(touched);
  }

  layout() {
    this.badges.place();
    this.hatch.place();
    this.sheet.place();
    this.toolbar.place();
    this.card.place();
  }

  scrolled() {
    this.badges.scrolled();
    this.toolbar.place();
  }

  remove() {
    this.stopHand();
    this.drafts.stop();
    this.badges.remove();
    this.painter.clear();
    this.host.remove();
  }

  /** @returns {import("./card.js").CardEvents} */
  #cardEvents() {
    return {
      status: this.events.status,
      people: this.margin.people,
      title: (paper) => this.#titleOf(paper),
      goOn: (one) => this.goOn(one),
      threads: (view) => this.#threads(view),
      create: async (...note) => {
        this.undo.pass();
        await this.#deselectAfter(() => this.writer.create(...note));
      },
      edit: this.writer.edit,
      reply: this.writer.reply,
      move: this.writer.move,
      mute: this.events.mute,
      remove: async (note) => {
        await this.writer.remove(note);
        this.undo.offer(note);
      },
      show: (note) => this.#show(note),
      compare: this.margin.compared,
      confirm: async (placed) => {
        const reading = readMark(this.margin, placed);
        if (!reading?.picked) throw new Error(refusal(reading?.refused ?? ""));
        await this.writer.confirm(placed.note, reading.picked);
      },
      reattach: ({ note }) => {
        this.undo.pass();
        this.attaching.begin(note);
      },
      opens,
      openAbstract: (paper) => this.#openAbstract(paper),
      choose: this.events.choose,
      sketch: (picked) => this.painter.sketch(picked?.range ?? null, picked?.root),
    };
  }

  /** @returns {import("./toolbar.js").ToolbarEvents} */
  #toolbarEvents() {
    return {
      status: this.events.status,
      attaching: () => this.attaching.note() !== null,
      sight: (node) => this.sheet.sight(node),
      highlight: (picked) => void this.#highlight(picked),
      note: (picked) => this.#open({ kind: "new", paper: picked.paper, ids: [], picked, at: () => boxOf(picked.range) }),
      choose: this.events.choose,
    };
  }

  /** @returns {import("./pointer.js").HandEvents} */
  #handEvents() {
    return {
      selected: () => this.#selected(),
      clicked: (x, y) => {
        const found = marksAt(this.margin, this.doc, this.host.root, x, y);
        if (found && !this.events.status().hidden) this.#open(markView(this.margin, found.shown, found.hits));
      },
      pressed: (onPage) => {
        this.#dismissed = "";
        this.toolbar.close();
        this.card.leave();
        // Unsaved words about the abstract keep it open with their card.
        if (onPage && !this.card.view) this.sheet.close();
      },
      nothingSelected: () => this.#selection() === null,
      strayed: (x, y) => {
        const { text, nearest } = this.sheet;
        const spot = nearest(x, y);
        if (spot) endSelectionAt(this.doc, this.host.root, text(), caretAt(this.doc, this.host.root, spot.x, spot.y));
      },
      key: (key) => (key === "Escape" ? this.#escape() : this.#verb(key)),
    };
  }

  #selection() {
    return selectedRange(this.doc, this.host.root);
  }

  #selected() {
    const selection = this.#selection();
    const reading = readSelection(this.margin, selection);
    if (!reading || !selection) return this.toolbar.close();
    if (nameOf(selection) === this.#dismissed) return;
    this.#dismissed = "";
    this.toolbar.open(offerOf(reading, this.events, this.attaching), reading.picked?.range ?? fixed(selection));
  }

  /** @returns {boolean} whether the key was for us */
  #escape() {
    if (this.toolbar.isOpen()) {
      this.#dismissed = nameOf(this.#selection());
      this.toolbar.close();
      return true;
    }
    // Inside the card the key is the card's own.
    if (this.card.hasFocus()) return false;
    const open = [this.card.view && this.card, this.sheet.isOpen() && this.sheet, this.attaching.note() && this.attaching].find(Boolean);
    if (open) open.close();
    return Boolean(open);
  }

  /** @param {string} key */
  #verb(key) {
    const verb = { h: /** @type {const} */ ("highlight"), n: /** @type {const} */ ("note") }[key.toLowerCase()];
    return verb ? this.toolbar.act(verb) : false;
  }

  /** @param {View} view */
  #open(view) {
    this.undo.pass();
    this.toolbar.close();
    this.card.open(view);
    this.#know(view);
    if (view.kind === "paper") this.events.opened(view.paper.key);
  }

  /** What is shown in an open card is nothing new. @param {View} view */
  #know(view) {
    const isFresh = (/** @type {Placed} */ { note }) => note.fresh && !this.#known.has(note.id);
    const fresh = membersOf(this.#threads(view)).filter(isFresh);
    if (!fresh.length) return;
    for (const { note } of fresh) this.#known.add(note.id);
    if (!this.margin.of(view.paper.key)?.placed.some(isFresh)) this.events.looked(view.paper.key);
    this.paint();
  }

  /** @param {View} view */
  #threads(view) {
    return threadsIn(this.margin.of(view.paper.key)?.placed ?? [], view);
  }

  /** @param {Picked} picked */
  async #highlight(picked) {
    this.undo.pass();
    try {
      const note = this.attaching.note();
      if (this.attaching.refuses(picked.paper)) throw new Error(refusal("another paper"));
      await this.#deselectAfter(() => (note ? this.writer.reattach(note, picked) : this.writer.create(picked.paper, picked, "", [])));
      this.attaching.close();
    } catch (reason) {
      this.toolbar.open({ picked: null, line: farEndLine(reason) }, picked.range);
    }
  }

  /**
   * A write takes a moment. What was selected meanwhile is the reader's next thought, and stays.
   * @param {() => Promise<void>} write
   */
  async #deselectAfter(write) {
    const before = nameOf(this.#selection());
    await write();
    if (nameOf(this.#selection()) === before) this.doc.getSelection()?.removeAllRanges();
  }

  /** @param {PaperOnPage} paper */
  #openAbstract(paper) {
    if (!opens(paper)) return;
    this.undo.pass();
    this.toolbar.close();
    this.card.leave();
    this.sheet.open(paper);
    this.events.opened(paper.key);
  }

  /** @param {PaperOnPage} paper */
  #titleOf(paper) {
    const shown = this.margin.of(paper.key);
    return shown ? this.margin.title(shown) : "";
  }

  /** Opens what was left unfinished; an edit or answer of a note that is gone goes on as a note of its own. @param {Unfinished} one */
  goOn(one) {
    const { margin } = this;
    const paper = margin.of(one.paper)?.paper;
    if (!paper) return;
    this.undo.pass();
    this.toolbar.close();
    const [note, parent] = [one.note, one.parent].map((id) => (id ? margin.find(id) : null));
    const written = note ?? parent;
    if (!boxesOfMark((written ?? margin.locate(one.paper, one))?.range ?? null).length && (written ? written.note.field : one.field) === "abstract") this.#openAbstract(paper);
    const shown = /** @type {Shown} */ (margin.of(one.paper));
    const found = margin.locate(one.paper, one);
    found?.range?.startContainer.parentElement?.scrollIntoView({ block: "center" });
    const view = written?.range ? markView(margin, shown, [written]) : written ? paperView(shown, paper.card) : newView(paper, one, found);
    this.card.resume(view, note?.note ?? null, parent?.note ?? null, one);
  }

  /** @param {Note} note */
  #show(note) {
    const paper = this.margin.of(note.paper)?.paper;
    if (paper && !boxesOfMark(this.margin.find(note.id)?.range ?? null).length) this.#openAbstract(paper);
    const placed = this.margin.find(note.id);
    const shown = this.margin.of(note.paper);
    if (!placed?.range || !shown) return;
    placed.range.startContainer.parentElement?.scrollIntoView({ block: "center" });
    this.#open(markView(this.margin, shown, [placed]));
  }
}

/**
 * @param {Margin} margin
 * @param {Placed} placed
 * @returns {Mark[]}
 */
function markOf(margin, { note, range, result, field }) {
  if (!range || !field) return [];
  const colour = margin.label(note)?.colour ?? note.label ?? "";
  return [{ range, field, colour: COLOURS.includes(colour) ? colour : COLOURS[0], changed: result === "changed", mine: note.mine }];
}

/**
 * @param {Margin} margin
 * @param {(scheme: "light" | "dark") => void} wear
 */
function dress(margin, wear) {
  // Not by a title: it may be a link, which has a colour of its own.
  const paper = margin.shown()[0]?.paper;
  wear(schemeOf(paper?.fields.abstract ?? paper?.card ?? document.body));
}

/**
 * @param {Margin} margin
 * @param {Shown} shown
 * @param {Set<string>} known
 * @param {Status} status
 */
function badgeState(margin, shown, known, status) {
  const notes = shown.placed.map(({ note }) => note);
  return {
    title: margin.title(shown),
    count: notes.length,
    fresh: notes.filter((note) => note.fresh && !known.has(note.id)).length,
    unasked: status.lookup === "badge",
    waiting: notes.some((note) => note.pending !== null || note.failed !== null),
    problem: problemLine(status),
  };
}

/** @param {AbstractRange} range */
function fixed({ startContainer, startOffset, endContainer, endOffset }) {
  return new StaticRange({ startContainer, startOffset, endContainer, endOffset });
}

/** @param {Range | null} range  the same for the same words, in the same place */
const nameOf = (range) => (range ? `${range.startOffset} ${range.endOffset} ${range.toString()}` : "");

/**
 * @param {Reading} reading
 * @param {DeskEvents} events
 * @param {import("./attaching.js").Attaching} attaching
 * @returns {import("./toolbar.js").Offer}
 */
function offerOf(reading, events, attaching) {
  const status = events.status();
  if (reading.picked && attaching.refuses(reading.picked.paper)) return { picked: null, line: refusal("another paper") };
  if (!status.paired || !destination(status)) return { picked: null, line: status.problem?.message ?? events.connect };
  return reading.picked ? { picked: reading.picked, line: null } : { picked: null, line: refusal(reading.refused) };
}
