import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { JSDOM } from "jsdom";

const { window } = new JSDOM("<main></main>");
Object.assign(globalThis, {
  window, document: window.document, Node: window.Node, NodeFilter: window.NodeFilter, Range: window.Range, StaticRange: window.StaticRange,
});
const { createMargin } = await import("../../extension/src/content/margin.js");
const { placing } = await import("../../extension/src/content/placing.js");
const { readSelection } = await import("../../extension/src/content/selection.js");

const main = document.querySelector("main");
const ABSTRACT = "Many authors share a vague intuition about test-time compute.";

function addPaper(key) {
  const card = document.createElement("article");
  const title = document.createElement("h3");
  title.textContent = `Paper ${key}`;
  const abstract = document.createElement("p");
  abstract.textContent = ABSTRACT;
  const footer = document.createElement("footer");
  footer.textContent = "12 authors";
  card.append(title, abstract, footer);
  main.append(card);
  return { key, card, fields: { title, abstract }, source: "test", url: "https://example.org/" };
}

const note = (id, paper, part = {}) => ({
  id, paper, group: "g", field: "abstract", selectors: [{ type: "TextQuoteSelector", exact: "vague intuition" }], quote: "vague intuition",
  text: "", tags: [], creator: "u", mine: true, created: "", modified: "", label: null, parent: null, pending: null, failed: null, ...part,
});
const answer = (papers) => ({ papers, people: {}, labels: {} });
const words = ({ startContainer, startOffset, endOffset }) => startContainer.data.slice(startOffset, endOffset);

let margin;
beforeEach(() => {
  main.replaceChildren();
  margin = createMargin();
  margin.placeBy(placing);
});

test("a note is placed on its words; one whose field is not shown, and one whose words are gone, say so", () => {
  const paper = addPaper("a");
  margin.setPapers([paper], []);
  const lost = [{ type: "TextQuoteSelector", exact: "nothing like this anywhere at all" }];
  margin.setNotes(answer({ a: [note("1", "a"), note("2", "a", { field: "fulltext" }), note("3", "a", { selectors: lost })] }), ["a"]);
  assert.deepEqual(margin.placed().map(({ result }) => result), ["exact", "not on this view", "lost"]);
  assert.equal(words(margin.placed()[0].range), "vague intuition");
});

test("a note that is being deleted does not stand any more", () => {
  margin.setPapers([addPaper("a")], []);
  margin.setNotes(answer({ a: [note("1", "a", { pending: "delete" })] }), ["a"]);
  assert.deepEqual(margin.placed(), []);
});

test("words that change under a mark are not marked by what was read before", () => {
  const paper = addPaper("a");
  const other = addPaper("b");
  margin.setPapers([paper, other], []);
  const notes = answer({ a: [note("1", "a")], b: [note("2", "b")] });
  margin.setNotes(notes, ["a", "b"]);
  const text = paper.fields.abstract.firstChild;
  text.data = "Few words, and none that anybody has marked: of as many letters.";
  margin.release([text]);
  const found = () => margin.placed().map(({ range }) => range && words(range));
  assert.deepEqual(found(), [null, "vague intuition"], "what is painted in between");
  margin.setNotes(notes, ["a", "b"]);
  assert.deepEqual(found(), [null, "vague intuition"], "an answer that comes in between");
  text.data = ABSTRACT;
  margin.release([text]);
  margin.setPapers([paper, other], [text]);
  assert.deepEqual(found(), ["vague intuition", "vague intuition"]);
});

test("notes of a group that is left out do not stand, and stand again", () => {
  margin.setPapers([addPaper("a")], []);
  margin.setNotes(answer({ a: [note("1", "a"), note("2", "a", { group: "other" })] }), ["a"]);
  margin.mute(["g"]);
  assert.deepEqual(margin.placed().map((placed) => placed.note.id), ["2"]);
  margin.mute([]);
  assert.equal(margin.placed().length, 2);
});

test("putting a note twice leaves one", () => {
  margin.setPapers([addPaper("a")], []);
  margin.put(note("1", "a"));
  margin.put(note("1", "a", { text: "again" }));
  assert.deepEqual(margin.placed().map((placed) => placed.note.text), ["again"]);
  margin.drop(note("1", "a"));
  assert.deepEqual(margin.placed(), []);
});

test("only a paper whose text was touched is anchored again", () => {
  const papers = [addPaper("a"), addPaper("b")];
  assert.deepEqual(margin.setPapers(papers, []), ["a", "b"]);
  margin.setNotes(answer({ a: [note("1", "a")], b: [note("2", "b")] }), ["a", "b"]);
  const [before, untouched] = margin.placed();
  const text = papers[0].fields.abstract.firstChild;
  text.insertData(0, "Well. ");
  assert.deepEqual(margin.setPapers(papers, [text]), []);
  assert.notEqual(margin.placed()[0].range, before.range);
  assert.equal(words(margin.placed()[0].range), "vague intuition");
  assert.equal(margin.placed()[1], untouched);
});

test("an abstract that is opened in place holds the notes until it is closed, over the page's part of it as well", () => {
  const bare = addPaper("a");
  delete bare.fields.abstract;
  const short = addPaper("b");
  short.fields.abstract.textContent = "Many authors share a…";
  margin.setPapers([bare, short], []);
  margin.setNotes(answer({ a: [note("1", "a")], b: [note("2", "b")] }), ["a", "b"]);
  assert.deepEqual(margin.placed().map(({ result }) => result), ["not on this view", "not on this view"]);
  for (const key of ["a", "b"]) {
    const opened = document.createElement("p");
    opened.textContent = ABSTRACT;
    margin.open(key, opened);
    const placed = margin.of(key).placed[0];
    assert.deepEqual([placed.result, placed.field, words(placed.range)], ["exact", opened, "vague intuition"]);
    margin.setPapers(margin.shown().map(({ paper }) => ({ ...paper })), [main]);
    assert.equal(margin.of(key).placed[0].field, opened);
    margin.open(key, null);
    assert.equal(margin.of(key).placed[0].result, "not on this view");
  }
});

test("a card that was rendered anew is read anew, with its notes", () => {
  margin.setPapers([addPaper("a")], []);
  margin.setNotes(answer({ a: [note("1", "a")] }), ["a"]);
  main.replaceChildren();
  const again = addPaper("a");
  assert.deepEqual(margin.setPapers([again], [main]), []);
  assert.ok(again.fields.abstract.contains(margin.placed()[0].range.startContainer));
});

function select(from, start, to, end) {
  const selection = window.getSelection();
  selection.removeAllRanges();
  const range = document.createRange();
  range.setStart(from, start);
  range.setEnd(to, end);
  selection.addRange(range);
  return selection.getRangeAt(0);
}

test("a selection inside one field can be marked", () => {
  const paper = addPaper("a");
  margin.setPapers([paper], []);
  const text = paper.fields.abstract.firstChild;
  const { picked } = readSelection(margin, select(text, 5, text, 12));
  assert.equal(picked.quote, "authors");
  assert.equal(picked.field, "abstract");
});

test("a triple click that ends before the next block is the paragraph alone", () => {
  const paper = addPaper("a");
  margin.setPapers([paper], []);
  const { picked } = readSelection(margin, select(paper.fields.abstract.firstChild, 0, paper.card.lastChild, 0));
  assert.equal(picked.quote, ABSTRACT);
});

test("a selection over two papers, two fields, or out of a field is refused", () => {
  const [one, two] = [addPaper("a"), addPaper("b")];
  margin.setPapers([one, two], []);
  const abstract = one.fields.abstract.firstChild;
  for (const [from, to, refused] of [
    [abstract, two.fields.abstract.firstChild, "two papers"],
    [one.fields.title.firstChild, abstract, "across"],
    [abstract, one.card.lastChild.firstChild, "across"],
  ]) {
    assert.equal(readSelection(margin, select(from, 2, to, 9)).refused, refused);
  }
});

test("in a full text: the abstract's words are the abstract's, others and those over its edge the text's", () => {
  const text = document.createElement("article");
  const abstract = document.createElement("p");
  abstract.textContent = "The abstract of this paper is short.";
  text.append(abstract, "The text begins here and goes on.");
  main.append(text);
  margin.setPapers([{ key: "arxiv:full", card: abstract, fields: { fulltext: text, abstract }, source: "x", url: "https://example.org/" }], []);
  const field = (...range) => readSelection(margin, select(...range)).picked?.field;
  assert.equal(field(abstract.firstChild, 4, abstract.firstChild, 12), "abstract");
  assert.equal(field(text.lastChild, 4, text.lastChild, 15), "fulltext");
  assert.equal(field(abstract.firstChild, 27, text.lastChild, 15), "fulltext");
  text.remove();
});

test("a selection outside of all papers is none of our business", () => {
  margin.setPapers([addPaper("a")], []);
  const aside = document.createElement("aside");
  aside.textContent = "Something else";
  main.append(aside);
  assert.equal(readSelection(margin, select(aside.firstChild, 0, aside.firstChild, 5)), null);
});
