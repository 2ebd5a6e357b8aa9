// Words, numbers and formulas of a text, and which of them a changed meaning hangs on.

import { addressesIn, isUntold } from "./addresses.js";
import { fold } from "./fold.js";
import { later } from "./later.js";

/**
 * @typedef {object} Token
 * @property {number} start  units of the text
 * @property {number} end
 * @property {string} key  folded: what is compared
 */

/** Letters of scripts that set no spaces between words: each of them may end one. */
const UNSPACED = String.raw`\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}`;
const LETTER = String.raw`(?![${UNSPACED}])[\p{L}\p{M}]`;
const NUMBER = String.raw`(?:(?<![\p{L}\p{N}\p{M})\]}])[-−–+±])?\p{N}+(?:[.,]\p{N}+)*(?:\^[-−]?\p{N}+)?`;
// Made when first used: to read classes of so many letters takes milliseconds, on every page, and most pages need none.
const token = later(() => new RegExp(String.raw`⟦[^⟧]*⟧|${NUMBER}|(?:${LETTER})+(?:['’](?:${LETTER})+)*|\S`, "gu"));
const inside = later(() => new RegExp(String.raw`^(?:${LETTER}|\p{N}){2}$`, "u"));
const NUMBERS = /[-^]*\d+(?:[.,]\d+)*/gu;
const NEGATIONS = new Set(
  "no not non nor none never neither nobody nothing nowhere without cannot cant dont doesnt didnt isnt arent wasnt werent wont neq notin nexists".split(" "),
);
const COMMANDS = /\\[A-Za-z]+/gu;
const NEGATING = ["un", "in", "im", "il", "ir", "non", "dis"];

/**
 * @param {string} text
 * @returns {Token[]}
 */
export function tokensOf(text) {
  /** @type {Token[]} */
  const tokens = [];
  let at = 0;
  for (const address of [...addressesIn(text), { start: text.length, end: text.length }]) {
    for (const { 0: found, index } of text.slice(at, address.start).matchAll(token())) tokens.push(tokenAt(text, at + index, at + index + found.length));
    if (address.end > address.start) tokens.push({ ...address, key: text.slice(address.start, address.end) });
    at = address.end;
  }
  return tokens;
}

/** @param {string} text @param {number} start @param {number} end @returns {Token} */
function tokenAt(text, start, end) {
  return { start, end, key: fold(text.slice(start, end)).text };
}

/**
 * Whether an offset lies between two letters or digits of one word.
 * @param {string} text
 * @param {number} at
 */
export function isInsideWord(text, at) {
  return at > 0 && at < text.length && inside().test(text[at - 1] + text[at]);
}

/**
 * The numbers of a text, in order.
 * @param {string} text
 * @param {boolean} addresses  whether those in its addresses count
 */
export function numbersIn(text, addresses) {
  const words = text.split(" ").map((word) => (addressesIn(word).length ? (addresses ? word : "") : fold(word).text));
  return words.flatMap((word) => word.match(NUMBERS) ?? []).join(" ");
}

/** Whether a text has words in the place of an address. @param {string} text */
export function hidesAddress(text) {
  return addressesIn(text).some(({ start, end }) => isUntold(text.slice(start, end)));
}

/** @param {string} text */
export function negationsIn(text) {
  return tokensOf(text).filter(({ key }) => isNegation(key)).length;
}

/** @param {string} key */
function isNegation(key) {
  const word = key.toLowerCase();
  return NEGATIONS.has(word) || NEGATIONS.has(word.replace("'", "")) || word.endsWith("n't") || /neq|notin/u.test(word);
}

/**
 * Whether one word is the other with "un-" or its like before it.
 * @param {string} one
 * @param {string} other
 */
export function isOpposite(one, other) {
  const [short, long] = [one.toLowerCase(), other.toLowerCase()].sort((a, b) => a.length - b.length);
  return short.length > 2 && NEGATING.some((before) => long === before + short);
}

/**
 * Whether two texts that fold alike name a sign by other commands, both in TeX, or another address.
 * @param {string} one
 * @param {string} other
 */
export function isRespelt(one, other) {
  return [commandsIn, addressesOf].some((listed) => {
    const [was, is] = [listed(one), listed(other)];
    return was.length > 0 && is.length > 0 && was.join(" ") !== is.join(" ");
  });
}

/** @param {string} text */
function commandsIn(text) {
  return (text.match(COMMANDS) ?? []).filter((command) => fold(command).text);
}

/** @param {string} text */
function addressesOf(text) {
  const spelt = addressesIn(text).map(({ start, end }) => text.slice(start, end));
  return spelt.filter((one) => !isUntold(one)).map((one) => one.replace(/^https?:\/\/|\/$/gu, ""));
}
