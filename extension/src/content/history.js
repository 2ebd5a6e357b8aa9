// The history that a card shows. It lies at the server alone, so it is asked for when it is opened.
import { ask } from "../shared/messages.js";
import { wordingOf } from "../shared/wording.js";
import { farEndLine } from "./words.js";

/** @import {Note, State, Wording} from "../shared/types.js" */

/**
 * @typedef {object} OpenHistory
 * @property {string} note  its id
 * @property {Wording} seen  what the note said when this was opened: a restored text is an edit that begins on it
 * @property {State[] | null} states  the latest first; null: not answered yet
 * @property {string} error
 */

export class History {
  /** @type {OpenHistory | null} */
  now = null;

  /** @param {() => void} redraw */
  constructor(redraw) {
    this.redraw = redraw;
  }

  /** @param {Note} note */
  async open(note) {
    /** @type {OpenHistory} */
    const opened = { note: note.id, seen: wordingOf(note), states: null, error: "" };
    this.now = opened;
    this.redraw();
    try {
      opened.states = (await ask("history", { id: note.id })).states;
    } catch (reason) {
      opened.error = farEndLine(reason);
    }
    if (this.now === opened) this.redraw();
  }

  close() {
    this.now = null;
  }
}
