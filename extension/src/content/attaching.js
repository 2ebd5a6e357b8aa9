// A note waits for words: the next that are selected in its paper become what it marks. A bar says so for as long as it lasts.
import { html, nothing, render } from "lit-html";
import { plain } from "../anchoring/plain.js";
import { phrase } from "../shared/phrase.js";

/** @import {Note, PaperOnPage} from "../shared/types.js" */
/** @import {Host} from "./host.js" */

/** @typedef {ReturnType<typeof createAttaching>} Attaching */

/** @param {Host} host */
export function createAttaching(host) {
  const layer = host.layer("attaching-layer");
  /** @type {Note | null} */
  let note = null;

  const draw = () => render(note ? bar(note, close) : nothing, layer);
  const close = () => {
    note = null;
    draw();
  };
  return {
    note: () => note,
    /** Whether it waits for words of another paper. @param {PaperOnPage} paper */
    refuses: (paper) => note !== null && note.paper !== paper.key,
    /** @param {Note} wanted */
    begin(wanted) {
      note = wanted;
      draw();
      host.say(phrase("attach_which"));
    },
    close,
  };
}

/**
 * @param {Note} note
 * @param {() => void} close
 */
function bar({ quote }, close) {
  return html`<div class="undo attaching" role="group" aria-label=${phrase("reattach")}>
    <span class="lines"><span>${phrase("attach_which")}</span><span class="quiet" dir="auto">${plain(quote)}</span></span>
    <button type="button" @click=${close}>${phrase("cancel")}</button>
  </div>`;
}
