// What the reader of a page does to notes: each write is painted from its own answer, before the server has seen it.
import { plain } from "../anchoring/plain.js";
import { ask } from "../shared/messages.js";
import { phrase } from "../shared/phrase.js";
import { uuidv7 } from "../shared/uuid.js";
import { destination } from "./save-to.js";
import { sending } from "./words.js";

/** @import {Draft, Note, PaperOnPage, Seen, Status, Target, Wording} from "../shared/types.js" */
/** @import {Begun} from "./card.js" */
/** @import {Margin} from "./margin.js" */
/** @import {Picked} from "./selection.js" */

/**
 * @typedef {object} WriterEvents
 * @property {() => Status} status
 * @property {(text: string) => void} say
 * @property {() => void} written  the margin has changed
 *
 * @typedef {ReturnType<typeof createWriter>} Writer
 */

/**
 * @param {Margin} margin
 * @param {WriterEvents} events
 */
export function createWriter(margin, events) {
  let writes = 0;
  /** @type {Set<string>} */
  const told = new Set();

  const done = (/** @type {string} */ words) => {
    writes += 1;
    events.written();
    events.say(events.status().problem ? `${phrase("sentence", words)} ${phrase("sending_waiting")}` : words);
  };
  const tell = async (/** @type {PaperOnPage} */ paper, /** @type {string} */ group) => {
    const what = `${group} ${paper.key} ${paper.source} ${paper.version ?? ""}`; // the text is kept for the group that the note goes to
    const seen = particulars(margin, paper);
    if (told.has(what) || !(seen.title || seen.abstract)) return;
    told.add(what);
    // The note matters more than the paper's particulars: they are sent again with the next one.
    await ask("paper-seen", { paper: seen }).catch(() => told.delete(what));
  };
  const attach = async (/** @type {Note} */ note, /** @type {Picked} */ picked) => {
    await tell(picked.paper, note.group);
    margin.put(await ask("attach", { id: note.id, target: targetOf(picked) }));
  };

  return {
    /** How many writes there were: an answer asked for before the last one is old. */
    writes: () => writes,
    /**
     * @param {PaperOnPage} paper
     * @param {Picked | null} picked
     * @param {string} text
     * @param {string[]} tags
     * @param {Begun} [begun]
     */
    async create(paper, picked, text, tags, begun) {
      const draft = draftOf(events.status(), paper, picked, text, tags);
      await tell(paper, draft.group);
      margin.put(await ask("create", { draft, ...begun }));
      done(phrase(text ? "said_saved" : "said_highlighted"));
    },
    /**
     * @param {Note} note
     * @param {Wording} wording
     * @param {Seen} seen
     * @param {Begun} [begun]
     */
    async edit({ id }, { text, tags }, seen, begun) {
      const note = await ask("edit", { id, text, tags, seen, ...begun });
      margin.put(note);
      done(note.conflict ? sending(note)?.text ?? "" : phrase("said_saved"));
    },
    /**
     * @param {Note} note
     * @param {Picked} picked  what it marks from now on: the words that stand where it lies
     */
    async confirm(note, picked) {
      await attach(note, picked);
      done(phrase("said_confirmed"));
    },
    /**
     * @param {Note} note
     * @param {Picked} picked  what it marks from now on: other words
     */
    async reattach(note, picked) {
      await attach(note, picked);
      done(phrase("said_reattached"));
    },
    /**
     * @param {Note} parent
     * @param {string} text
     * @param {Begun} [begun]
     */
    async reply(parent, text, begun) {
      margin.put(await ask("create", { draft: replyTo(parent, text), ...begun }));
      done(phrase("said_saved"));
    },
    /**
     * @param {Note} note
     * @param {string} group
     */
    async move(note, group) {
      margin.put(await ask("move", { id: note.id, group }));
      done(phrase("said_moved"));
    },
    /** @param {Note} note */
    async remove(note) {
      await ask("delete", { id: note.id });
      margin.drop(note);
      done(phrase("said_deleted"));
    },
    /** @param {Note} note */
    async bringBack(note) {
      margin.put(await ask("undo-delete", { id: note.id }));
      done(phrase("said_brought_back"));
    },
  };
}

/**
 * @param {Status} status
 * @param {PaperOnPage} paper
 * @param {Picked | null} picked
 * @param {string} text
 * @param {string[]} tags
 * @returns {Draft}
 */
function draftOf(status, paper, picked, text, tags) {
  const group = destination(status);
  if (!group) throw new Error(phrase("no_destination"));
  return {
    id: uuidv7(),
    group: group.id,
    paper: paper.key,
    ...(picked ? targetOf(picked) : { field: null, selectors: [], quote: "", ...metOn(paper) }),
    text,
    tags,
    created: new Date().toISOString(),
  };
}

/**
 * @param {Picked} picked
 * @returns {Target}
 */
function targetOf({ paper, field, selectors, quote }) {
  return { field, selectors, quote, ...metOn(paper) };
}

/** @param {PaperOnPage} paper */
function metOn(paper) {
  return { url: addressFor(paper), source: paper.source, ...(paper.version === undefined ? {} : { version: paper.version }) };
}

/**
 * @param {Note} parent
 * @param {string} text
 * @returns {Draft}
 */
function replyTo({ id, group, paper }, text) {
  const unmarked = { field: null, selectors: [], quote: "", tags: [] };
  return { ...unmarked, id: uuidv7(), parent: id, group, paper, text, url: location.href, source: "", created: new Date().toISOString() };
}

/**
 * @param {Margin} margin
 * @param {PaperOnPage} paper
 */
function particulars(margin, paper) {
  const shown = margin.of(paper.key);
  const read = (/** @type {Element | undefined} */ field) => (field && shown ? plain(margin.text(shown, field).text) : "");
  return {
    key: paper.key,
    title: paper.title ?? read(paper.fields.title),
    abstract: paper.abstract ?? read(paper.fields.abstract),
    url: paper.url,
    source: paper.source,
    ...(paper.version === undefined ? {} : { version: paper.version }),
  };
}

/** The server's limit for an address (docs/api.md). */
const LONGEST_ADDRESS = 2048;

/** Where the note was made; for an address that the server would refuse, the paper's own page. @param {PaperOnPage} paper */
export function addressFor(paper) {
  const here = location.href.replace(/#.*$/u, "");
  return here.length <= LONGEST_ADDRESS ? here : paper.url;
}
