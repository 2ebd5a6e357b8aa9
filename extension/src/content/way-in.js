// The two ways into reading by keyboard: one letter, where the page makes nothing of it, and a button for those who use no letters.
import { actionOf, letterOf } from "../shared/keys.js";
import { phrase } from "../shared/phrase.js";
import { isForUs, taken } from "./own-keys.js";

/** @import {Keys} from "../shared/keys.js" */
/** @import {Host} from "./host.js" */

/**
 * @param {Host} host
 * @param {{keys: () => Keys, isOpen: () => boolean, enter: () => void}} way  open: there is something to read, and it is not begun
 */
export function createWayIn(host, { keys, isOpen, enter }) {
  const layer = host.layer("way-layer");
  // Seen when the Tab key comes to it, and only then are its words laid out (host.css): every page has it, most readers never need it.
  const button = document.createElement("button");
  button.type = "button";
  button.className = "way-in";
  button.setAttribute("aria-label", phrase("walk"));
  button.addEventListener("click", enter);
  const pressed = (/** @type {KeyboardEvent} */ event) => {
    if (event.defaultPrevented || !isForUs(event, host) || actionOf(event, keys()) !== "walk" || !isOpen()) return;
    taken(event);
    enter();
  };
  window.addEventListener("keydown", pressed);

  return {
    draw() {
      const letter = letterOf(keys(), "walk");
      button.title = letter ? phrase("walk_by", letter) : phrase("walk");
      if (letter) button.setAttribute("aria-keyshortcuts", letter);
      else button.removeAttribute("aria-keyshortcuts");
      if (!isOpen()) button.remove();
      else if (!button.isConnected) layer.append(button);
    },
    remove: () => window.removeEventListener("keydown", pressed),
  };
}
