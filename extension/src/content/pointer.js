// What the reader's hand does on the page: selecting, clicking, the two keys. Our own UI's events never come here.
import { isPlain } from "./hit.js";

/**
 * @typedef {object} HandEvents
 * @property {() => void} selected  a selection has come to rest
 * @property {(x: number, y: number) => void} clicked  a plain click, nothing selected
 * @property {() => void} pressed  the pointer went down somewhere on the page
 * @property {(key: string) => boolean} key  answers whether the key was taken
 */

const REST = 250;

/**
 * @param {Document} doc
 * @param {HTMLElement} own  our host
 * @param {HandEvents} events
 * @returns {() => void} stop
 */
export function watchHand(doc, own, events) {
  let down = false;
  let rest = 0;
  const isOurs = (/** @type {Event} */ event) => event.composedPath().includes(own);
  /** @type {Array<[string, (event: any) => void]>} */
  const listeners = [
    [
      "pointerdown",
      (event) => {
        if (isOurs(event)) return;
        down = true;
        events.pressed();
      },
    ],
    [
      "pointerup",
      (event) => {
        down = false;
        // The selection is only final once the browser has handled the release.
        if (!isOurs(event)) setTimeout(events.selected);
      },
    ],
    ["pointercancel", () => void (down = false)],
    [
      "selectionchange",
      () => {
        clearTimeout(rest);
        if (!down && doc.activeElement !== own) rest = window.setTimeout(events.selected, REST);
      },
    ],
    [
      "click",
      (event) => {
        if (!isOurs(event) && isPlain(event) && (doc.getSelection()?.isCollapsed ?? true)) events.clicked(event.clientX, event.clientY);
      },
    ],
    [
      "keydown",
      (event) => {
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
