// The letters that are keys on pages: which does what, another one instead, none, or all of them off. In the options of the extension
// and in the settings of the server, whose own pages are read without it.
import { html } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { ACTIONS, clashIn, DEFAULT_KEYS, letterOf, withLetter } from "../shared/keys.js";
import { phrase } from "../shared/phrase.js";

/** @import {KeyAction, Keys} from "../shared/keys.js" */
/** @import {Key} from "../shared/phrase.js" */

/**
 * What was typed and not taken, and the line that says why.
 * @typedef {{action: KeyAction, letter: string, line: string}} Untaken
 *
 * @typedef {object} KeysActions
 * @property {(on: boolean) => void} useKeys
 * @property {(action: KeyAction, letter: string) => void} takeKey
 * @property {() => void} usualKeys
 */

/** @type {Record<KeyAction, Key>} */
const NAMES = {
  walk: "walk",
  next: "walk_next",
  previous: "walk_previous",
  "next-paper": "keys_next_paper",
  "previous-paper": "keys_previous_paper",
  highlight: "highlight",
  note: "note",
  abstract: "abstract",
};

/**
 * A choice of keys with one letter changed, or why it cannot be.
 * @param {Keys} keys
 * @param {KeyAction} action
 * @param {string} typed  the last letter of it is meant; none: no key
 * @returns {{keys: Keys, untaken: null} | {keys: null, untaken: Untaken}}
 */
function rekeyed(keys, action, typed) {
  const letter = [...typed.trim()].at(-1)?.toLowerCase() ?? "";
  const wanted = withLetter(keys, action, letter);
  const clash = clashIn(wanted.letters);
  if (!clash) return { keys: wanted, untaken: null };
  const other = clash.other === action ? clash.action : clash.other;
  return { keys: null, untaken: { action, letter, line: other ? phrase("keys_taken", letter, phrase(NAMES[other])) : phrase("keys_not_one") } };
}

/**
 * @param {() => Keys | null} present  null: not known yet
 * @param {(keys: Keys) => void} keep
 * @param {(untaken: Untaken) => void} refuse
 * @returns {KeysActions}
 */
export function keysActions(present, keep, refuse) {
  const change = (/** @type {(keys: Keys) => ReturnType<typeof rekeyed>} */ changed) => {
    const now = present();
    if (!now) return;
    const { keys, untaken } = changed(now);
    if (keys) keep(keys);
    else refuse(untaken);
  };
  return {
    useKeys: (on) => change((keys) => ({ keys: { ...keys, on }, untaken: null })),
    takeKey: (action, typed) => change((keys) => rekeyed(keys, action, typed)),
    usualKeys: () => change(({ on }) => ({ keys: { ...DEFAULT_KEYS, on }, untaken: null })),
  };
}

/**
 * @param {Keys} keys
 * @param {Untaken | null} untaken
 * @param {KeysActions} actions
 */
export function keysForm(keys, untaken, actions) {
  const isUsual = !Object.keys(keys.letters).length;
  return html`
    <section aria-labelledby="keys">
      <h2 id="keys">${phrase("keys")}</h2>
      <p id="keys-about">${phrase("keys_about")}</p>
      <label class="choice">
        <input type="checkbox" .checked=${live(keys.on)} @change=${(/** @type {Event} */ event) => actions.useKeys(inputOf(event).checked)} /><span>${phrase("keys_on")}</span></label>
      <fieldset class="keys" aria-labelledby="keys" ?disabled=${!keys.on}>${ACTIONS.map((action) => field(action, keys, untaken, actions))}</fieldset>
      <p class="small wrong" id="key-wrong" aria-live="polite">${untaken?.line ?? ""}</p>
      <div class="row"><button type="button" ?disabled=${isUsual && !untaken} @click=${actions.usualKeys}>${phrase("keys_usual")}</button></div>
    </section>
  `;
}

/**
 * @param {KeyAction} action
 * @param {Keys} keys
 * @param {Untaken | null} untaken
 * @param {KeysActions} actions
 */
function field(action, { letters }, untaken, actions) {
  const wrong = untaken?.action === action ? untaken : null;
  return html`<label for="key-${action}">${phrase(NAMES[action])}</label>
    <input id="key-${action}" type="text" autocomplete="off" autocapitalize="none" spellcheck="false" aria-invalid=${String(wrong !== null)}
      aria-describedby=${wrong ? "key-wrong" : "keys-about"} .value=${live(wrong?.letter ?? letterOf({ on: true, letters }, action))}
      @focus=${(/** @type {Event} */ event) => inputOf(event).select()}
      @input=${(/** @type {InputEvent} */ event) => event.isComposing || actions.takeKey(action, inputOf(event).value)} />`;
}

/** @param {Event} event */
const inputOf = ({ currentTarget }) => /** @type {HTMLInputElement} */ (currentTarget);
