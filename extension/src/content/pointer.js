// What the reader's hand does on the page: selecting, clicking, the two keys. Our own UI's events never come here; an abstract
// that is open in place is as good as the page.
import { isPlain } from "./hit.js";

/**
 * @typedef {object} HandEvents
 * @property {() => void} selected  a selection has come to rest
 * @property {(x: number, y: number) => void} clicked  a plain click, nothing selected
 * @property {(onPage: boolean) => void} pressed  the pointer went down on the page, or on an abstract that is open in place
 * @property {(key: string) => boolean} key  answers whether the key was taken
 * @property {() => boolean} nothingSelected
 * @property {(x: number, y: number) => void} strayed  a drag that began in an abstract of ours ended beside it
 */

const REST = 250;
/** Our own text that is read and marked like the page's. */
export const OPEN_TEXT = "[data-postil-field]";

/**
 * @param {Document} doc
 * @param {import("./host.js").Host} host
 * @param {HandEvents} events
 * @returns {() => void} stop
 */
export function watchHand(doc, host, events) {
  let down = false;
  let inText = false;
  let rest = 0;
  const isText = (/** @type {EventTarget | null} */ target) => target instanceof Element && target.closest(OPEN_TEXT) !== null;
  const isInUs = (/** @type {Event} */ event) => event.composedPath().includes(host.element);
  const isOurs = (/** @type {Event} */ event) => isInUs(event) && !isText(event.composedPath()[0]);
  /** @type {Array<[string, (event: any) => void]>} */
  const listeners = [
    [
      "pointerdown",
      (event) => {
        if (isOurs(event)) return;
        down = true;
        inText = isInUs(event);
        events.pressed(!inText);
      },
    ],
    [
      "pointerup",
      (event) => {
        const isStray = down && inText && !isText(event.composedPath()[0]);
        const settle = () => {
          if (isStray) events.strayed(event.clientX, event.clientY);
          events.selected();
        };
        // The selection is only final once the browser has handled the release.
        if (down || !isOurs(event)) setTimeout(settle);
        down = false;
      },
    ],
    ["pointercancel", () => void (down = false)],
    [
      "selectionchange",
      () => {
        clearTimeout(rest);
        const inOurs = doc.activeElement === host.element && !host.root.activeElement?.querySelector(OPEN_TEXT);
        if (!down && !inOurs) rest = window.setTimeout(events.selected, REST);
      },
    ],
    [
      "click",
      (event) => {
        if (!isOurs(event) && isPlain(event) && events.nothingSelected()) events.clicked(event.clientX, event.clientY);
      },
    ],
    [
      "keydown",
      (event) => {
        if (!event.isTrusted) return; // a page's script must not write with our keys
        if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
        if (event.key !== "Escape" && isWriting(event)) return;
        if (!events.key(event.key)) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      },
    ],
  ];
  for (const [type, listener] of listeners) doc.addEventListener(type, listener, true);
  return () => {
    clearTimeout(rest);
    for (const [type, listener] of listeners) doc.removeEventListener(type, listener, true);
  };
}

/** @param {KeyboardEvent} event */
function isWriting(event) {
  const target = event.composedPath()[0];
  if (!(target instanceof Element)) return false;
  return target.matches("input, textarea, select") || (target instanceof HTMLElement && target.isContentEditable);
}
