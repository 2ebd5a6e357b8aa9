// The row of a keyboard reader, at the foot of the window: what can be done with the sentence, by which key, and where a note goes.
import { html, nothing } from "lit-html";
import { letterOf } from "../shared/keys.js";
import { counted, phrase } from "../shared/phrase.js";
import { closeIcon, highlightIcon, nextIcon, noteIcon, previousIcon } from "./icons.js";
import { keyCap } from "./key-cap.js";
import { saveTo } from "./save-to.js";

/** @import {KeyAction} from "../shared/keys.js" */
/** @import {Status} from "../shared/types.js" */

/**
 * @typedef {object} WalkBarEvents
 * @property {(action: KeyAction) => void} act
 * @property {() => void} open  the notes there
 * @property {() => void} leave
 * @property {(group: string) => void} choose
 */

/** @param {Event} event  a press with the mouse leaves the focus on the sentence */
const hold = (event) => {
  if (!(event.target instanceof HTMLSelectElement)) event.preventDefault();
};

/**
 * @param {Status} status
 * @param {number} notes  how many have their marks there
 * @param {boolean} isAttaching  a note waits for words: they are not for a new one
 * @param {WalkBarEvents} events
 */
export function walkBar(status, notes, isAttaching, events) {
  const verb = (/** @type {KeyAction} */ action, /** @type {string} */ name, /** @type {unknown} */ face) => {
    const letter = letterOf(status.keys, action);
    return html`<button type="button" title=${name} aria-keyshortcuts=${letter || nothing} @click=${() => events.act(action)}>
      ${face}${keyCap(letter)}
    </button>`;
  };
  const worded = (/** @type {"highlight" | "note"} */ action, /** @type {unknown} */ icon, /** @type {string} */ name) => verb(action, name, html`${icon}<span>${name}</span>`);
  const marking = () => html`${worded("highlight", highlightIcon, phrase("highlight"))}${worded("note", noteIcon, phrase("note"))}`;
  const stop = phrase("walk_stop");
  return html`<div class="walk-bar" role="toolbar" aria-label=${phrase("walk")} @mousedown=${hold}>
    ${verb("previous", phrase("walk_previous"), previousIcon)}${verb("next", phrase("walk_next"), nextIcon)}
    <span class="rule"></span>
    ${status.paired && !isAttaching ? saveTo(status, events.choose) : nothing}
    ${isAttaching ? worded("highlight", highlightIcon, phrase("attach_here")) : marking()}
    ${notes ? html`<button type="button" @click=${events.open}><span>${counted("walk_notes", notes)}</span><kbd aria-hidden="true">${phrase("enter")}</kbd></button>` : nothing}
    <span class="rule"></span>
    <button type="button" class="bare" aria-label=${stop} title=${stop} @click=${events.leave}>${closeIcon}</button>
  </div>`;
}
