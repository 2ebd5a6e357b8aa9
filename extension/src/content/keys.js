// A key alone, as a shortcut is: nothing held down with it, and no text being composed.

/**
 * @param {KeyboardEvent} event
 * @param {string} key  one letter, in lower case
 */
export function isKey(event, key) {
  return event.key.toLowerCase() === key && !event.altKey && !event.ctrlKey && !event.metaKey && !event.isComposing;
}
