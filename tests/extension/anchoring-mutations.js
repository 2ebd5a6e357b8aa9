// What becomes of a sentence between the page that it was marked on and the page that it is met on.

import { escaped } from "./anchoring-typeset.js";

/**
 * A page is made of sentences, a sentence of strings and formulas (the number of one).
 * @typedef {Array<string | number>} Sentence
 *
 * @typedef {object} Told  a case: HTML before, of and after what is marked; formulas stand in it as "⟪way number⟫"
 * @property {string} kind
 * @property {string[]} made
 * @property {string[]} met  without a middle: it is not there any more
 * @property {string[]} allowed  results; what is painted must besides be the right characters
 * @property {boolean} [tells]  whether differences must be named when it is found
 *
 * @typedef {{below: (top: number) => number, pick: <T>(list: T[]) => T}} Random
 */

const SAME = ["exact"];
const SAME_OR_MOVED = ["exact", "moved"];
const EDITED = ["changed"];
const EDITED_OR_LOST = ["changed", "lost"];

const SPACES = ["\u00a0", "\u2009", "\u202f", "  ", "\n    ", " \u200b", "\u3000"];
const ACCENTED = { a: "á", e: "é", o: "ö", u: "ü", n: "ñ", c: "ç" };
const INSERTED = [
  "A further experiment, which we add in this version, confirms all that was said before.",
  "Results are averaged over seeds.",
  "Note that the appendix has the proofs, and a table of all that was tried without success.",
];
const WAYS = ["katex", "mathjax", "source", "source2", "flat", "signs"];
const TYPOGRAPHY = [[/--/gu, "–"], [/(?<=\w)-(?=\w)/gu, "‐"], [/^"/u, "“"], [/"/gu, "”"], [/'/gu, "’"], [/\.\.\./gu, "…"], [/fi/gu, "ﬁ"]];

/** @param {Sentence} sentence @param {string} way @param {(text: string) => string} [respell] */
function rendered(sentence, way, respell = (text) => text) {
  return sentence.map((part) => (typeof part === "number" ? `⟪${way} ${part}⟫` : escaped(respell(part)))).join("");
}

/** @param {Sentence[]} sentences @param {string} way @param {(text: string) => string} [respell] */
const page = (sentences, way, respell) => sentences.map((sentence) => rendered(sentence, way, respell)).join(" ");

/**
 * @param {Sentence[]} sentences
 * @param {number} at
 * @param {string} way
 * @param {(text: string) => string} [respell]
 */
function told(sentences, at, way, respell) {
  return [`${page(sentences.slice(0, at), way, respell)} `, rendered(sentences[at], way, respell), ` ${page(sentences.slice(at + 1), way, respell)}`];
}

/** @param {Sentence} sentence @param {(text: string) => string} change  of its text, formulas left alone */
const edited = (sentence, change) => sentence.map((part) => (typeof part === "string" ? change(part) : part));

/** @param {Sentence[]} sentences @param {number} at @param {Sentence} sentence */
const replaced = (sentences, at, sentence) => sentences.map((one, index) => (index === at ? sentence : one));

/** Every kind of change. Each is given an abstract, the place of the marked sentence in it, and where chance comes from. */
/** @type {Record<string, (sentences: Sentence[], at: number, random: Random) => Omit<Told, "kind"> | null>} */
export const KINDS = {
  "typeset by KaTeX": (sentences, at, random) => rewritten(sentences, at, random.pick(WAYS), "katex"),
  "typeset by MathJax": (sentences, at, random) => rewritten(sentences, at, random.pick(WAYS), "mathjax"),
  "flattened": (sentences, at, random) => rewritten(sentences, at, random.pick(["katex", "mathjax", "source", "signs"]), "flat"),
  "in Unicode's signs": (sentences, at, random) => rewritten(sentences, at, random.pick(["katex", "mathjax", "source", "flat"]), "signs"),
  "other white space": (sentences, at, random) => {
    const respell = (/** @type {string} */ text) => text.replace(/ /gu, () => (random.below(3) ? " " : random.pick(SPACES)));
    return { made: told(sentences, at, "source"), met: told(sentences, at, "source", respell), allowed: SAME };
  },
  "NFD": (sentences, at) => {
    const accents = (/** @type {string} */ text) => text.replace(/(?<=[a-z])[aeounc](?=[a-z]{3})/gu, (letter) => ACCENTED[letter]);
    return { made: told(sentences, at, "signs", accents), met: told(sentences, at, "signs", (text) => accents(text).normalize("NFD")), allowed: SAME };
  },
  "other dashes and quotes": (sentences, at) => {
    const respell = (/** @type {string} */ text) => text.replace(/(?<!\S)(?!\S*:\/\/)\S+/gu, (word) => TYPOGRAPHY.reduce((spelt, [from, to]) => spelt.replace(from, to), word));
    return { made: told(sentences, at, "flat"), met: told(sentences, at, "flat", respell), allowed: SAME };
  },
  "a sentence inserted": (sentences, at, random) => {
    const grown = [...sentences];
    const into = random.pick([at, at, at + 1, at + 1, random.below(sentences.length)]);
    grown.splice(into, 0, [random.pick(INSERTED)]);
    return { made: told(sentences, at, "katex"), met: told(grown, at + Number(into <= at), "source"), allowed: SAME_OR_MOVED };
  },
  "moved": (sentences, at, random) => {
    const rest = sentences.filter((_, index) => index !== at);
    const to = random.below(sentences.length);
    rest.splice(to, 0, sentences[at]);
    return { made: told(sentences, at, "source"), met: told(rest, to, "mathjax"), allowed: SAME_OR_MOVED };
  },
  "split text nodes": (sentences, at, random) => {
    const parts = told(sentences, at, "katex").map((html) => html.replace(/(?<=\w) (?=[a-z])/gu, () => random.pick([" ", " ", "<!-- --> ", " <em></em>", "<span> </span>"])));
    return { made: told(sentences, at, "katex"), met: parts, allowed: SAME };
  },
  "cut off behind it": (sentences, at, random) => {
    const [before, marked, after] = told(sentences, at, "flat");
    return { made: told(sentences, at, "katex"), met: [before, marked, `${after.slice(0, random.below(60))}…`], allowed: SAME_OR_MOVED };
  },
  "this https URL": (sentences, at) => {
    const respell = (/** @type {string} */ text) => text.replace(/https?:\/\/\S+[\w/]/gu, "this https URL");
    return { made: told(sentences, at, "source"), met: told(sentences, at, "katex", respell), allowed: SAME };
  },
  "a word edited": (sentences, at, random) => {
    const words = wordsOf(sentences[at]);
    if (words.length < 8) return null;
    const [word] = words.slice(2, -2).sort((one, other) => other.length - one.length);
    const other = edited(sentences[at], (text) => text.replace(word, random.pick(["entirely", "rather", "other"])));
    return { made: told(sentences, at, "katex"), met: told(replaced(sentences, at, other), at, "source"), allowed: EDITED };
  },
  "a digit edited": (sentences, at) => {
    const other = edited(sentences[at], (text) => text.replace(/\d/u, (digit) => String((Number(digit) + 3) % 10)));
    if (String(other) === String(sentences[at])) return null;
    return { made: told(sentences, at, "katex"), met: told(replaced(sentences, at, other), at, "mathjax"), allowed: EDITED_OR_LOST, tells: true };
  },
  "a negation put in": (sentences, at) => {
    const other = edited(sentences[at], (text) => text.replace(/ (can|is|are|we|that|to) /u, (word) => `${word}not `));
    if (String(other) === String(sentences[at])) return null;
    return { made: told(sentences, at, "flat"), met: told(replaced(sentences, at, other), at, "source"), allowed: EDITED_OR_LOST, tells: true };
  },
  "a part of it, its sentence edited": (sentences, at, random) => fragment(sentences, at, random, true),
  "a part of it, another sentence gone": (sentences, at, random) => fragment(sentences, at, random, false),
  "deleted": (sentences, at) => {
    const rest = sentences.filter((_, index) => index !== at);
    return { made: told(sentences, at, "katex"), met: [page(rest, "source")], allowed: ["lost"] };
  },
  "a part of what was deleted": (sentences, at, random) => {
    const made = fragment(sentences, at, random, false)?.made;
    const rest = sentences.filter((_, index) => index !== at);
    return made ? { made, met: [page(rest, "source")], allowed: ["lost"] } : null;
  },
  "another abstract": (sentences, at, random) => ({ made: told(sentences, at, "katex"), met: [INSERTED.join(" ").repeat(1 + random.below(3))], allowed: ["lost"] }),
  "behind the ellipsis": (sentences, at, random) => {
    if (!at) return null;
    const shown = page(sentences.slice(0, at), "flat");
    return { made: told(sentences, at, "katex"), met: [`${shown.slice(0, shown.length - random.below(40))}…`], allowed: ["not on this view"] };
  },
};

/** @param {Sentence[]} sentences @param {number} at @param {string} from @param {string} to  ways to show a formula */
function rewritten(sentences, at, from, to) {
  return { made: told(sentences, at, from), met: told(sentences, at, to), allowed: SAME };
}

/** @param {Sentence} sentence */
function wordsOf(sentence) {
  return sentence.flatMap((part) => (typeof part === "string" ? (part.match(/[A-Za-z]{4,}/gu) ?? []) : []));
}

/**
 * Some words of a sentence are marked, not all of it.
 * @param {Sentence[]} sentences
 * @param {number} at
 * @param {Random} random
 * @param {boolean} edit  a word of the same sentence, not among the marked ones, is edited; otherwise a sentence goes that is no neighbour
 */
function fragment(sentences, at, random, edit) {
  const words = rendered(sentences[at], "source").split(/(?<= )/u);
  const count = 3 + random.below(6);
  if (words.length < count + 8) return null;
  const first = 4 + random.below(words.length - count - 7);
  const [head, part, tail] = [words.slice(0, first), words.slice(first, first + count), words.slice(first + count)];
  const inside = (/** @type {Sentence[]} */ all, /** @type {number} */ index, /** @type {string[]} */ start) => {
    const [before, , after] = told(all, index, "source");
    return [before + start.join(""), part.join("").trimEnd(), ` ${tail.join("")}${after}`];
  };
  const made = inside(sentences, at, head);
  if (edit) return { made, met: inside(sentences, at, ["Rather ", ...head.slice(1)]), allowed: SAME };
  const gone = (at + 2) % sentences.length;
  if (Math.abs(gone - at) < 2) return null;
  return { made, met: inside(sentences.filter((_, index) => index !== gone), at - Number(gone < at), head), allowed: SAME };
}
