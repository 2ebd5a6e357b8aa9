/// <reference path="../ui/css.d.ts" />
// All that a reader works with on a page, and what each part does when it is used.
import { actionOf } from "../shared/keys.js";
import { phrase } from "../shared/phrase.js";
import { createAttaching } from "./attaching.js";
import { Card } from "./card.js";
import { endSelectionAt, selectedRange } from "./chosen.js";
import { createDrafts } from "./drafts.js";
import { createHatch } from "./hatch.js";
import { caretAt, marksAt } from "./hit.js";
import { markOf } from "./mark-of.js";
import { offerOf } from "./offer.js";
import { createPainter } from "./painter.js";
import { liveRange, placing } from "./placing.js";
import { watchHand } from "./pointer.js";
import { reportOf } from "./report.js";
import { reveal } from "./reveal.js";
import { readMark, readSelection } from "./selection.js";
import { createSheet, opens } from "./sheet.js";
import { membersOf, threadsIn } from "./threads.js";
import { createToolbar } from "./toolbar.js";
import look from "./tools.css";
import { createUndo } from "./undo.js";
import { beside, boxesOfMark, markView, newView, paperView, resumedView } from "./views.js";
import { createWalk } from "./walk.js";
import { farEndLine, refusal } from "./words.js";
import { createWriter } from "./writer.js";

/** @import {Note, PaperOnPage, Unfinished} from "../shared/types.js" */
/** @import {View} from "./card-view.js" */
/** @import {Desk} from "./desk.js" */
/** @import {Placed, Shown} from "./margin.js" */
/** @import {Picked, Reading} from "./selection.js" */
/** @import {Sign} from "./stir.js" */

export class Tools {
  static reportOf = reportOf;

  /** The selection whose toolbar was sent away. */
  #dismissed = "";

  /**
   * @param {Desk} desk
   * @param {Sign} [sign]  on which they came, while the hand may still be at it
   */
  constructor(desk, sign) {
    const { doc, host, margin, events } = desk;
    this.desk = desk;
    this.doc = doc;
    this.host = host;
    this.margin = margin;
    this.events = events;
    host.wear(look);
    margin.placeBy(placing);
    this.painter = createPainter(host);
    this.hatch = createHatch(host.layer("hatch-layer"));
    this.writer = createWriter(margin, { status: events.status, say: host.say, written: () => desk.paint() });
    this.sheet = createSheet(host, margin, { changed: () => desk.paint(), scrolled: () => desk.layout() });
    this.drafts = createDrafts(window, (draft, reason) => this.card.notKept(draft, reason));
    this.walk = createWalk(doc, host, margin, this.#walkEvents());
    this.card = new Card(host, this.drafts, this.#cardEvents());
    this.undo = createUndo(host, this.writer.bringBack);
    this.attaching = createAttaching(host);
    this.toolbar = createToolbar(host, this.#toolbarEvents());
    this.hand = watchHand(doc, host, this.#handEvents(), sign);
  }

  /** @returns {number}  marks that are painted */
  paint() {
    const { margin } = this;
    const { paired, hidden } = this.events.status();
    this.sheet.follow();
    const marks = paired && !hidden ? margin.placed().flatMap((placed) => markOf(margin, placed)) : [];
    this.painter.paint(marks);
    this.hatch.draw(this.sheet.hatch(marks.filter((mark) => mark.changed)));
    this.card.redraw();
    this.toolbar.redraw();
    this.walk.draw();
    return marks.length;
  }

  layout() {
    this.hatch.place();
    this.sheet.place();
    this.walk.place();
    this.toolbar.place();
    this.card.place();
  }

  remove() {
    this.hand.stop();
    this.walk.remove();
    this.drafts.stop();
    this.painter.clear();
  }

  /** All notes of a paper, beside its badge. @param {Shown} shown @param {Element} badge */
  openPaper(shown, badge) {
    this.#open(paperView(shown, beside(badge)));
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
      openAbstract: (paper) => void this.openAbstract(paper),
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
      note: (picked) => this.#open(newView(picked.paper, picked)),
      choose: this.events.choose,
    };
  }

  /** @returns {import("./walk.js").WalkEvents} */
  #walkEvents() {
    return {
      status: this.events.status,
      selection: () => this.#selection(),
      sight: (node) => this.sheet.sight(node),
      attaching: () => this.attaching.note() !== null,
      mark: (verb, range) => this.#mark(verb, range),
      open: (shown, notes, at) => this.#open(notes.length ? markView(this.margin, shown, notes) : paperView(shown, at)),
      openAbstract: (paper) => this.openAbstract(paper),
      choose: this.events.choose,
      moved: () => this.toolbar.close(),
      turned: () => this.desk.wayIn.draw(),
    };
  }

  /** @returns {import("./pointer.js").HandEvents} */
  #handEvents() {
    return {
      selected: (byTouch) => this.#selected(byTouch),
      clicked: (x, y) => {
        const found = marksAt(this.margin, this.doc, this.host.root, x, y);
        if (found && !this.events.status().hidden) this.#open(markView(this.margin, found.shown, found.hits));
      },
      pressed: (onPage) => {
        this.#dismissed = "";
        this.toolbar.close();
        this.walk.leave(true);
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
      key: (event, isInUs) => (event.key === "Escape" ? this.#escape() : this.#act(event, isInUs)),
    };
  }

  #selection() {
    return selectedRange(this.doc, this.host.root);
  }

  /** @param {boolean} byTouch */
  #selected(byTouch) {
    const selection = this.#selection();
    const reading = readSelection(this.margin, selection);
    if (!reading || !selection) return this.toolbar.close();
    if (nameOf(selection) === this.#dismissed) return;
    this.#dismissed = "";
    this.toolbar.open(this.#offer(reading), reading.picked?.range ?? fixed(selection), byTouch);
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
    else if (this.walk.isOn()) this.walk.escape();
    else return false;
    return true;
  }

  /**
   * @param {KeyboardEvent} event
   * @param {boolean} isInUs
   * @returns {boolean} whether the key was for us
   */
  #act(event, isInUs) {
    const action = actionOf(event, this.events.status().keys);
    const isVerb = action === "highlight" || action === "note";
    if (isVerb && this.toolbar.act(action)) return true;
    if (this.walk.listens()) return action ? this.walk.act(action, event.shiftKey) : this.walk.press(event);
    if (action !== "walk" || !isInUs || this.card.hasFocus() || this.desk.badges.has(this.host.root.activeElement)) return false;
    return this.walk.enter(null);
  }

  /** @param {Reading} reading */
  #offer(reading) {
    return offerOf(reading, this.events.status(), this.attaching, this.events.connect);
  }

  /**
   * The sentences that a reader by keyboard stands on.
   * @param {"highlight" | "note"} verb
   * @param {StaticRange} range
   */
  #mark(verb, range) {
    if (verb === "note" && this.attaching.note()) return this.host.say(phrase("attach_which"));
    const offer = this.#offer(readSelection(this.margin, liveRange(range)) ?? { picked: null, refused: "nothing selected" });
    if (offer.picked) return this.#toolbarEvents()[verb](offer.picked);
    this.toolbar.open(offer, range);
    this.host.say(offer.line);
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
    const isFresh = (/** @type {Placed} */ { note }) => note.fresh && !this.desk.known.has(note.id);
    const fresh = membersOf(this.#threads(view)).filter(isFresh);
    if (!fresh.length) return;
    for (const { note } of fresh) this.desk.known.add(note.id);
    if (!this.margin.of(view.paper.key)?.placed.some(isFresh)) this.events.looked(view.paper.key);
    this.desk.paint();
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

  /**
   * @param {PaperOnPage} paper
   * @returns {boolean} whether there was one to open
   */
  openAbstract(paper) {
    if (!opens(paper)) return false;
    this.undo.pass();
    this.toolbar.close();
    this.card.leave();
    this.sheet.open(paper);
    this.events.opened(paper.key);
    return true;
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
    if (!boxesOfMark((written ?? margin.locate(one.paper, one))?.range ?? null).length && (written ? written.note.field : one.field) === "abstract") this.openAbstract(paper);
    const shown = /** @type {Shown} */ (margin.of(one.paper));
    const found = margin.locate(one.paper, one);
    if (found?.range) reveal(found.range);
    const view = written?.range ? markView(margin, shown, [written]) : written ? paperView(shown, beside(paper.card)) : resumedView(paper, one, found);
    this.card.resume(view, note?.note ?? null, parent?.note ?? null, one);
  }

  /** @param {Note} note */
  #show(note) {
    const paper = this.margin.of(note.paper)?.paper;
    if (paper && !boxesOfMark(this.margin.find(note.id)?.range ?? null).length) this.openAbstract(paper);
    const placed = this.margin.find(note.id);
    const shown = this.margin.of(note.paper);
    if (!placed?.range || !shown) return;
    reveal(placed.range);
    this.#open(markView(this.margin, shown, [placed]));
  }
}

/** @param {AbstractRange} range */
function fixed({ startContainer, startOffset, endContainer, endOffset }) {
  return new StaticRange({ startContainer, startOffset, endContainer, endOffset });
}

/** @param {Range | null} range  the same for the same words, in the same place */
const nameOf = (range) => (range ? `${range.startOffset} ${range.endOffset} ${range.toString()}` : "");
