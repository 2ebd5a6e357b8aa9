// What the reader's hand does on the page: selecting, clicking, keys. Of our own UI only keys come here; an abstract that is open in
// place is as good as the page.
import { isPlain } from "./hit.js";
import { isForUs, taken } from "./own-keys.js";

/** @import {Sign} from "./stir.js" */

/**
 * @typedef {object} HandEvents
 * @property {(byTouch: boolean) => void} selected  a selection has come to rest
 * @property {(x: number, y: number) => void} clicked  a plain click, nothing selected
 * @property {(onPage: boolean) => void} pressed  the pointer went down on the page, or on an abstract that is open in place
 * @property {(event: KeyboardEvent, isInUs: boolean) => boolean} key  before the page hears of it; answers whether it was taken
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
 * @param {Sign} [sign]  what the hand has begun already
 */
export function watchHand(doc, host, events, sign) {
  let down = false;
  let inText = false;
  let byTouch = sign?.byTouch ?? false;
  let rest = 0;
  const isText = (/** @type {EventTarget | null} */ target) => target instanceof Element && target.closest(OPEN_TEXT) !== null;
  const isInUs = (/** @type {Event} */ event) => event.composedPath().includes(host.element);
  // Only from within our root can be told what of ours it is, and only what the user did counts.
  const where = (/** @type {(event: any) => void} */ listener) => (/** @type {Event} */ event) => {
    if (event.isTrusted && isInUs(event) === (event.currentTarget === host.root)) listener(event);
  };
  const isOurs = (/** @type {Event} */ event) => isInUs(event) && !isText(event.composedPath()[0]);
  const selectedSoon = () => {
    clearTimeout(rest);
    rest = window.setTimeout(() => events.selected(byTouch), REST);
  };
  /** @type {Array<[string, (event: any) => void]>} */
  const pointing = [
    [
      "pointerdown",
      (event) => {
        if (isOurs(event)) return;
        down = true;
        inText = isInUs(event);
        byTouch = event.pointerType === "touch";
        events.pressed(!inText);
      },
    ],
    [
      "pointerup",
      (event) => {
        const isStray = down && inText && !isText(event.composedPath()[0]);
        const settle = () => {
          if (isStray) events.strayed(event.clientX, event.clientY);
          events.selected(byTouch);
        };
        clearTimeout(rest);
        // The selection is only final once the browser has handled the release.
        if (down || !isOurs(event)) setTimeout(settle);
        down = false;
      },
    ],
    [
      "pointercancel",
      () => {
        down = false;
        // The finger scrolls, or takes hold of what is selected already.
        selectedSoon();
      },
    ],
    [
      "click",
      (event) => {
        if (!isOurs(event) && isPlain(event) && events.nothingSelected()) events.clicked(event.clientX, event.clientY);
      },
    ],
  ];
  const selecting = () => {
    const inOurs = doc.activeElement === host.element && !host.root.activeElement?.querySelector(OPEN_TEXT);
    if (down || inOurs) clearTimeout(rest);
    else selectedSoon();
  };
  const pressing = (/** @type {KeyboardEvent} */ event) => {
    if (isForUs(event, host) && events.key(event, isInUs(event))) taken(event);
  };
  /** @type {Array<[EventTarget, string, (event: any) => void]>} */
  const listeners = [
    [doc, "selectionchange", selecting],
    [doc, "keydown", pressing],
    ...pointing.flatMap(([type, listener]) => [doc, host.root].map((place) => /** @type {[EventTarget, string, typeof listener]} */ ([place, type, where(listener)]))),
  ];
  for (const [place, type, listener] of listeners) place.addEventListener(type, listener, true);
  if (sign && !events.nothingSelected()) selectedSoon();
  return {
    stop() {
      clearTimeout(rest);
      for (const [place, type, listener] of listeners) place.removeEventListener(type, listener, true);
    },
  };
}
