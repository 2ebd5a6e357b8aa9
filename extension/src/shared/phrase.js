// Every word that Postil says to people, in the language that is spoken: the catalogues of `_locales`, which the build puts into each
// bundle. Asked of the browser (chrome.i18n), a page's first phrase would keep it waiting, see docs/decisions/0016-languages.md.
import { catalogues } from "./catalogues.js";

/**
 * @typedef {ReturnType<typeof catalogues.en>} Phrases  English has them all
 * @typedef {keyof Phrases} Key
 * @typedef {{[K in Key]: K extends `${infer Stem}_other` ? Stem : never}[Key]} Counted  what has a form for each plural category
 * @typedef {keyof typeof catalogues} Language
 */

/** Dates and numbers of a language that is written in more than one way. @type {Partial<Record<Language, string>>} */
const LOCALES = { en: "en-GB" };

/** @type {Set<Language>} */
const RIGHT_TO_LEFT = new Set(["ar"]);

/** What is written from right to left. */
const RIGHT_TO_LEFT_LETTER = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

const ASCII = /^[\0-\x7f]*$/u;

/** What turns text round by itself (Unicode Annex 9, 2.1 to 2.5); the last would end an isolate of ours. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/gu;

const [ISOLATE, END_OF_ISOLATE] = ["\u2068", "\u2069"];

/** @type {Language} */
let spoken = "en";
/** @type {Phrases | null} */
let phrases = null;

/**
 * Speaks the first of these that is known, or English.
 * @param {readonly string[]} wanted  BCP 47, the most wanted first: `navigator.languages`
 */
export function speak(wanted) {
  const known = wanted.flatMap((tag) => [tag, tag.split("-")[0]]).find((tag) => Object.hasOwn(catalogues, tag));
  spoken = /** @type {Language} */ (known ?? "en");
  phrases = null;
}

export const language = () => spoken;

/** @returns {"ltr" | "rtl"} */
export const direction = () => (RIGHT_TO_LEFT.has(spoken) ? "rtl" : "ltr");

/** For `Intl`. */
export const locale = () => LOCALES[spoken] ?? spoken;

/**
 * @param {Key} key
 * @param {...(string | string[])} values  of `$1`, `$2`, …: users' words, names, addresses, or a list of them
 */
export function phrase(key, ...values) {
  phrases ??= catalogues[spoken]();
  return phrases[key].replace(/\$(\d)/g, (_, place) => {
    const value = values[place - 1];
    return typeof value === "string" ? isolated(value) : listed(value);
  });
}

/** @param {string[]} values @returns {string} */
export const listed = (values) => values.map(isolated).join(phrase("comma"));

/**
 * The form that the language has for this many (`Intl.PluralRules`).
 * @param {Counted} stem
 * @param {number} count  is `$1`
 * @param {...string} values  of `$2`, …
 */
export function counted(stem, count, ...values) {
  const key = /** @type {Key} */ (`${stem}_${new Intl.PluralRules(spoken).select(count)}`);
  return phrase(key, number(count), ...values);
}

/** @param {number} count */
export const number = (count) => new Intl.NumberFormat(locale()).format(count);

/**
 * Words of the other direction, put into a sentence, must not turn the rest of it round (Unicode Annex 9, 2.5).
 * @param {string} value
 */
function isolated(value) {
  if (direction() === "ltr" && ASCII.test(value)) return value; // nearly all, and the others' letters are long to look up at first
  const plain = value.replace(TURNS, "");
  const isForeign = RIGHT_TO_LEFT_LETTER.test(plain) || (direction() === "rtl" && /\p{L}/u.test(plain));
  return isForeign ? `${ISOLATE}${plain}${END_OF_ISOLATE}` : plain;
}
