// What the card shows: templates only.
import { html, nothing } from "lit-html";
import { plain } from "../anchoring/plain.js";
import { actionOf, letterOf } from "../shared/keys.js";
import { counted, phrase } from "../shared/phrase.js";
import { addIcon, closeIcon, textIcon } from "./icons.js";
import { elsewhere } from "./conflict-view.js";
import { historyView } from "./history-view.js";
import { moveTo } from "./move-to.js";
import { canAnswer, editor, noteView } from "./note-view.js";
import { keyCap } from "./key-cap.js";
import { showGroups } from "./show-groups.js";
import { unfinishedView } from "./unfinished-view.js";
import { problemLine } from "./words.js";

/** @import {Note, PaperOnPage, Person, Seen, Status, Unfinished, Wording} from "../shared/types.js" */
/** @import {Box} from "./geometry.js" */
/** @import {Placed} from "./margin.js" */
/** @import {ChangeEvents} from "./change-view.js" */
/** @import {Edit, EditorEvents, NoteEvents} from "./note-view.js" */
/** @import {Picked} from "./selection.js" */
/** @import {Thread} from "./threads.js" */

/**
 * What the card is open on.
 * @typedef {object} View
 * @property {"mark" | "paper" | "new"} kind
 * @property {PaperOnPage} paper
 * @property {string[]} ids  of the notes under the mark
 * @property {Picked | null} picked  the words a new note is about; null: the whole paper
 * @property {() => Box | null} at  what the card stands beside
 *
 * What an editor was opened on: `seen` is what the note said, `account` whose it is, `draft` the id of what is kept of it.
 * @typedef {Edit & {note: Note | null, picked: Picked | null, seen: Seen, account: string | null, draft: string, initial: {text: string, tags: string}}} OpenEdit
 *
 * @typedef {object} Face
 * @property {View} view
 * @property {Thread[]} threads
 * @property {boolean} opens  the abstract is not all on the page, and can be opened in place
 * @property {OpenEdit | null} edit
 * @property {string | null} moving  id of the note whose next place is being chosen
 * @property {import("./history.js").OpenHistory | null} history
 * @property {string} error
 * @property {Status} status
 * @property {Record<string, Person>} people
 * @property {Unfinished[]} unfinished
 *
 * @typedef {EditorEvents & ChangeEvents & import("./history-view.js").HistoryEvents & import("./unfinished-view.js").UnfinishedEvents & {
 *   close: () => void,
 *   edit: (note: Note | null) => void,
 *   settle: (note: Note, wording: Wording) => void,
 *   remove: (note: Note) => void,
 *   reply: (note: Note) => void,
 *   askMove: (note: Note | null) => void,
 *   move: (note: Note, group: string) => void,
 *   mute: (group: string, muted: boolean) => void,
 *   show: (note: Note) => void,
 *   compare: NoteEvents["compare"],
 *   openAbstract: () => void,
 * }} FaceEvents
 */

/**
 * @param {Face} face
 * @param {FaceEvents} events
 */
export function cardView(face, events) {
  const { view, threads, edit, error, status } = face;
  const name = nameOf(view, threads.length);
  const problem = error || problemLine(status);
  const isNew = edit !== null && !edit.note && !edit.parent;
  const isListing = view.kind === "paper" && !isNew;
  const canOpen = isListing && face.opens;
  const keys = (/** @type {KeyboardEvent} */ event) => {
    const isOpening = canOpen && !edit && !face.moving && actionOf(event, status.keys) === "abstract";
    if (event.key !== "Escape" && !isOpening) return;
    event.preventDefault();
    if (isOpening) events.openAbstract();
    else if (edit) events.cancel();
    else events.close();
  };
  return html`<section class="card" role="dialog" aria-label=${name} tabindex="-1" @keydown=${keys}>
    <div class="top">
      <h2>${name}</h2>
      <button type="button" class="bare" aria-label=${phrase("close")} title=${phrase("close")} @click=${events.close}>${closeIcon}</button>
    </div>
    ${problem ? html`<p class="problem" role="status">${problem}</p>` : nothing}
    ${isNew ? newNote(edit, status, events) : nothing}
    ${unfinishedView(face.unfinished, events)}
    ${threads.map((thread) => threadView(thread, face, events))}
    ${isListing && !threads.length ? html`<p class="quiet">${phrase(canOpen ? "card_select_inside" : "card_select")}</p>` : nothing}
    ${isListing ? showGroups(status, events.mute) : nothing}
    ${isListing ? html`<div class="foot">${canOpen ? abstractButton(letterOf(status.keys, "abstract"), events) : nothing}${paperNoteButton(events)}</div>` : nothing}
  </section>`;
}

/** @param {string} letter @param {FaceEvents} events */
const abstractButton = (letter, events) => html`<button type="button" class="wide" aria-keyshortcuts=${letter || nothing} @click=${events.openAbstract}>
  ${textIcon}<span>${phrase("abstract")}</span><span class="spring"></span>${keyCap(letter)}
</button>`;

/** @param {FaceEvents} events */
const paperNoteButton = (events) => html`<button type="button" class="wide" @click=${() => events.edit(null)}>
  ${addIcon}<span>${phrase("card_whole_paper")}</span>
</button>`;

/**
 * @param {View} view
 * @param {number} count
 */
function nameOf(view, count) {
  if (view.kind === "new") return phrase(view.picked ? "note" : "card_whole_paper");
  if (view.kind === "mark") return counted("card_notes_here", Math.max(count, 1));
  return phrase("card_notes_on_paper");
}

/** @param {string} words */
const quoted = (words) => (words ? html`<blockquote class="quote" dir="auto">${plain(words)}</blockquote>` : nothing);

/**
 * @param {OpenEdit} edit
 * @param {Status} status
 * @param {FaceEvents} events
 */
function newNote(edit, status, events) {
  return html`${quoted(edit.picked?.quote ?? "")}${editor(edit, status, events)}`;
}

/** @param {Placed} placed  one that has its words there, seen or not */
const isInAbstract = ({ note, result }) => note.field === "abstract" && result === "not on this view";

/**
 * @param {Thread} thread
 * @param {Face} face
 * @param {FaceEvents} events
 */
function threadView({ root, note, replies }, face, events) {
  const { edit, status } = face;
  const isAnswered = replies.length > 0;
  return html`<div class="thread">
    ${note ? listed(note, face, { ...events, reply: isAnswered ? null : events.reply }) : html`<p class="quiet deleted">${phrase("card_deleted_note")}</p>`}
    ${replies.map((reply) => listed(reply, face, events))}
    ${edit?.parent?.id === root
      ? html`<div class="note answer">${editor(edit, null, events)}</div>`
      : isAnswered && note && canAnswer(note.note, status) ? replyButton(note.note, events) : nothing}
  </div>`;
}

/**
 * Where one answers what was answered before: under it.
 * @param {Note} note
 * @param {FaceEvents} events
 */
const replyButton = (note, events) => html`<div class="actions last"><button type="button" @click=${() => events.reply(note)}>${phrase("reply")}</button></div>`;

/**
 * @param {Placed} placed
 * @param {Face} face
 * @param {Omit<FaceEvents, "reply"> & {reply: FaceEvents["reply"] | null}} events
 */
function listed(placed, { view, opens, edit, moving, history, people, status }, events) {
  const { note } = placed;
  if (edit?.note?.id === note.id) {
    return html`<article class="note" data-note=${note.id}>${quoted(note.quote)}${note.conflict ? elsewhere(note.conflict) : nothing}${editor(edit, null, events)}</article>`;
  }
  const move = moving === note.id ? moveTo(note, status, { move: events.move, stay: () => events.askMove(null) }) : null;
  const past = history?.note === note.id ? historyView(history, note, events) : null;
  return noteView(placed, people, status, move ?? past, {
    ...events,
    show: view.kind === "paper" && (placed.range || (opens && isInAbstract(placed))) ? events.show : null,
  });
}
