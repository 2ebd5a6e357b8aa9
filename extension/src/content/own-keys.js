// Which keys that are pressed on a page are for us.

/** @import {Host} from "./host.js" */

/**
 * Not what a page's script made up, which must not write with our keys; not what is being written.
 * @param {KeyboardEvent} event
 * @param {Host} host
 */
export function isForUs(event, host) {
  if (!event.isTrusted || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return false;
  return event.key === "Escape" || !usesLetters(event.composedPath(), host);
}

const WRITING = "input, textarea, select";
/** Widgets where a letter goes to what begins with it, or is the widget's own key (ARIA Authoring Practices). */
const ROLES = ["textbox", "searchbox", "combobox", "listbox", "menu", "menubar", "tree", "grid", "treegrid", "spinbutton", "application"];
const WIDGETS = ["embed", "object", ...ROLES.map((role) => `[role=${role}]`)].join();

/**
 * @param {EventTarget[]} path  from the innermost that has the focus, or from our host where that has it
 * @param {Host} host  what stands in it has no keys but ours
 */
function usesLetters(path, { element, root }) {
  const isInUs = path.includes(element);
  const inner = isInUs ? root.activeElement : path[0];
  if (!(inner instanceof Element)) return false;
  if (inner.matches(WRITING) || (inner instanceof HTMLElement && inner.isContentEditable)) return true;
  if (isInUs) return false;
  // An element of the page's own making hides in a closed shadow root what it does with letters.
  return inner.localName.includes("-") || path.some((one) => one instanceof Element && one.matches(WIDGETS));
}

/** The page does not hear of it. @param {KeyboardEvent} event */
export function taken(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}
