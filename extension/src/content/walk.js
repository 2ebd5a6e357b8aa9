// Reading by keyboard, sentence by sentence: begun by one key or a button, left by Escape or as soon as the reader goes elsewhere.
// Until it is begun it takes no key (way-in.js does).
import { nothing, render } from "lit-html";
import { counted, listed, phrase } from "../shared/phrase.js";
import { createCursor, notesAt, rangeOf, wordsAt } from "./cursor.js";
import { union } from "./geometry.js";
import { boxesOf } from "./hit.js";
import { liveRange } from "./placing.js";
import { reveal } from "./reveal.js";
import { createRing } from "./ring.js";
import { walkBar } from "./walk-bar.js";
import { placeOf } from "./words.js";

/** @import {KeyAction} from "../shared/keys.js" */
/** @import {PaperOnPage, Status} from "../shared/types.js" */
/** @import {Here} from "./cursor.js" */
/** @import {Box} from "./geometry.js" */
/** @import {Host} from "./host.js" */
/** @import {Margin, Placed, Shown} from "./margin.js" */

/**
 * @typedef {object} WalkEvents
 * @property {() => Status} status
 * @property {() => Range | null} selection
 * @property {(node: Node) => Box | null} sight  the part of the window that the node can be seen in; null: all of it
 * @property {() => boolean} attaching  a note waits for words: they are not for a new one
 * @property {(verb: "highlight" | "note", range: StaticRange) => void} mark
 * @property {(shown: Shown, notes: Placed[], at: () => Box | null) => void} open  the card of these, or the paper's where there are none
 * @property {(paper: PaperOnPage) => boolean} openAbstract  whether there is one to be opened in place
 * @property {(group: string) => void} choose
 * @property {() => void} moved
 * @property {() => void} turned  begun, or left
 *
 * @typedef {ReturnType<typeof createWalk>} Walk
 */

/**
 * @param {Document} doc
 * @param {Host} host
 * @param {Margin} margin
 * @param {WalkEvents} events
 */
export function createWalk(doc, host, margin, events) {
  const layer = host.layer("walk-layer");
  const ring = createRing(layer, phrase("walk"));
  const row = layer.appendChild(doc.createElement("div"));
  const cursor = createCursor(margin);
  let isOn = false;
  /** Key of the paper whose title was said last: its card may be rendered anew. @type {string | null} */
  let told = null;
  /** @type {HTMLElement | null} where the focus goes back to */
  let back = null;

  const boxes = () => {
    const now = cursor.here();
    const range = now && liveRange(rangeOf(now));
    return range ? inSight(boxesOf(range), events.sight(range.startContainer)) : [];
  };
  const draw = () => {
    if (isOn && cursor.isGone()) return leave();
    const now = isOn && cursor.here();
    if (!now) return;
    render(walkBar(events.status(), notesAt(now).length, events.attaching(), barEvents), row);
    ring.draw(boxes());
  };
  const arrive = () => {
    const now = cursor.here();
    if (!now) return;
    events.moved();
    reveal(rangeOf(now));
    draw();
    host.say(speech(now, now.stand.key !== told, margin));
    told = now.stand.key;
  };
  /** @param {PaperOnPage | null} paper  null: where something is selected, or what the reader has before the eyes */
  const enter = (paper) => {
    const selected = paper ? null : events.selection();
    if (!(paper ? cursor.into(paper) : cursor.enter(selected, isBeforeTheEyes))) return false;
    if (!isOn) back = host.focused();
    if (selected) doc.getSelection()?.removeAllRanges();
    isOn = true;
    told = null;
    arrive();
    ring.focus();
    events.turned();
    return true;
  };
  const leave = (hasGone = false) => {
    if (!isOn) return;
    isOn = false;
    ring.remove();
    render(nothing, row);
    events.turned();
    if (!hasGone && back?.isConnected) back.focus({ preventScroll: true });
    back = null;
  };
  const open = () => {
    const now = cursor.here();
    if (now) events.open(now.shown, notesAt(now), () => union(boxes()));
  };
  /** @type {import("./walk-bar.js").WalkBarEvents} */
  const barEvents = { act: (action) => void act(action, false), open, leave: () => leave(), choose: events.choose };
  const openAbstract = () => {
    const now = cursor.here();
    if (!now || !events.openAbstract(now.shown.paper)) return;
    cursor.into(now.shown.paper);
    arrive();
    ring.focus();
  };
  /**
   * @param {KeyAction} action
   * @param {boolean} isWider
   * @returns {boolean} whether the key is ours
   */
  const act = (action, isWider) => {
    const now = cursor.here();
    if (!now) return isOn; // the page is being rendered anew
    const go = { next: 1, previous: -1, "next-paper": 1, "previous-paper": -1 };
    if (action === "highlight" || action === "note") events.mark(action, rangeOf(now));
    else if (action === "abstract") openAbstract();
    else if (action === "walk") ring.focus();
    else if (move(action, /** @type {1 | -1} */ (go[action]), isWider)) arrive();
    return true;
  };
  /** @param {KeyAction} action @param {1 | -1} by @param {boolean} isWider */
  const move = (action, by, isWider) => (action.endsWith("paper") ? cursor.paper(by) : isWider ? cursor.widen(by) : cursor.step(by));
  const elsewhere = (/** @type {FocusEvent} */ event) => event.target !== host.element && leave(true);
  doc.addEventListener("focusin", elsewhere, true);

  return {
    isOn: () => isOn,
    enter,
    leave,
    /** Whether what is pressed now is meant for the sentence, and not for something else that has the focus. */
    listens: () => isOn && (host.root.activeElement === null || layer.contains(host.root.activeElement)),
    act,
    /**
     * The keys that are the same everywhere.
     * @param {KeyboardEvent} event
     * @returns {boolean} whether it was one
     */
    press(event) {
      if (host.root.activeElement !== ring.element) return false;
      if (event.key === "ArrowDown") return act("next", event.shiftKey);
      if (event.key === "ArrowUp") return act("previous", event.shiftKey);
      if (event.key === "Enter") open();
      return event.key === "Enter";
    },
    /** One step back: from several sentences to one, from one to the page. */
    escape() {
      if (cursor.narrow()) arrive();
      else leave();
    },
    draw,
    place: () => isOn && ring.draw(boxes()),
    remove: () => doc.removeEventListener("focusin", elsewhere, true),
  };
}

const SENTENCE_END = /[.!?…]$/u;

/**
 * @param {Here} here
 * @param {boolean} isNewPaper
 * @param {Margin} margin
 */
function speech(here, isNewPaper, margin) {
  const isTitle = here.stand.name === "title";
  const notes = notesAt(here);
  const changed = notes.find(({ result }) => result === "changed");
  const title = isNewPaper && !isTitle ? margin.title(here.shown) : "";
  const words = isTitle ? phrase("walk_title", wordsAt(here)) : wordsAt(here);
  const facts = listed([notes.length ? counted("notes", notes.length) : "", changed ? placeOf(changed.note, "changed") : ""].filter(Boolean));
  const parts = [title, words, facts].filter(Boolean);
  return parts.map((part, index) => (index === parts.length - 1 || SENTENCE_END.test(part) ? part : phrase("sentence", part))).join(" ");
}

/**
 * What of the boxes is not cut off by something that scrolls.
 * @param {Box[]} boxes
 * @param {Box | null} sight
 */
function inSight(boxes, sight) {
  if (!sight) return boxes;
  const cut = boxes.map(({ left, right, top, bottom }) => ({ left, right, top: Math.max(top, sight.top), bottom: Math.min(bottom, sight.bottom) }));
  return cut.filter(({ top, bottom }) => bottom > top);
}

/** @param {Element} root */
function isBeforeTheEyes(root) {
  const { top, bottom, height } = root.getBoundingClientRect();
  return height > 0 && top < window.innerHeight && (top >= 0 || bottom > window.innerHeight);
}
