// What the user switched on or off, for every page of this browser.
import { keysFrom } from "./keys.js";
import { AskError } from "./messages.js";
import { phrase } from "./phrase.js";

/**
 * @typedef {import("./backend.js").FarEnd} FarEnd
 * @typedef {import("./messages.js").Handlers} Handlers
 * @typedef {import("./settings.js").Choices} Choices
 */

/** @param {FarEnd} far @returns {Handlers} */
export function switches(far) {
  /** @param {(choices: Choices) => Partial<Choices>} change */
  const change = async (change) => {
    const choices = await far.settings.choices();
    await far.settings.setChoices({ ...choices, ...change(choices) });
    await far.tell([]);
    return far.status();
  };
  return {
    pause: ({ site, paused }) => change((choices) => ({ paused: toggled(choices.paused, String(site), paused === true) })),
    "hide-marks": ({ hidden }) => change(() => ({ hidden: hidden === true })),
    "mute-group": ({ group, muted }) => change((choices) => ({ muted: toggled(choices.muted, String(group), muted === true) })),
    "look-up": ({ when }) => change(() => ({ lookup: when === "badge" ? "badge" : "listing" })),
    "set-keys": (payload) => {
      const keys = keysFrom(payload);
      if (!keys) throw new AskError("bad-message", phrase("bad_keys"));
      return change(() => ({ keys }));
    },
  };
}

/** @param {string[]} list @param {string} one @param {boolean} isIn */
export function toggled(list, one, isIn) {
  const others = list.filter((other) => other !== one);
  return isIn ? [...others, one] : others;
}
