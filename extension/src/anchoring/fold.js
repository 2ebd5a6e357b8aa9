// Folding, for matching only: spellings of the same text that differ between sites become one. What is stored is never
// folded. Dashes, quotes, ligatures and other compatibility forms; and TeX as it leaks into abstracts: one site typesets
// "$6\times$", a second shows the source, a third strips it to "6times".

/**
 * @typedef {object} FoldedText
 * @property {string} text
 * @property {(start: number, end: number) => {start: number, end: number}} source  a stretch of the folded text, in units of what was folded
 */

const STYLE = String.raw`\\(?:text(?:it|bf|tt|sc|sf|rm|normal)?|emph|em|it|bf|tt|sc)(?![A-Za-z]) ?`;
const ACCENT = String.raw`\\(?:(?<sign>['${"`"}^"~=.])(?: ?\{\\?(?<braced>[A-Za-z])\}|\\?(?<bare>[A-Za-z]))|(?<letter>[cvuHk])\{(?<under>[A-Za-z])\})`;
const MARKUP = String.raw`\\[()[\]]|[\\{}$⟦⟧]`;
const DASH = String.raw`-{2,}|[‐‑‒–—―−﹘﹣－]`;
const DOUBLE = "``|''|[“”„‟″«»]";
const SINGLE = "[‘’‚‛′`]";
const TIE = String.raw`(?<=\S)~(?=\S)`;
const TOKENS = new RegExp(
  `(?<accent>${ACCENT})|(?<gone>${STYLE}|${MARKUP})|(?<dash>${DASH})|(?<double>${DOUBLE})|(?<single>${SINGLE})|(?<tie>${TIE})|[^ -~]`,
  "gu",
);

/** @type {Record<string, string>} */
const MARKS = {
  "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
  c: "\u0327", v: "\u030c", u: "\u0306", H: "\u030b", k: "\u0328",
};

/**
 * @param {string} text
 * @returns {FoldedText}
 */
export function fold(text) {
  let folded = "";
  /** @type {number[]} */
  const starts = [];
  /** @type {number[]} */
  const ends = [];
  let at = 0;
  const copy = (/** @type {number} */ end) => {
    folded += text.slice(at, end);
    for (; at < end; at++) ends.push(starts.push(at) && at + 1);
  };
  for (const match of text.matchAll(TOKENS)) {
    copy(match.index);
    at = match.index + match[0].length;
    const spelling = replacement(match);
    folded += spelling;
    for (let unit = 0; unit < spelling.length; unit++) ends.push(starts.push(match.index) && at);
  }
  copy(text.length);
  return { text: folded, source: (start, end) => ({ start: starts[start] ?? 0, end: ends[end - 1] ?? 0 }) };
}

/** @param {RegExpMatchArray} match */
function replacement(match) {
  const kind = match.groups ?? {};
  if (kind.accent) return accented(kind);
  if (kind.gone) return "";
  if (kind.dash) return "-";
  if (kind.double) return '"';
  if (kind.single) return "'";
  if (kind.tie) return " ";
  return match[0].normalize("NFKC").replaceAll("\u2044", "/");
}

/** @param {Record<string, string>} kind */
function accented(kind) {
  const letter = kind.braced ?? kind.bare ?? kind.under;
  return (letter + MARKS[kind.sign ?? kind.letter]).normalize("NFC");
}
