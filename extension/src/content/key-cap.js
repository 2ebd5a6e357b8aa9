// A key's letter beside what it does; nothing where it has none.
import { html, nothing } from "lit-html";

/** @param {string} letter */
export const keyCap = (letter) => (letter ? html`<kbd aria-hidden="true">${letter}</kbd>` : nothing);
