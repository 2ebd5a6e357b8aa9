// A canonical text for reading, not for anchoring: its formulas as authors write them.

/** @param {string} text  canonical */
export function plain(text) {
  return text.replace(/⟦([^⟧]*)⟧/gu, (_, tex) => `$${tex}$`);
}
