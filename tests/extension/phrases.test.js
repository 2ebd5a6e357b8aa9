// The catalogues: every language says everything, in every form that it has, and nothing that nobody asks for.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { afterEach, test } from "node:test";
import { catalogues } from "../../extension/src/shared/catalogues.js";
import { counted, direction, language, locale, number, phrase, speak } from "../../extension/src/shared/phrase.js";

const EXTENSION = new URL("../../extension/", import.meta.url);
const languages = readdirSync(new URL("_locales", EXTENSION));
const read = (path) => readFileSync(new URL(path, EXTENSION), "utf8");
const messages = Object.fromEntries(languages.map((one) => [one, JSON.parse(read(`_locales/${one}/messages.json`))]));
const { en } = messages;

const FORM = /_(?:zero|one|two|few|many|other)$/u;
const isForm = (key) => FORM.test(key) && `${key.replace(FORM, "")}_other` in en;
const stemOf = (key) => (isForm(key) ? key.replace(FORM, "") : key);
const placeholdersIn = (text) => [...new Set(text.match(/\$./gu))].sort();
const formsOf = (one) => new Intl.PluralRules(one).resolvedOptions().pluralCategories;

afterEach(() => speak(["en"]));

for (const one of languages) {
  const own = messages[one];
  const keys = Object.keys(own);

  test(`${one}: has every key of English and no other, each in the forms that the language has`, () => {
    const stems = [...new Set(Object.keys(en).map(stemOf))];
    const wanted = stems.flatMap((stem) => (`${stem}_other` in en ? formsOf(one).map((form) => `${stem}_${form}`) : [stem]));
    assert.deepEqual(keys.toSorted(), wanted.toSorted());
  });

  test(`${one}: a phrase has the places of the English one; a form that means one number may leave the number out`, () => {
    for (const key of keys) {
      const [places, english] = [own[key].message, en[key in en ? key : `${stemOf(key)}_other`].message].map(placeholdersIn);
      const isOneNumber = isForm(key) && /_(?:zero|one|two)$/u.test(key);
      const without = (all) => (isOneNumber ? all.filter((place) => place !== "$1") : all);
      assert.deepEqual(without(places), without(english), key);
    }
  });

  test(`${one}: its file is sorted, a phrase a line, with names that browsers take`, () => {
    assert.deepEqual(keys, keys.toSorted());
    assert.equal(read(`_locales/${one}/messages.json`).split("\n").length, keys.length + 3);
    for (const key of keys) assert.match(key, /^[a-z][a-z0-9_]*$/u);
    for (const [key, { message }] of Object.entries(own)) assert.ok(message.trim(), key);
    assert.ok(own.about.message.length <= 132, "stores take no longer description");
  });
}

test("a catalogue holds what its file says", () => {
  for (const one of languages) {
    assert.deepEqual(catalogues[one](), Object.fromEntries(Object.entries(messages[one]).map(([key, { message }]) => [key, message])));
  }
});

test("no phrase is left that nobody says", () => {
  const sources = readdirSync(new URL("src", EXTENSION), { recursive: true }).filter((file) => file.endsWith(".js") && !file.endsWith("catalogues.js"));
  const code = sources.map((file) => read(`src/${file}`)).join("\n") + read("manifest.json").replace(/__MSG_(\w+)__/gu, "$1");
  assert.deepEqual(Object.keys(en).map(stemOf).filter((stem) => !code.includes(`"${stem}"`)), []);
});

test("the first language that is known is spoken, English where none is", () => {
  const spokenFor = (...wanted) => {
    speak(wanted);
    return language();
  };
  assert.equal(spokenFor("de-AT", "ar"), "de");
  assert.equal(spokenFor("fr", "ar-EG", "en"), "ar");
  assert.equal(spokenFor("fr"), "en");
  assert.equal(spokenFor("toString", ""), "en");
});

test("a language has its direction, its numbers and its forms", () => {
  speak(["ar"]);
  assert.equal(direction(), "rtl");
  assert.deepEqual([0, 1, 2, 3, 11, 100].map((count) => counted("notes", count)), [
    messages.ar.notes_zero.message,
    messages.ar.notes_one.message,
    messages.ar.notes_two.message,
    messages.ar.notes_few.message.replace("$1", number(3)),
    messages.ar.notes_many.message.replace("$1", number(11)),
    messages.ar.notes_other.message.replace("$1", number(100)),
  ]);
  speak(["de"]);
  assert.equal(direction(), "ltr");
  assert.equal(number(1234.5), "1.234,5");
  speak(["en-US"]);
  assert.equal(locale(), "en-GB");
});

test("words of the other direction do not turn a sentence round", () => {
  assert.equal(phrase("abstract_of", "Margins"), "Abstract: Margins");
  assert.equal(phrase("abstract_of", "هوامش"), "Abstract: \u2068هوامش\u2069");
  assert.equal(phrase("abstract_of", "$1 of $2"), "Abstract: $1 of $2");
  assert.equal(phrase("abstract_of", "Mar\u202egins\u2069"), "Abstract: Margins");
  assert.equal(phrase("abstract_of", "هوا\u2069\u202dمش"), "Abstract: \u2068هوامش\u2069");
  speak(["ar"]);
  assert.match(phrase("abstract_of", "Margins"), /\u2068Margins\u2069$/u);
});
