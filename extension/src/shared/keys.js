// The keys of one letter: what each does, which letter it is, and whether a press is one of them (WCAG 2.2, 2.1.4: the user may take
// another letter, none, or switch them all off). Escape, Enter, Tab and the arrows do what they do everywhere, and are not in here.

/**
 * What can be done by a letter, and the letter until the user takes another.
 * @type {Readonly<Record<KeyAction, string>>}
 */
export const LETTERS = Object.freeze({
  walk: "r",
  next: "j",
  previous: "k",
  "next-paper": "f",
  "previous-paper": "b",
  highlight: "h",
  note: "n",
  abstract: "a",
});

/**
 * @typedef {"walk" | "next" | "previous" | "next-paper" | "previous-paper" | "highlight" | "note" | "abstract"} KeyAction
 *
 * @typedef {object} Keys
 * @property {boolean} on
 * @property {Partial<Record<KeyAction, string>>} letters  what the user took instead; "": none
 */

/** @type {Readonly<Keys>} */
export const DEFAULT_KEYS = Object.freeze({ on: true, letters: Object.freeze({}) });

export const ACTIONS = /** @type {KeyAction[]} */ (Object.keys(LETTERS));

/** With Shift they take one more sentence; with Shift no other is ours. @type {KeyAction[]} */
const WIDENING = ["next", "previous"];
const ONE_LETTER = /^[\p{L}\p{N}]$/u;

/**
 * @param {Keys} keys
 * @param {KeyAction} action
 * @returns {string}  "" where there is none
 */
export function letterOf({ on, letters }, action) {
  return on ? (letters[action] ?? LETTERS[action]) : "";
}

/**
 * @param {KeyboardEvent} event
 * @param {Keys} keys
 * @returns {KeyAction | null}
 */
export function actionOf(event, keys) {
  if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return null;
  const [action = null] = typedLetters(event).flatMap((letter) => ACTIONS.find((one) => letterOf(keys, one) === letter) ?? []);
  const isOurs = action && (WIDENING.includes(action) || (!event.shiftKey && !event.repeat));
  return isOurs ? action : null;
}

/**
 * The letter typed; where the keyboard is set to another script, also the Latin one that is on the key.
 * @param {KeyboardEvent} event
 */
function typedLetters({ key, code }) {
  if (!ONE_LETTER.test(key)) return [];
  const latin = /^[a-z0-9]$/iu.test(key) ? null : /^Key([A-Z])$/u.exec(code);
  return [key.toLowerCase(), ...(latin ? [latin[1].toLowerCase()] : [])];
}

/**
 * The same choice with another letter for one action.
 * @param {Keys} keys
 * @param {KeyAction} action
 * @param {string} letter  "": none
 * @returns {Keys}
 */
export function withLetter({ on, letters }, action, letter) {
  const own = { ...letters, [action]: letter };
  if (letter === LETTERS[action]) delete own[action];
  return { on, letters: own };
}

/**
 * What is wrong with a choice of letters: none, or an action whose letter is no single one, or is another action's already.
 * @param {Keys["letters"]} letters
 * @returns {{action: KeyAction, other: KeyAction | null} | null}
 */
export function clashIn(letters) {
  const chosen = ACTIONS.map((action) => ({ action, letter: letterOf({ on: true, letters }, action) }));
  for (const [index, { action, letter }] of chosen.entries()) {
    if (letter === "") continue;
    if (!ONE_LETTER.test(letter) || letter !== letter.toLowerCase()) return { action, other: null };
    const other = chosen.slice(0, index).find((one) => one.letter === letter);
    if (other) return { action, other: other.action };
  }
  return null;
}

/**
 * What came in as a choice, or null when it is none.
 * @param {unknown} payload
 * @returns {Keys | null}
 */
export function keysFrom(payload) {
  const { on, letters } = /** @type {{on?: unknown, letters?: unknown}} */ (payload ?? {});
  if (typeof on !== "boolean" || typeof letters !== "object" || letters === null) return null;
  const entries = Object.entries(letters);
  const areKnown = entries.every(([action, letter]) => Object.hasOwn(LETTERS, action) && typeof letter === "string");
  const own = /** @type {Keys["letters"]} */ (Object.fromEntries(entries));
  return areKnown && !clashIn(own) ? { on, letters: own } : null;
}
