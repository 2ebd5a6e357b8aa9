// What the adapters read off the listings of a day, a month and of what is trending: cards without abstracts, or with other texts.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { JSDOM } from "jsdom";
import { adapterFor } from "../../extension/src/adapters/index.js";
import { canonicalText } from "../../extension/src/anchoring/canonical-text.js";
import { found } from "./fixtures/papers.js";

const DAY = "https://huggingface.co/papers/date/2025-06-01";
const MONTH = "https://huggingface.co/papers/month/2025-06";
const TRENDING = "https://huggingface.co/papers/trending";

const fixture = (name) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8");
const open = (name, url) => new JSDOM(fixture(name), { url }).window.document;
const read = (doc) => adapterFor(new URL(doc.URL), doc).papers(doc);
const island = (doc) => doc.querySelector('[data-target="DailyPapers"]');
const KEYS = found.map((paper) => `arxiv:${paper.id}`);

test("a day: every card, its abstract from the JSON, and no field but the title to anchor in", () => {
  const papers = read(open("hf_daily.html", DAY));
  assert.deepEqual(papers.map((paper) => paper.key), KEYS);
  papers.forEach((paper, index) => {
    const { id, title, summary } = found[index];
    assert.deepEqual([paper.title, paper.abstract, paper.url], [title, summary, `https://huggingface.co/papers/${id}`]);
    assert.deepEqual(Object.keys(paper.fields), ["title"]);
    assert.equal(canonicalText(paper.fields.title).text, title);
    assert.ok(paper.card.querySelector("label input[type=checkbox]"));
  });
  assert.ok(papers.some(({ card }) => card.querySelector("video")) && papers.some(({ card }) => card.textContent.includes("Submitted by")));
});

test("a day with a broken JSON: the papers and their titles, no abstract", () => {
  const doc = open("hf_daily.html", DAY);
  island(doc).setAttribute("data-props", island(doc).getAttribute("data-props").slice(0, 5000));
  const papers = read(doc);
  assert.deepEqual(papers.map(({ key, title, abstract }) => [key, title, abstract]), found.map(({ id, title }) => [`arxiv:${id}`, title, undefined]));
});

test("cards of another period than the JSON's: what the page shows is right", () => {
  const doc = open("hf_daily.html", DAY);
  island(doc).setAttribute("data-props", island(open("hf_month.html", MONTH)).getAttribute("data-props"));
  assert.deepEqual(read(doc).map(({ key, abstract }) => [key, abstract]), KEYS.map((key) => [key, undefined]));
});

test("a card that was used again for another paper: the paper that its title names", () => {
  const doc = open("hf_daily.html", DAY);
  const [first, second] = doc.querySelectorAll("article h3 a");
  first.setAttribute("href", "/papers/2506.95001");
  assert.deepEqual([read(doc)[0].key, read(doc)[0].abstract], ["arxiv:2506.95001", undefined]);
  // The id of a paper that the JSON knows, under a title that is not its own yet.
  second.firstChild.data = "Paper 2 of a Long Month";
  assert.deepEqual([read(doc)[1].key, read(doc)[1].title, read(doc)[1].abstract], [KEYS[1], "Paper 2 of a Long Month", undefined]);
});

test("a month: 105 papers, each with its own text", () => {
  const papers = read(open("hf_month.html", MONTH));
  assert.equal(new Set(papers.map((paper) => paper.key)).size, 105);
  papers.forEach(({ title, abstract }, index) => {
    assert.equal(title, `Paper ${index + 1} of a Long Month`);
    assert.ok(abstract.includes(`paper ${index + 1} of the month`));
  });
});

test("an empty day has no papers", () => {
  assert.deepEqual(read(open("hf_empty.html", DAY)), []);
});

test("trending: the text under the title is the abstract only when it is the abstract's, or its beginning", () => {
  const papers = read(open("hf_trending.html", TRENDING));
  assert.deepEqual(papers.map((paper) => paper.abstract), found.map((paper) => paper.summary));
  papers.forEach(({ fields }, index) => {
    const text = found[index].summary;
    const shown = [text, `${text.slice(0, 300)}...`, text.slice(0, 300), undefined, undefined][index % 5];
    assert.equal(fields.abstract?.textContent, shown, `card ${index}`);
  });
});

test("trending without JSON: no text is taken for an abstract", () => {
  const doc = open("hf_trending.html", TRENDING);
  island(doc).removeAttribute("data-props");
  const papers = read(doc);
  assert.deepEqual(papers.map((paper) => paper.key), KEYS);
  assert.ok(papers.every(({ fields, abstract }) => !fields.abstract && abstract === undefined));
});

test("a search on the trending page shows abstracts, JSON or not", () => {
  const doc = open("hf_search.html", `${TRENDING}?q=reading`);
  island(doc).removeAttribute("data-props");
  assert.deepEqual(read(doc).map((paper) => paper.abstract), found.map((paper) => paper.summary));
});

test("without JSON a text that the page cut short is a field, but not the paper's abstract", () => {
  const doc = open("hf_search.html", "https://huggingface.co/papers?q=x");
  island(doc).removeAttribute("data-props");
  doc.querySelector("article p").textContent = `${found[0].summary.slice(0, 400)}…`;
  assert.ok(read(doc)[0].fields.abstract);
  assert.equal(read(doc)[0].abstract, undefined);
});
