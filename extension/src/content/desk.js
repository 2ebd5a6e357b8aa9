// Everything of ours that a reader sees on a page, and what each part does when it is used.
import { createBadges } from "./badges.js";
import { Card } from "./card.js";
import { union } from "./geometry.js";
import { createHatch } from "./hatch.js";
import { boxesOf, marksAt } from "./hit.js";
import { createHost } from "./host.js";
import { liveRange } from "./margin.js";
import { COLOURS, createPainter, schemeOf } from "./painter.js";
import { watchHand } from "./pointer.js";
import { readSelection } from "./selection.js";
import { destination } from "./save-to.js";
import { createToolbar } from "./toolbar.js";
import { createUndo } from "./undo.js";
import { farEndLine, problemLine, refusal } from "./words.js";
import { createWriter } from "./writer.js";

/** @import {Status} from "../shared/types.js" */
/** @import {View} from "./card-view.js" */
/** @import {Margin, Placed, Shown} from "./margin.js" */
/** @import {Mark} from "./painter.js" */
/** @import {Picked, Reading} from "./selection.js" */

/**
 * @typedef {object} DeskEvents
 * @property {() => Status} status
 * @property {(group: string) => void} choose
 * @property {string} connect  what to say while there is no server
 *
 * @typedef {ReturnType<typeof createDesk>} Desk
 */

/**
 * @param {Document} doc
 * @param {Margin} margin
 * @param {DeskEvents} events
 */
export function createDesk(doc, margin, events) {
  const host = createHost(doc);
  const painter = createPainter(host);
  const hatch = createHatch(host);
  /** @type {Set<string>} notes that are nothing new: there when the page was opened, or looked at since */
  const known = new Set();
  let dismissed = "";

  const writer = createWriter(margin, { status: events.status, say: host.say, written: () => paint() });
  const undo = createUndo(host, writer.bringBack);
  const badges = createBadges(host, (shown, badge) => open(paperView(shown, badge)));
  const card = new Card(host, {
    status: events.status,
    people: margin.people,
    notes: (view) => notesOf(margin, view),
    create: async (...note) => {
      undo.pass();
      await writer.create(...note);
      doc.getSelection()?.removeAllRanges();
    },
    edit: writer.edit,
    remove: async (note) => {
      await writer.remove(note);
      undo.offer(note);
    },
    show: (note) => show(note.id),
    choose: events.choose,
    sketch: (picked) => painter.sketch(picked?.range ?? null, picked?.root),
  });
  const toolbar = createToolbar(host, {
    status: events.status,
    highlight: (picked) => void highlight(picked),
    note: (picked) => open({ kind: "new", paper: picked.paper, ids: [], picked, at: () => boxOf(picked.range) }),
    choose: events.choose,
  });

  const paint = () => {
    const status = events.status();
    const marks = status.paired && !status.hidden ? margin.placed().flatMap((placed) => markOf(margin, placed)) : [];
    dress(margin, host.scheme);
    painter.paint(marks);
    hatch.draw(marks.filter((mark) => mark.changed));
    badges.draw(status.paired ? margin.shown().map((shown) => badgeState(margin, shown, known, status)) : []);
    card.redraw();
    toolbar.redraw();
    host.ready(marks.length);
  };
  const open = (/** @type {View} */ view) => {
    undo.pass();
    toolbar.close();
    card.open(view);
    const before = known.size;
    for (const { note } of notesOf(margin, view)) known.add(note.id);
    if (known.size !== before) paint();
  };
  const highlight = async (/** @type {Picked} */ picked) => {
    undo.pass();
    try {
      await writer.create(picked.paper, picked, "", []);
      doc.getSelection()?.removeAllRanges();
    } catch (reason) {
      toolbar.open({ picked: null, line: farEndLine(reason) }, picked.range);
    }
  };
  const show = (/** @type {string} */ id) => {
    const placed = margin.find(id);
    const shown = placed && margin.of(placed.note.paper);
    if (!placed?.range || !shown) return;
    placed.range.startContainer.parentElement?.scrollIntoView({ block: "center" });
    open(markView(margin, shown, [placed]));
  };

  const stopHand = watchHand(doc, host.element, {
    selected() {
      const selection = doc.getSelection();
      const reading = readSelection(margin, selection);
      if (!reading || !selection) return toolbar.close();
      const range = fixed(selection.getRangeAt(0));
      const name = nameOf(range);
      if (name === dismissed) return;
      dismissed = "";
      toolbar.open(offerOf(reading, events), reading.picked?.range ?? range);
    },
    clicked(x, y) {
      const found = marksAt(margin, doc, x, y);
      if (found && !events.status().hidden) open(markView(margin, found.shown, found.hits));
    },
    pressed() {
      dismissed = "";
      toolbar.close();
      card.leave();
    },
    key(key) {
      if (key === "Escape") {
        if (!toolbar.isOpen()) return leaveCard();
        const selection = doc.getSelection();
        dismissed = selection?.rangeCount ? nameOf(selection.getRangeAt(0)) : "";
        toolbar.close();
        return true;
      }
      const verb = /** @type {Record<string, "highlight" | "note">} */ ({ h: "highlight", n: "note" })[key.toLowerCase()];
      return verb ? toolbar.act(verb) : false;
    },
  });
  const leaveCard = () => {
    if (!card.view || doc.activeElement === host.element) return false;
    card.close();
    return true;
  };

  return {
    host,
    paint,
    /** @param {string[]} ids */
    know: (ids) => ids.forEach((id) => known.add(id)),
    writes: writer.writes,
    reassert() {
      host.hold();
      painter.reassert();
    },
    layout() {
      badges.place();
      hatch.place();
      toolbar.place();
      card.place();
    },
    scrolled() {
      badges.scrolled();
      toolbar.place();
    },
    closeToolbar: toolbar.close,
    remove() {
      stopHand();
      badges.remove();
      painter.clear();
      host.remove();
    },
  };
}

/**
 * @param {Margin} margin
 * @param {Placed} placed
 * @returns {Mark[]}
 */
function markOf(margin, { note, range, result, field }) {
  if (!range || !field) return [];
  const colour = margin.label(note)?.colour ?? note.label ?? "";
  return [{ range, field, colour: COLOURS.includes(colour) ? colour : COLOURS[0], changed: result === "changed" }];
}

/**
 * @param {Margin} margin
 * @param {(scheme: "light" | "dark") => void} wear
 */
function dress(margin, wear) {
  const paper = margin.shown()[0]?.paper;
  wear(schemeOf(paper?.fields.abstract ?? paper?.fields.title ?? paper?.card ?? document.body));
}

/**
 * @param {Margin} margin
 * @param {View} view
 * @returns {Placed[]}
 */
function notesOf(margin, view) {
  const placed = margin.of(view.paper.key)?.placed ?? [];
  if (view.kind === "paper") return placed;
  return placed.filter(({ note }) => view.ids.includes(note.id) || view.ids.includes(note.parent ?? ""));
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
    shown,
    title: margin.title(shown),
    count: notes.length,
    fresh: notes.filter((note) => !note.mine && !known.has(note.id)).length,
    waiting: notes.some((note) => note.pending !== null || note.failed !== null),
    problem: problemLine(status),
  };
}

/**
 * @param {Shown} shown
 * @param {HTMLElement} badge
 * @returns {View}
 */
function paperView({ paper }, badge) {
  return { kind: "paper", paper, ids: [], picked: null, at: () => (badge.isConnected ? badge.getBoundingClientRect() : null) };
}

/**
 * @param {Margin} margin
 * @param {Shown} shown
 * @param {Placed[]} hits
 * @returns {View}
 */
function markView(margin, { paper }, hits) {
  const ids = hits.map(({ note }) => note.id);
  const at = () => union(ids.flatMap((id) => boxesOfMark(margin.find(id)?.range ?? null)));
  return { kind: "mark", paper, ids, picked: null, at };
}

/** @param {StaticRange | null} range */
function boxesOfMark(range) {
  const live = range && liveRange(range);
  return live ? boxesOf(live) : [];
}

/** @param {StaticRange} range */
const boxOf = (range) => union(boxesOfMark(range));

/** @param {AbstractRange} range */
function fixed({ startContainer, startOffset, endContainer, endOffset }) {
  return new StaticRange({ startContainer, startOffset, endContainer, endOffset });
}

/** @param {AbstractRange} range  the same for the same words, in the same place */
function nameOf(range) {
  const box = liveRange(fixed(range))?.toString() ?? "";
  return `${range.startOffset} ${range.endOffset} ${box}`;
}

/**
 * @param {Reading} reading
 * @param {DeskEvents} events
 * @returns {import("./toolbar.js").Offer}
 */
function offerOf(reading, events) {
  const status = events.status();
  if (!status.paired || !destination(status)) return { picked: null, line: status.problem?.message ?? events.connect };
  return reading.picked ? { picked: reading.picked, line: null } : { picked: null, line: refusal(reading.refused) };
}
