// The popover: the notes of a mark, the notes of a paper, or a note being written.
import { nothing, render } from "lit-html";
import { phrase } from "../shared/phrase.js";
import { uuidv7 } from "../shared/uuid.js";
import { seenIn } from "../shared/wording.js";
import { cardView } from "./card-view.js";
import { createFloat } from "./float.js";
import { inText, placeCard } from "./geometry.js";
import { History } from "./history.js";
import { farEndLine, tagsOf } from "./words.js";
import { addressFor } from "./writer.js";

/** @import {Note, PaperOnPage, Person, Seen, Status, Unfinished, Wording} from "../shared/types.js" */
/** @import {FaceEvents, OpenEdit, View} from "./card-view.js" */
/** @import {Comparison} from "../anchoring/comparison.js" */
/** @import {Drafts} from "./drafts.js" */
/** @import {Host} from "./host.js" */
/** @import {Placed} from "./margin.js" */
/** @import {Edit} from "./note-view.js" */
/** @import {Picked} from "./selection.js" */
/** @import {Thread} from "./threads.js" */

/**
 * @typedef {object} CardEvents
 * @property {() => Status} status
 * @property {() => Record<string, Person>} people
 * @property {(view: View) => Thread[]} threads
 * @property {(paper: PaperOnPage) => string} title
 * @property {(paper: PaperOnPage, picked: Picked | null, text: string, tags: string[], begun: Begun) => Promise<void>} create
 * @property {(note: Note, wording: Wording, seen: Seen, begun?: Begun) => Promise<void>} edit
 * @property {(parent: Note, text: string, begun: Begun) => Promise<void>} reply
 * @property {(note: Note, group: string) => Promise<void>} move
 * @property {(note: Note) => Promise<void>} remove
 * @property {(group: string, muted: boolean) => void} mute
 * @property {(note: Note) => void} show
 * @property {(placed: Placed) => Comparison | null} compare  of a changed mark
 * @property {(placed: Placed) => Promise<void>} confirm
 * @property {(placed: Placed) => void} reattach
 * @property {(paper: PaperOnPage) => boolean} opens  whether the abstract is to be had in place
 * @property {(paper: PaperOnPage) => void} openAbstract
 * @property {(group: string) => void} choose
 * @property {(picked: Picked | null) => void} sketch  the words that are being written about
 * @property {(one: Unfinished) => void} goOn
 *
 * Under which account an editor was opened, and the draft that is kept of it.
 * @typedef {{account: string | null, unfinished: string}} Begun
 */

export class Card {
  /** @type {View | null} */
  view = null;
  /** @type {OpenEdit | null} */
  #edit = null;
  /** The note whose next place is being chosen. @type {string | null} */
  #moving = null;
  #history = new History(() => this.#draw());
  /** @type {HTMLElement | null} where the focus goes back to */
  #back = null;
  #error = "";

  /**
   * @param {Host} host
   * @param {Drafts} drafts
   * @param {CardEvents} events
   */
  constructor(host, drafts, events) {
    this.host = host;
    this.drafts = drafts;
    this.events = events;
    this.layer = host.layer("card-layer");
    this.float = createFloat(host, this.layer, placeCard);
  }

  /** @param {View} view */
  open(view) {
    if (!this.view) this.#back = this.host.focused();
    this.#leaveEdit();
    this.view = view;
    this.float.anew();
    this.#error = "";
    if (view.kind === "new") return this.#startEdit(null);
    this.#draw();
    this.#focus("[role=dialog]");
  }

  /**
   * What was left unfinished, to write on.
   * @param {View} view
   * @param {Note | null} note
   * @param {Note | null} parent
   * @param {Unfinished} left
   */
  resume(view, note, parent, left) {
    if (!this.view) this.#back = this.host.focused();
    this.#leaveEdit();
    this.view = view;
    this.float.anew();
    this.#error = "";
    this.#startEdit(note, parent, left);
  }

  close() {
    if (!this.view) return;
    this.#leaveEdit();
    this.view = null;
    this.float.anew();
    this.#draw();
    if (this.#back?.isConnected) this.#back.focus({ preventScroll: true });
    this.#back = null;
  }

  /** A click elsewhere: unsaved words keep their card open. */
  leave() {
    if (!this.#isDirty()) this.close();
  }

  redraw() {
    if (!this.view) return;
    if (this.view.kind === "mark" && !this.#edit && !this.events.threads(this.view).length) this.close();
    else this.#draw();
  }

  place() {
    const mark = this.view?.at();
    if (this.view && mark) this.float.place(inText(mark, Object.values(this.view.paper.fields).map((field) => field.getBoundingClientRect())));
  }

  hasFocus() {
    return this.layer.contains(this.host.root.activeElement);
  }

  #draw() {
    const { view, events } = this;
    if (!view) return void render(nothing, this.layer);
    const threads = view.kind === "new" ? [] : events.threads(view);
    const opens = events.opens(view.paper);
    const face = { view, threads, opens, moving: this.#moving, history: this.#history.now, edit: this.#edit, error: this.#error, status: events.status(), people: events.people(), unfinished: this.#unfinished(view) };
    render(cardView(face, this.#faceEvents), this.layer);
    this.place();
  }

  /** @param {View} view */
  #unfinished(view) {
    return view.kind === "paper" ? this.drafts.of(view.paper.key).filter(({ id }) => id !== this.#edit?.draft) : [];
  }

  /** @type {FaceEvents} */
  #faceEvents = {
    close: () => this.close(),
    cancel: () => this.#cancel(),
    save: () => void this.#save(),
    typed: (part) => this.#typed(part),
    restart: () => this.#restart(),
    goOn: (one) => this.events.goOn(one),
    discard: (one) => {
      void this.drafts.drop(this.events.status().account, one.id);
      this.#draw();
    },
    choose: (group) => this.events.choose(group),
    edit: (note) => this.#startEdit(note),
    settle: (note, wording) => void this.#act(() => this.events.edit(note, wording, seenIn(note))),
    remove: (note) => void this.#act(() => this.events.remove(note)),
    reply: (note) => this.#startEdit(null, note),
    askMove: (note) => this.#askMove(note),
    move: (note, group) => void this.#act(() => this.events.move(note, group)),
    history: (note) => this.#showHistory(note),
    restore: (note, wording, seen) => void this.#act(() => this.events.edit(note, wording, seen)),
    mute: (group, muted) => this.events.mute(group, muted),
    show: (note) => this.events.show(note),
    compare: (placed) => this.events.compare(placed),
    confirm: (placed) => void this.#act(() => this.events.confirm(placed)),
    reattach: (placed) => {
      this.close();
      this.events.reattach(placed);
    },
    openAbstract: () => this.#openAbstract(),
  };

  /** The abstract takes this card's place, and the focus goes back from there to where it came from. */
  #openAbstract() {
    const { view } = this;
    this.close();
    if (view) this.events.openAbstract(view.paper);
  }

  /** @param {string} selector */
  #focus(selector) {
    const element = /** @type {HTMLElement | null} */ (this.layer.querySelector(selector));
    element?.focus({ preventScroll: true });
    element?.closest("form")?.scrollIntoView({ block: "nearest", behavior: "instant" }); // in a long thread, to where one writes
  }

  #isDirty() {
    const edit = this.#edit;
    return edit !== null && (edit.text !== edit.initial.text || edit.tags !== edit.initial.tags);
  }

  /** @param {Partial<Edit>} part */
  #typed(part) {
    const { view } = this;
    const edit = this.#edit;
    if (!view || !edit) return;
    Object.assign(edit, part);
    if (this.#isDirty()) this.drafts.keep(edit.account, unfinishedOf(view, edit, this.events.title(view.paper)));
    else void this.drafts.drop(edit.account, edit.draft);
  }

  /** Without what was left before. */
  #restart() {
    const edit = this.#edit;
    if (!edit) return;
    void this.drafts.drop(edit.account, edit.draft);
    this.#amend(edit, { text: edit.note?.text ?? "", tags: edit.note?.tags.join(", ") ?? "", recovered: false, error: "" });
    edit.seen = seenIn(edit.note ?? NO_NOTE);
    this.#focus("textarea");
  }

  /** What is typed is not kept. @param {string} draft @param {unknown} reason */
  notKept(draft, reason) {
    if (this.#edit?.draft === draft) this.#amend(this.#edit, { error: phrase("not_kept", farEndLine(reason)) });
  }

  #leaveEdit() {
    this.drafts.flush();
    this.#edit = null;
    this.#moving = null;
    this.#history.close();
    this.events.sketch(null);
  }

  /**
   * @param {Note | null} note  null: a new one
   * @param {Note | null} [parent]  the note that the new one answers
   * @param {Unfinished} [left]
   */
  #startEdit(note, parent = null, left) {
    if (!this.view) return;
    this.#leaveEdit();
    const place = placeName(this.view, note, parent);
    this.#edit = opened(this.view, note, parent, place, left ?? this.drafts.at(place), this.events.status().account);
    this.events.sketch(this.#edit.picked);
    this.#draw();
    this.#focus("textarea");
  }

  #cancel() {
    if (this.view?.kind === "new") return this.close();
    this.#leaveEdit();
    this.#draw();
    this.#focus("[role=dialog]");
  }

  async #save() {
    const edit = this.#edit;
    const view = this.view;
    if (!edit || !view || edit.saving) return;
    if (!edit.text.trim() && isBare(edit)) return this.#amend(edit, { error: phrase("card_no_words") });
    this.#amend(edit, { saving: true, error: "" });
    try {
      await this.#send(view, edit);
    } catch (reason) {
      return this.#amend(edit, { saving: false, error: farEndLine(reason) });
    }
    // It went with the saving, but may have been kept once more meanwhile, by a timer that was running.
    await this.drafts.drop(edit.account, edit.draft);
    if (this.#edit === edit) this.#saved(view);
  }

  /**
   * @param {View} view
   * @param {OpenEdit} edit
   */
  #send(view, { note, parent, picked, seen, account, draft, ...typed }) {
    const begun = { account, unfinished: draft };
    const text = typed.text.trim();
    const tags = tagsOf(typed.tags);
    if (parent) return this.events.reply(parent, text, begun);
    if (note) return this.events.edit(note, { text, tags }, seen, begun);
    return this.events.create(view.paper, picked, text, tags, begun);
  }

  /** @param {View} view */
  #saved(view) {
    this.#edit = null;
    this.events.sketch(null);
    if (view.kind === "new") return this.close();
    this.#draw();
    this.#focus("[role=dialog]");
  }

  /**
   * @param {OpenEdit} edit
   * @param {Partial<Edit>} part
   */
  #amend(edit, part) {
    Object.assign(edit, part);
    this.#draw();
  }

  /** @param {Note | null} note */
  #askMove(note) {
    this.#leaveEdit();
    this.#moving = note?.id ?? null;
    this.#draw();
    this.#focus(note ? "form.move select" : "[role=dialog]");
  }

  /** @param {Note | null} note */
  #showHistory(note) {
    this.#leaveEdit();
    if (note) void this.#history.open(note);
    else this.#draw();
    this.#focus(note ? ".history" : "[role=dialog]");
  }

  /** @param {() => Promise<void>} work */
  async #act(work) {
    this.#moving = null;
    this.#history.close();
    try {
      await work();
    } catch (reason) {
      this.#error = farEndLine(reason);
    }
    this.redraw();
    this.#focus("[role=dialog]");
  }
}

/** @param {OpenEdit} edit  of a note that would say nothing at all without words */
const isBare = ({ note, parent, picked }) => Boolean(parent) || (note ? !note.field : !picked);

/**
 * @param {View} view
 * @param {Note | null} note
 * @param {Note | null} parent
 */
function placeName(view, note, parent) {
  if (parent) return `reply ${parent.id}`;
  if (note) return `note ${note.id}`;
  const { paper, picked } = view;
  return `new ${paper.key} ${picked ? `${picked.field} ${picked.quote}` : "whole"}`;
}

const NO_NOTE = { text: "", tags: [] };

/**
 * @param {View} view
 * @param {Note | null} note
 * @param {Note | null} parent
 * @param {string} place
 * @param {Unfinished | null} left
 * @param {string | null} account
 * @returns {OpenEdit}
 */
function opened(view, note, parent, place, left, account) {
  const text = note?.text ?? "";
  const tags = note?.tags.join(", ") ?? "";
  const written = left ?? { text, tags };
  return {
    note,
    parent,
    picked: note || parent ? null : view.picked,
    seen: left?.seen ?? seenIn(note ?? NO_NOTE),
    account,
    draft: left?.id ?? uuidv7(),
    place,
    text: written.text,
    tags: written.tags,
    initial: { text, tags },
    recovered: left !== null,
    saving: false,
    error: "",
  };
}

/**
 * @param {View} view
 * @param {OpenEdit} edit
 * @param {string} title
 * @returns {Unfinished}
 */
function unfinishedOf({ paper }, { draft, place, note, parent, picked, text, tags, seen }, title) {
  const mark = { field: picked?.field ?? null, selectors: picked?.selectors ?? [], quote: picked?.quote ?? (parent ?? note)?.quote ?? "" };
  const url = addressFor(paper);
  return { id: draft, place, paper: paper.key, title, url, ...mark, note: note?.id ?? null, parent: parent?.id ?? null, text, tags, seen, at: Date.now() };
}
