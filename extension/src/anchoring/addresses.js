// Addresses in a text. arXiv shows the words "this https URL" where the authors wrote one, so folding makes one word of each.

/** What is in every address; the rest of it is looked for from there. */
const CORE = /:\/\/|\bwww\.|\.(?:com|org|net|io|ai|edu|gov|dev)\/|\bthis (?:https?|ftp) URL\b/gu;
const BEFORE = /[A-Za-z0-9.+-]*$/u;
const AFTER = /[^\s"<>“”«»，。；、（）【】]*/uy;
/** Marks that end a sentence or a bracket, and not the address in it. */
const NOT_ITS_END = /[^A-Za-z0-9/]+$/u;
const LONGEST_HOST = 80;

/** Words in the place of an address tell nothing of it. @param {string} text */
export function isUntold(text) {
  return /^this \w+ URL$/u.test(text);
}

/**
 * @param {string} text
 * @returns {Array<{start: number, end: number}>} in order, none inside another
 */
export function addressesIn(text) {
  /** @type {Array<{start: number, end: number}>} */
  const found = [];
  for (const core of text.matchAll(CORE)) {
    const [words] = core;
    const last = found.at(-1)?.end ?? 0;
    if (core.index < last) continue;
    if (words.endsWith("URL")) found.push({ start: core.index, end: core.index + words.length });
    else found.push(around(text, Math.max(last, core.index - LONGEST_HOST), core.index));
  }
  return found;
}

/**
 * @param {string} text
 * @param {number} first
 * @param {number} core
 */
function around(text, first, core) {
  const before = /** @type {RegExpExecArray} */ (BEFORE.exec(text.slice(first, core)));
  AFTER.lastIndex = core;
  const after = /** @type {RegExpExecArray} */ (AFTER.exec(text))[0].replace(NOT_ITS_END, "");
  return { start: core - before[0].length, end: core + after.length };
}
