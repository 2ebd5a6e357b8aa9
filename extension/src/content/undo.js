// The way back after a delete: stays at least ten seconds, and until something else is done.
import { html, nothing, render } from "lit-html";
import { counted, phrase } from "../shared/phrase.js";
import { closeIcon } from "./icons.js";
import { farEndLine } from "./words.js";

/** @import {Note} from "../shared/types.js" */
/** @import {Host} from "./host.js" */

const AT_LEAST = 10_000;

/**
 * @param {Host} host
 * @param {(note: Note) => Promise<void>} bringBack
 */
export function createUndo(host, bringBack) {
  const layer = host.layer("undo-layer");
  /** @type {Note[]} */
  let deleted = [];
  let since = 0;
  let error = "";

  const draw = () => render(deleted.length ? bar() : nothing, layer);
  const close = () => {
    deleted = [];
    error = "";
    draw();
  };
  const undo = async () => {
    try {
      for (const note of deleted.slice()) {
        await bringBack(note);
        deleted = deleted.filter((one) => one !== note);
      }
      close();
    } catch (reason) {
      error = farEndLine(reason);
      draw();
    }
  };
  const bar = () => html`<div class="undo" role="group" aria-label=${phrase("notes_deleted_name")}>
    <span>${error || counted("notes_deleted", deleted.length)}</span>
    <button type="button" @click=${() => void undo()}>${phrase("undo")}</button>
    <button type="button" class="bare" aria-label=${phrase("dismiss")} title=${phrase("dismiss")} @click=${close}>${closeIcon}</button>
  </div>`;

  return {
    /** @param {Note} note */
    offer(note) {
      if (Date.now() - since > AT_LEAST) deleted = [];
      deleted = [...deleted, note];
      since = Date.now();
      error = "";
      draw();
    },
    /** Another action was taken: the offer has had its time. */
    pass() {
      if (deleted.length && Date.now() - since > AT_LEAST) close();
    },
    close,
  };
}
