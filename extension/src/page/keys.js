// The letters of the reader on the server's own pages, chosen among the server's settings by the editor that the extension's options
// have. They are kept where the reader keeps everything here: in this browser, for this server.
import { html, render } from "lit-html";
import { keysActions, keysForm } from "../options/keys-form.js";
import { createLetters } from "../options/letters.js";
import { DEFAULT_KEYS } from "../shared/keys.js";
import { ask, messageOf, onPush } from "../shared/messages.js";
import { phrase } from "../shared/phrase.js";

/** @import {Keys} from "../shared/keys.js" */
/** @import {Untaken} from "../options/keys-form.js" */

/**
 * @param {HTMLElement} place
 * @param {() => void} chosen  pages that are open have to hear of it
 */
export async function editKeys(place, chosen) {
  /** @type {{keys: Keys, untaken: Untaken | null, said: string}} */
  const state = { keys: DEFAULT_KEYS, untaken: null, said: "" };
  const show = (/** @type {Partial<typeof state>} */ change) => {
    Object.assign(state, change);
    render(html`${keysForm(state.keys, state.untaken, actions)}<p class="hint" role="status">${state.said}</p>`, place);
  };
  const letters = createLetters(state.keys, (keys) => ask("set-keys", keys), (keys) => show({ keys }));
  const keep = async (/** @type {Keys} */ keys) => {
    state.untaken = null;
    try {
      await letters.choose(keys);
      show({ said: phrase("kept") });
      chosen();
    } catch (error) {
      show({ said: messageOf(error) });
    }
  };
  const actions = keysActions(() => state.keys, (keys) => void keep(keys), (untaken) => show({ untaken, said: "" }));
  onPush(({ status }) => letters.heard(status.keys)); // before it is asked: no choice of another tab is missed
  letters.heard((await ask("status", undefined)).keys);
}
