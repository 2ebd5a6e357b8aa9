// The popover: the notes of a mark, the notes of a paper, or a note being written.
import { html, nothing, render } from "lit-html";
import { createDrafts } from "./drafts.js";
import { placeCard } from "./geometry.js";
import { addIcon, closeIcon } from "./icons.js";
import { editor, noteView } from "./note-view.js";
import { farEndLine, problemLine, tagsOf } from "./words.js";

/** @import {Note, PaperOnPage, Person, Status} from "../shared/types.js" */
/** @import {Box} from "./geometry.js" */
/** @import {Host} from "./host.js" */
/** @import {Placed} from "./margin.js" */
/** @import {Edit} from "./note-view.js" */
/** @import {Picked} from "./selection.js" */

/**
 * What the card is open on.
 * @typedef {object} View
 * @property {"mark" | "paper" | "new"} kind
 * @property {PaperOnPage} paper
 * @property {string[]} ids  of the notes under the mark
 * @property {Picked | null} picked  the words a new note is about; null: the whole paper
 * @property {() => Box | null} at  what the card stands beside
 *
 * @typedef {object} CardEvents
 * @property {() => Status} status
 * @property {() => Record<string, Person>} people
 * @property {(view: View) => Placed[]} notes
 * @property {(paper: PaperOnPage, picked: Picked | null, text: string, tags: string[]) => Promise<void>} create
 * @property {(note: Note, text: string, tags: string[]) => Promise<void>} edit
 * @property {(note: Note) => Promise<void>} remove
 * @property {(note: Note) => void} show
 * @property {(group: string) => void} choose
 * @property {(picked: Picked | null) => void} sketch  the words that are being written about
 *
 * @typedef {Edit & {note: Note | null, picked: Picked | null, initial: string}} OpenEdit
 * @typedef {ReturnType<typeof createCard>} Card
 */

/**
 * @param {Host} host
 * @param {CardEvents} events
 */
export function createCard(host, events) {
  const layer = host.layer("card-layer");
  const drafts = createDrafts();
  /** @type {View | null} */
  let view = null;
  /** @type {OpenEdit | null} */
  let edit = null;
  /** @type {HTMLElement | null} */
  let back = null;
  let error = "";
  let drawn = 0;
  let placed = "";

  const draw = () => {
    drawn += 1;
    render(view ? dialog(view) : nothing, layer);
    place();
  };
  const place = () => {
    const card = /** @type {HTMLElement | null} */ (layer.firstElementChild);
    const beside = view?.at();
    if (!card || !beside) return;
    const origin = host.origin();
    // A page that moves elsewhere must not make the card follow the reader's scrolling.
    const where = [beside.left - origin.left, beside.top - origin.top, window.innerWidth, window.innerHeight, drawn].join();
    if (where === placed) return;
    placed = where;
    card.style.maxHeight = "";
    const size = { width: card.offsetWidth, height: card.scrollHeight };
    const spot = placeCard(size, beside, { width: document.documentElement.clientWidth, height: window.innerHeight });
    card.style.left = `${spot.left - origin.left}px`;
    card.style.top = `${spot.top - origin.top}px`;
    card.style.maxHeight = `${spot.maxHeight}px`;
  };
  const focus = (/** @type {string} */ selector) => /** @type {HTMLElement | null} */ (layer.querySelector(selector))?.focus({ preventScroll: true });

  const isDirty = () => edit !== null && edit.text + edit.tags !== edit.initial;
  const close = () => {
    if (!view) return;
    leaveEdit();
    view = null;
    error = "";
    draw();
    if (back?.isConnected) back.focus({ preventScroll: true });
    back = null;
  };
  const leaveEdit = () => {
    if (edit && isDirty()) drafts.keep(edit.place, { text: edit.text, tags: edit.tags });
    edit = null;
    events.sketch(null);
  };
  const startEdit = (/** @type {View} */ on, /** @type {Note | null} */ note) => {
    leaveEdit();
    edit = opened(on, note, drafts.of(placeName(on, note)));
    events.sketch(edit.picked);
    draw();
    focus("textarea");
  };
  const cancel = () => {
    if (view?.kind === "new") return close();
    leaveEdit();
    draw();
    focus("[role=dialog]");
  };
  const save = async () => {
    if (!edit || !view || edit.saving) return;
    const written = edit;
    const { paper, kind } = view;
    if (!written.text.trim() && !written.picked && !written.note?.field) return amend(written, { error: "Write a few words first." });
    amend(written, { saving: true, error: "" });
    try {
      const tags = tagsOf(written.tags);
      if (written.note) await events.edit(written.note, written.text.trim(), tags);
      else await events.create(paper, written.picked, written.text.trim(), tags);
    } catch (reason) {
      return amend(written, { saving: false, error: farEndLine(reason) });
    }
    drafts.drop(written.place);
    if (edit !== written) return;
    edit = null;
    events.sketch(null);
    if (kind === "new") return close();
    draw();
    focus("[role=dialog]");
  };
  const amend = (/** @type {OpenEdit} */ written, /** @type {Partial<Edit>} */ part) => {
    Object.assign(written, part);
    draw();
  };
  const remove = async (/** @type {Note} */ note) => {
    try {
      await events.remove(note);
    } catch (reason) {
      error = farEndLine(reason);
    }
    if (view?.kind === "mark" && !events.notes(view).length) return close();
    draw();
    focus("[role=dialog]");
  };

  const writing = (/** @type {OpenEdit} */ open) =>
    editor(open, open.note ? null : events.status(), {
      typed: (part) => void Object.assign(open, part),
      save: () => void save(),
      cancel,
      choose: events.choose,
    });
  const listed = (/** @type {View} */ on, /** @type {Placed} */ one) => {
    if (edit?.note?.id === one.note.id) return html`<article class="note" data-note=${one.note.id}>
      ${one.note.quote ? html`<blockquote class="quote">${one.note.quote}</blockquote>` : nothing}${writing(edit)}
    </article>`;
    return noteView(one, events.people(), events.status(), {
      edit: (note) => startEdit(on, note),
      remove: (note) => void remove(note),
      show: on.kind === "paper" ? events.show : null,
    });
  };
  const keys = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    if (edit) cancel();
    else close();
  };
  const dialog = (/** @type {View} */ on) => {
    const notes = on.kind === "new" ? [] : events.notes(on);
    const problem = error || problemLine(events.status());
    return html`<section class="card" role="dialog" aria-label=${nameOf(on, notes.length)} tabindex="-1" @keydown=${keys}>
      <header>
        <h2>${nameOf(on, notes.length)}</h2>
        <button type="button" class="bare" aria-label="Close" title="Close" @click=${close}>${closeIcon}</button>
      </header>
      ${on.kind === "paper" && on.paper.title ? html`<p class="paper">${on.paper.title}</p>` : nothing}
      ${problem ? html`<p class="problem" role="status">${problem}</p>` : nothing}
      ${edit && !edit.note ? html`${edit.picked ? html`<blockquote class="quote">${edit.picked.quote}</blockquote>` : nothing}${writing(edit)}` : nothing}
      ${notes.map((one) => listed(on, one))}
      ${on.kind === "paper" && !notes.length && !edit ? html`<p class="quiet">Select words of the title or the abstract to mark them.</p>` : nothing}
      ${on.kind === "paper" && !(edit && !edit.note)
        ? html`<button type="button" class="wide" @click=${() => startEdit(on, null)}>${addIcon}<span>Note on the whole paper</span></button>`
        : nothing}
    </section>`;
  };

  return {
    view: () => view,
    /** @param {View} wanted */
    open(wanted) {
      const from = host.root.activeElement ?? document.activeElement;
      if (!view) back = from instanceof HTMLElement && from !== document.body ? from : null;
      leaveEdit();
      view = wanted;
      error = "";
      if (wanted.kind === "new") return startEdit(wanted, null);
      draw();
      focus("[role=dialog]");
    },
    /** A click elsewhere: unsaved words keep their card open. */
    leave: () => void (isDirty() || close()),
    redraw() {
      if (view?.kind === "mark" && !edit && !events.notes(view).length) close();
      else if (view) draw();
    },
    place,
    close,
  };
}

/**
 * @param {View} view
 * @param {number} count
 */
function nameOf(view, count) {
  if (view.kind === "new") return view.picked ? "Note" : "Note on the whole paper";
  if (view.kind === "mark") return count > 1 ? `${count} notes here` : "Note";
  return "Notes on this paper";
}

/**
 * @param {View} view
 * @param {Note | null} note
 */
function placeName(view, note) {
  if (note) return `note ${note.id}`;
  const picked = view.kind === "new" ? view.picked : null;
  return `new ${view.paper.key} ${picked ? `${picked.field} ${picked.quote}` : "whole"}`;
}

/**
 * @param {View} view
 * @param {Note | null} note
 * @param {{text: string, tags: string} | null} left
 * @returns {OpenEdit}
 */
function opened(view, note, left) {
  const text = note?.text ?? "";
  const tags = note?.tags.join(", ") ?? "";
  return {
    note,
    picked: view.kind === "new" ? view.picked : null,
    place: placeName(view, note),
    text: left?.text ?? text,
    tags: left?.tags ?? tags,
    initial: text + tags,
    recovered: left !== null,
    saving: false,
    error: "",
  };
}
