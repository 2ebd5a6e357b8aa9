// Raised and lowered numbers, in the characters that Unicode has for them: "10<sup>6</sup>" reads "10⁶", and never "106".

const PLAIN = "0123456789+-−";
const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻";
const LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₋";
const NUMBER = /^\s*[-+−]?\d+\s*$/u;

/**
 * @param {Element} element
 * @returns {((text: string) => string) | null}  null: no raised or lowered number
 */
export function raisedNumber(element) {
  const name = element.localName;
  if ((name !== "sup" && name !== "sub") || !NUMBER.test(element.textContent)) return null;
  const signs = name === "sup" ? RAISED : LOWERED;
  return (text) => text.replace(/[-+−\d]/gu, (sign) => signs[PLAIN.indexOf(sign)]);
}

/**
 * A raised or lowered character as it is written otherwise, for folding; null for any other.
 * @param {string} sign
 * @param {string} before  the character before it: a run is raised once
 */
export function writtenOut(sign, before) {
  for (const [signs, mark] of [[RAISED, "^"], [LOWERED, "_"]]) {
    const at = signs.indexOf(sign);
    if (at >= 0) return (before && signs.includes(before) ? "" : mark) + PLAIN[at];
  }
  return null;
}
