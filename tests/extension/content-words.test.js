import assert from "node:assert/strict";
import { test } from "node:test";
import { madeOn } from "../../extension/src/content/made-on.js";
import { schemeOfInk } from "../../extension/src/content/scheme.js";
import { badgeName, differenceLine, placeOf, problemLine, refusal, sending, tagsOf, whatToDo, when } from "../../extension/src/content/words.js";

const now = Date.parse("2026-11-23T12:00:00Z");
const ago = (milliseconds) => when(new Date(now - milliseconds).toISOString(), now);
const note = (part = {}) => ({ mine: true, pending: null, failed: null, ...part });

test("times are relative up to a week, then dates", () => {
  assert.equal(ago(0), "just now");
  assert.equal(ago(-90_000), "just now", "a clock ahead of ours");
  assert.equal(ago(60_000), "1 minute ago");
  assert.equal(ago(59 * 60_000), "59 minutes ago");
  assert.equal(ago(3 * 3_600_000), "3 hours ago");
  assert.equal(ago(6.9 * 86_400_000), "6 days ago");
  assert.equal(ago(8 * 86_400_000), "15 Nov 2026");
  assert.equal(when("never", now), "");
});

test("tags are parted by commas, trimmed, and each stands once", () => {
  assert.deepEqual(tagsOf(" one, #two ,, one,  three   words "), ["one", "two", "three words"]);
  assert.deepEqual(tagsOf("  "), []);
});

test("a note says how far it is on its way", () => {
  assert.equal(sending(note()), null);
  assert.deepEqual(sending(note({ pending: "edit" })), { tone: "muted", text: "Waiting to be sent" });
  assert.deepEqual(sending(note({ pending: "edit", failed: "The team was deleted." })), {
    tone: "bad",
    text: "Could not be sent: The team was deleted.",
  });
});

test("a note says where its words are gone", () => {
  assert.equal(placeOf(note(), "exact"), "");
  assert.equal(placeOf(note(), null), "");
  assert.equal(placeOf(note(), "changed"), "Changed since you marked it");
  assert.equal(placeOf(note({ mine: false }), "changed"), "Changed since it was marked");
  assert.equal(placeOf(note(), "lost"), "Not found on this page");
});

test("a digit and a negation that differ are named in words, with what became of them", () => {
  const line = (kind, was, is) => differenceLine({ kind, was, is });
  assert.equal(line("number", "95", "97"), "Number: “95” is now “97”");
  assert.equal(line("number", "", "97"), "Number: “97” was put in");
  assert.equal(line("number", "95", ""), "Number: “95” was taken out");
  assert.equal(line("negation", "can", "cannot"), "Negation: “can” is now “cannot”");
  assert.equal(line("negation", "", "not"), "Negation: “not” was put in");
  assert.equal(line("negation", "not", ""), "Negation: “not” was taken out");
});

test("what can be done about a mark is its author's to do", () => {
  assert.match(whatToDo(note(), "changed", "You"), /^Confirm .* re-attach .* leave/);
  assert.match(whatToDo(note(), "lost", "You"), /^Re-attach .* leave/);
  assert.equal(whatToDo(note({ mine: false }), "changed", "Ada"), "Only Ada can confirm or re-attach this note.");
  assert.equal(whatToDo(note({ mine: false }), "lost", "Ada"), "Only Ada can re-attach this note.");
});

test("the version that a note was made on is told where the page shows another one of the same source", () => {
  const told = (source, version, shown, other) => madeOn({ source, version }, { source: shown, version: other });
  assert.equal(told("arxiv", 1, "arxiv", 2), 1);
  assert.equal(told("arxiv", 2, "arxiv", 1), 2);
  for (const [source, version, shown, other] of [
    ["arxiv", 1, "arxiv", 1], ["arxiv", null, "arxiv", 2], ["arxiv", 1, "arxiv", undefined], ["arxiv", 1, "arxiv-html", 2], ["arxiv", 1, "huggingface", undefined], ["", null, "", undefined],
  ]) assert.equal(told(source, version, shown, other), null);
});

test("every refusal has words, and an unknown one has too", () => {
  for (const code of ["across", "nothing selected", "one character", "too long"]) assert.notEqual(refusal(code), refusal("?"));
  assert.equal(refusal("?"), "This cannot be marked.");
});

test("a badge's name counts, and says what is new and what waits", () => {
  assert.equal(badgeName(0, 0, false), "No notes");
  assert.equal(badgeName(1, 0, false), "1 note");
  assert.equal(badgeName(3, 2, true), "3 notes, 2 new, waiting to be sent");
});

test("a problem is said in the server's own words, and notes that failed are counted", () => {
  assert.equal(problemLine({ problem: { code: "offline", message: "The server does not answer." }, failed: 2 }), "The server does not answer.");
  assert.equal(problemLine({ problem: null, failed: 2 }), "2 notes could not be sent. Open Postil to see why.");
  assert.equal(problemLine({ problem: null, failed: 0 }), "");
});

test("the colour of its ink tells whether a page is light or dark", () => {
  for (const ink of ["rgb(17, 24, 39)", "rgba(0, 0, 0, 0.9)", "oklch(0.21 0.03 264)", "lab(12.3 1 2)", "color(srgb 0.1 0.1 0.1)"]) {
    assert.equal(schemeOfInk(ink), "light", ink);
  }
  for (const ink of ["rgb(229, 231, 235)", "oklch(0.93 0.01 264)", "oklab(93% 0 0)", "lab(93 1 2)", "color(srgb 0.9 0.9 0.9)"]) {
    assert.equal(schemeOfInk(ink), "dark", ink);
  }
});
