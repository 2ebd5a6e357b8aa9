// Folding, for matching only: spellings of the same text that differ between sites become one. What is stored is never
// folded. White space goes, and so do invisible characters; dashes, quotes, ligatures and other compatibility forms become
// plain; addresses become one word; and TeX is taken apart: one site typesets "$6\times$", a second shows the source, a third
// strips it to "6times".

import { addressesIn } from "./addresses.js";
import { Folding } from "./folding.js";
import { commandName, plainSign } from "./signs.js";
import { finish } from "./slices.js";

/**
 * @typedef {object} FoldedText
 * @property {string} text
 * @property {(start: number, end: number) => {start: number, end: number}} source  a stretch of the folded text, in units of what was folded
 */

const SPACING = String.raw`\\(?:[,;:! \\]|(?:quad|qquad|displaystyle|textstyle|limits|nolimits|left|right|middle|[bB]igg?[lrm]?)(?![A-Za-z]))`;
const STYLE = String.raw`\\(?:text(?:it|bf|tt|sc|sf|rm|normal)?|math(?:bb|bf|cal|frak|it|rm|sf|scr|tt|bin|rel|op|ord)|operatorname\*?|boldsymbol|bm|mbox|emph|em|it|bf|tt|sc)(?![A-Za-z]) ?`;
const ACCENT = String.raw`\\(?:(?<sign>['${"`"}^"~=.])(?: ?\{\\?(?<braced>[A-Za-z])\}|\\?(?<bare>[A-Za-z]))|(?<letter>[cvuHk])\{(?<under>[A-Za-z])\})`;
const NEGATED = String.raw`\\not\s*(?<negated>=|\\in(?![A-Za-z]))`;
const PRIME = String.raw`\^\{?\\prime\}?`;
const FRACTION = String.raw`\\[dt]?frac\{(?<above>[^{}]*)\}(?=\{)`;
const COMMAND = String.raw`\\(?<name>[A-Za-z]+)`;
const MARKUP = String.raw`[\\{}$]`;
const TIE = String.raw`(?<=\S)~(?=\S)`;
/** What TeX leaves in a text. Each begins with one of a few characters, which alone are looked at. */
const TEX = new RegExp(
  `(?<accent>${ACCENT})|(?<gone>${SPACING}|${STYLE}|${TIE})|${NEGATED}|(?<prime>${PRIME})|${FRACTION}|${COMMAND}|${MARKUP}|` +
    "(?<dash>-{2,})|(?<double>\")|(?<single>`)|(?<about>~)",
  "uy",
);
const BEGINNINGS = new Uint8Array(128);
for (const sign of '\\{}$~^`"-') BEGINNINGS[sign.charCodeAt(0)] = 1;

/** @type {Record<string, string>} */
const MARKS = {
  "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
  c: "\u0327", v: "\u030c", u: "\u0306", H: "\u030b", k: "\u0328",
};
const SPACE = 0x20;
const LAST_ASCII = 0x7e;
/** Characters between two looks at the clock. */
const STEP = 10_000;
/** What every address folds to. */
const ADDRESS = "(address)";

/**
 * @param {string} text  canonical: its only white space is the space
 * @returns {FoldedText}
 */
export function fold(text) {
  return finish(foldInSteps(text));
}

/**
 * The same in steps, for a long text.
 * @param {string} text
 * @returns {Generator<void, FoldedText>}
 */
export function* foldInSteps(text) {
  const folding = new Folding(text);
  let at = 0;
  let pause = STEP;
  for (const address of [...addressesIn(text), { start: text.length, end: text.length }]) {
    while (at < address.start) {
      at = foldStretch(folding, text, at, Math.min(address.start, pause));
      if (at < pause) continue;
      pause = at + STEP;
      yield;
    }
    folding.put(address.start, address.end, address.end > address.start ? ADDRESS : "");
    at = address.end;
  }
  return { text: folding.written, source: (start, end) => folding.source(start, end) };
}

/**
 * @param {Folding} folding
 * @param {string} text
 * @param {number} at
 * @param {number} end
 * @returns {number} where it stands: behind the end when a token reaches over it
 */
function foldStretch(folding, text, at, end) {
  let from = at;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code <= LAST_ASCII && code !== SPACE && !BEGINNINGS[code]) {
      at++;
      continue;
    }
    folding.copy(from, at);
    from = at;
    if (code === SPACE) from = ++at;
    else if (code > LAST_ASCII) from = at = foldSign(folding, text, at);
    else if ((at = foldTex(folding, text, at)) > from) from = at;
    else at++;
  }
  folding.copy(from, at);
  return at;
}

/** @param {Folding} folding @param {string} text @param {number} at */
function foldSign(folding, text, at) {
  const sign = String.fromCodePoint(/** @type {number} */ (text.codePointAt(at)));
  folding.put(at, at + sign.length, plainSign(sign, text[at - 1] ?? ""));
  return at + sign.length;
}

/** @param {Folding} folding @param {string} text @param {number} at @returns {number} where it stands unless TeX begins there */
function foldTex(folding, text, at) {
  TEX.lastIndex = at;
  const match = TEX.exec(text);
  if (!match) return at;
  folding.put(at, TEX.lastIndex, replacement(match));
  return TEX.lastIndex;
}

/** @param {RegExpMatchArray} match */
function replacement(match) {
  const kind = /** @type {Record<string, string | undefined>} */ (match.groups);
  if (kind.accent) return accented(kind);
  if (kind.negated) return kind.negated === "=" ? "neq" : "notin";
  if (kind.above !== undefined) return `${fold(kind.above).text}/`;
  if (kind.name) return commandName(kind.name);
  if (kind.dash) return "-";
  if (kind.double) return "''";
  if (kind.prime || kind.single) return "'";
  return kind.about ? "sim" : "";
}

/** @param {Record<string, string | undefined>} kind */
function accented({ braced, bare, under, sign, letter }) {
  return ((braced ?? bare ?? under ?? "") + MARKS[sign ?? letter ?? ""]).normalize("NFC");
}
