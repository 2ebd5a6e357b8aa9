/// <reference path="../ui/css.d.ts" />
// The one element of ours on a page: a shadow root beside the body, outside everything that the page renders itself.
import { direction, language } from "../shared/phrase.js";
import tokens from "../ui/tokens.css";
import look from "./host.css";

/**
 * @typedef {object} Host
 * @property {HTMLElement} element
 * @property {ShadowRoot} root
 * @property {(name: string) => HTMLElement} layer  a place of its own in the shadow root
 * @property {() => {left: number, top: number}} origin  where our coordinates begin, in the viewport
 * @property {() => HTMLElement | null} focused  what has the focus, of the page's or of ours
 * @property {(text: string) => void} say  to assistive technology
 * @property {(scheme: "light" | "dark") => void} scheme
 * @property {(look: string) => void} wear  a style sheet more
 * @property {(name: string) => string} token  a token's value
 * @property {(painted: number) => void} ready
 * @property {(settled: boolean) => void} settled
 * @property {() => void} hold  back into the document, should the page have thrown us out
 * @property {() => void} remove
 */

// What happens in our UI is not the page's: its shortcuts, overlay links and menus must not react.
const KEPT = [
  "click", "dblclick", "auxclick", "contextmenu", "mousedown", "mouseup", "mouseover", "mouseout", "pointerdown", "pointerup",
  "pointerover", "pointerout", "touchstart", "touchend", "keydown", "keyup", "keypress", "beforeinput", "input", "change", "submit",
  "focusin", "focusout", "paste", "copy", "cut", "compositionstart", "compositionend", "dragstart", "selectstart",
];

/** One of these comes before any other that does something, or `pointerdown` on the page does. */
const FIRST = ["mouseover", "focusin", "click"];

/** What something of ours happens on. */
const HEEDED = ["click", "submit", "input", "change", "keydown"];

/**
 * @param {Document} doc
 * @returns {Host}
 */
export function createHost(doc) {
  const element = doc.createElement("div");
  element.setAttribute("data-postil", "");
  const root = element.attachShadow({ mode: "closed" });
  heedHands(root);
  const wear = (/** @type {string} */ rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  };
  wear(`${tokens}\n${look}`);
  keepEvents(element);

  const live = doc.createElement("div");
  live.className = "live";
  live.setAttribute("role", "status");
  live.setAttribute("aria-live", "polite");
  root.append(inOurLanguage(live));
  doc.documentElement.append(element);

  return {
    element,
    root,
    layer: (name) => layer(root, name),
    origin: () => element.getBoundingClientRect(),
    focused: () => focused(root),
    say: (text) => announce(live, text),
    scheme: (scheme) => element.setAttribute("data-scheme", scheme),
    wear,
    token: (name) => getComputedStyle(element).getPropertyValue(name).trim(),
    ready: (painted) => element.setAttribute("data-postil-ready", String(painted)),
    settled: (settled) => element.setAttribute("data-postil-settled", String(settled)),
    hold: () => void (element.isConnected || doc.documentElement.append(element)),
    remove: () => element.remove(),
  };
}

/**
 * What a page's script makes up does nothing here. A form that is sent by a script is sent by the browser all the same: only from the
 * user's hand does a click come before it, of the button itself or for the Enter key.
 * @param {ShadowRoot} root
 */
function heedHands(root) {
  let isClicked = false;
  const heed = (/** @type {Event} */ event) => {
    if (event.isTrusted && event.type === "click") {
      isClicked = true;
      setTimeout(() => (isClicked = false));
    }
    if (event.isTrusted && (event.type !== "submit" || isClicked)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  for (const type of HEEDED) root.addEventListener(type, heed, true);
}

/**
 * From the first on: a page that is only read would be kept waiting by thirty listeners, most of all by those of touch and of pointers,
 * which a browser has an eye on before anything happens.
 * @param {HTMLElement} element
 */
function keepEvents(element) {
  const doc = element.ownerDocument;
  const keepAll = () => {
    for (const type of FIRST) element.removeEventListener(type, keepAll, true);
    doc.removeEventListener("pointerdown", keepAll, true);
    for (const type of KEPT) element.addEventListener(type, (event) => event.stopPropagation());
  };
  for (const type of FIRST) element.addEventListener(type, keepAll, true);
  doc.addEventListener("pointerdown", keepAll, true);
}

/**
 * @param {ShadowRoot} root
 * @param {string} name
 */
function layer(root, name) {
  const place = root.ownerDocument.createElement("div");
  place.className = `layer ${name}`;
  root.append(inOurLanguage(place));
  return place;
}

/** The page's language, and the side from which it is read, are not ours. @param {HTMLElement} place */
function inOurLanguage(place) {
  place.lang = language();
  place.dir = direction();
  return place;
}

/** @param {ShadowRoot} root */
function focused(root) {
  const element = root.activeElement ?? root.ownerDocument.activeElement;
  return element instanceof HTMLElement && element !== root.ownerDocument.body ? element : null;
}

/**
 * @param {HTMLElement} live
 * @param {string} text
 */
function announce(live, text) {
  // The same words twice are only read twice when the region was empty in between.
  live.textContent = "";
  setTimeout(() => {
    live.textContent = text;
  }, 50);
}
