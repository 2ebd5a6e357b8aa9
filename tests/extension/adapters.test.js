// What the adapters read off pages: the fixtures, and small variants of the ways in which a real page can differ.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { JSDOM } from "jsdom";
import { adapters } from "../../extension/src/adapters/found.js";
import { adapterFor } from "../../extension/src/adapters/index.js";
import { anchor } from "../../extension/src/anchoring/anchor.js";
import { canonicalText } from "../../extension/src/anchoring/canonical-text.js";
import { describe } from "../../extension/src/anchoring/describe.js";
import { rangeFrom } from "./anchoring-field.js";
import { found } from "./fixtures/papers.js";

const SEARCH = "https://huggingface.co/papers?q=model+reading+tool";
const LONG = found[1].summary;
const fixture = (name) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8");
const open = (html, url) => new JSDOM(html, { url }).window.document;
const read = (doc) => adapterFor(new URL(doc.URL), doc)?.papers(doc);
const escaped = (value) => JSON.stringify(value).replaceAll("&", "&amp;").replaceAll('"', "&quot;");

/** @param {{props?: unknown, cards: string, url?: string}} page */
function listing({ props = {}, cards, url = "https://huggingface.co/papers/date/2025-06-03" }) {
  const value = typeof props === "string" ? props : escaped(props);
  return open(`<main><div data-target="DailyPapers" data-props="${value}">${cards}</div></main>`, url);
}

const card = (id, title, rest = "") =>
  `<article><a href="/papers/${id}"><img alt=""></a><h3><a href="/papers/${id}">${title}</a></h3>${rest}<a href="/papers/${id}#community">4</a></article>`;
const entry = (id, title, summary) => ({ title, summary, paper: { id, title, summary } });

test("which adapter reads which page", () => {
  const rows = [
    ["https://huggingface.co/papers", "huggingface-listing"],
    [SEARCH, "huggingface-listing"],
    ["https://huggingface.co/papers/trending?q=x", "huggingface-listing"],
    ["https://huggingface.co/papers/date/2025-06-03", "huggingface-listing"],
    ["https://huggingface.co/papers/week/2025-W23", "huggingface-listing"],
    ["https://huggingface.co/papers/month/2025-06/", "huggingface-listing"],
    ["https://huggingface.co/papers/2503.90417#community", "huggingface-paper"],
    ["https://huggingface.co/papers/submit", null],
    ["https://huggingface.co/papers/index?arxivId=2503.90417", null],
    ["https://huggingface.co/models", null],
    ["https://huggingface.co.example.org/papers", null],
  ];
  const empty = open("", "https://huggingface.co/");
  for (const [url, name] of rows) assert.equal(adapterFor(new URL(url), empty)?.name ?? null, name, url);
  for (const [url] of rows) assert.ok(adapters.filter((adapter) => adapter.matches(new URL(url), empty)).length <= 1, url);
});

test("search: every shown paper, in page order, with its title and abstract", () => {
  const doc = open(fixture("hf_search.html"), SEARCH);
  const papers = read(doc);
  assert.deepEqual(papers.map((paper) => paper.key), found.map((paper) => `arxiv:${paper.id}`));
  papers.forEach((paper, index) => {
    const { id, title, summary } = found[index];
    assert.deepEqual([paper.title, paper.abstract, paper.source, paper.url], [title, summary, "huggingface", `https://huggingface.co/papers/${id}`]);
    assert.equal(canonicalText(paper.fields.title).text, title);
    assert.equal(canonicalText(paper.fields.abstract).text, summary);
    assert.ok(paper.card.contains(paper.fields.abstract));
    assert.equal(paper.fields.abstract.localName, "p");
  });
  assert.ok(!JSON.stringify(papers.map(({ key, title, abstract, url }) => [key, title, abstract, url])).includes("viewer-of-this-page"));
});

test("search: the island is the listing's, not the header's", () => {
  const doc = open(fixture("hf_search.html"), SEARCH);
  assert.equal(adapterFor(new URL(SEARCH), doc).island(doc).getAttribute("data-target"), "DailyPapers");
});

test("search: without the page's JSON, or with a broken one, the cards alone tell the same", () => {
  const doc = open(fixture("hf_search.html"), SEARCH);
  const whole = summaryOf(read(doc));
  const island = doc.querySelector('[data-target="DailyPapers"]');
  island.setAttribute("data-props", '{"dailyPapers": [{');
  assert.deepEqual(summaryOf(read(doc)), whole);
  island.removeAttribute("data-props");
  assert.deepEqual(summaryOf(read(doc)), whole);
  island.removeAttribute("data-target");
  assert.deepEqual(summaryOf(read(doc)), whole);
  assert.equal(adapterFor(new URL(SEARCH), doc).island(doc), null);
});

function summaryOf(papers) {
  return papers.map(({ key, title, abstract, fields }) => [key, title, abstract, fields.abstract?.textContent.trim()]);
}

test("search: notes anchor again on the nodes that hydration puts in", async () => {
  const dom = new JSDOM(fixture("hf_search.html"), { url: SEARCH, runScripts: "dangerously" });
  const doc = dom.window.document;
  const [before] = read(doc);
  const field = canonicalText(before.fields.abstract);
  const { selectors } = describe(field, rangeFrom(before.fields.abstract, field.rangeOf(100, 180)));
  const title = canonicalText(before.fields.title);
  const onTitle = describe(title, rangeFrom(before.fields.title, title.rangeOf(0, 20)));
  while (!doc.documentElement.dataset.hydrated) await new Promise((resolve) => setTimeout(resolve, 20));
  const [after] = read(doc);
  assert.ok(!before.card.isConnected && after.card.isConnected);
  assert.equal(anchor(canonicalText(after.fields.abstract), selectors).result, "exact");
  assert.equal(anchor(canonicalText(after.fields.title), onTitle.selectors).result, "exact");
  dom.window.close();
});

test("a day's cards have no abstracts: the JSON's text, and no field to anchor in", () => {
  const chips = '<div>Submitted by <a href="/someone">someone</a></div><label><input type="checkbox">-</label>';
  const doc = listing({
    props: { dailyPapers: [entry("2506.90001", "One & only", "An abstract\nin two lines.")], query: {}, dateString: "2025-06-02" },
    cards: card("2506.90001", "One &amp; only", chips),
  });
  const [paper] = read(doc);
  assert.deepEqual([paper.title, paper.abstract], ["One & only", "An abstract in two lines."]);
  assert.deepEqual(Object.keys(paper.fields), ["title"]);
});

test("trending: a card's abstract, cut short by the page", () => {
  const cards = `<article><div><a href="/papers/2506.90001"><img alt=""></a><div><h3><a href="/papers/2506.90001">Lanterns</a></h3>
    <p>${LONG.slice(0, 90)}...</p></div><div><a href="/papers/2506.90001">Upvote 12</a><a href="https://arxiv.org/abs/2506.90001">arXiv</a></div></div></article>`;
  const doc = listing({ props: { dailyPapers: [entry("2506.90001", "Lanterns", LONG)], isTrending: true, query: "" }, cards, url: "https://huggingface.co/papers/trending" });
  const [paper] = read(doc);
  assert.equal(paper.fields.abstract.localName, "p");
  assert.equal(paper.abstract, LONG);
});

test("a stale JSON: what the page shows is right", () => {
  const stale = { dailyPapers: [entry("2506.90009", "Gone", "Gone."), entry("2506.90001", "Old title", "The abstract of yesterday's paper.")] };
  const doc = listing({ props: stale, cards: card("2506.90001", "New title", `<div><p>${LONG}</p><div>• 3 authors · Jun 3, 2025</div></div>`) });
  const papers = read(doc);
  assert.deepEqual(papers.map(({ key, title, abstract }) => [key, title, abstract]), [["arxiv:2506.90001", "New title", LONG]]);
  assert.equal(papers[0].fields.abstract.localName, "p");
});

test("the abstract is found by its text, not by being longest, and as the block that holds it", () => {
  const short = "A short abstract of one line only.";
  const doc = listing({
    props: { searchResults: [entry("2506.90001", "T", short), entry("2506.90002", "U", LONG)] },
    cards: card("2506.90001", "T", `<div><div><p>${short}</p></div><p>${LONG}</p></div>`) + card("2506.90002", "U", `<section>${LONG.replace("dense", "<em>dense</em>").replace("probes", "<b>probes</b>")}</section>`),
  });
  const [first, second] = read(doc);
  assert.equal(first.fields.abstract.textContent, short);
  assert.equal(second.fields.abstract.localName, "section");
});

test("an abstract without JSON, with words of the search marked", () => {
  const marked = LONG.replaceAll("probes", '<span class="highlight">probes</span>');
  const [paper] = read(listing({ cards: card("2506.90001", "T", `<div><p>${marked}</p><footer><span>• 2 authors</span></footer></div>`) }));
  assert.equal(paper.fields.abstract.localName, "p");
  assert.equal(canonicalText(paper.fields.abstract).text, LONG);
});

test("cards that are half understood", () => {
  const cards = [
    "<article>nothing</article>",
    '<article><h3><a href="/papers/date/2025-06-01">A day</a></h3></article>',
    '<article><h3>No link here</h3><a href="https://huggingface.co/papers/2506.90003?x=1#community">2</a></article>',
    '<article><a href="/papers/2506.90004"><img alt=""></a></article>',
    card("2506.90005", "T", '<p>see <a href="/papers/2506.90006">another</a></p>'),
    '<article><h3><a href="/papers/2506.1">bad id</a></h3></article>',
  ].join("");
  const props = { dailyPapers: [null, 7, { paper: null }, { paper: { id: 5, title: [] } }], searchResults: "x", query: null };
  const papers = read(listing({ props, cards }));
  assert.deepEqual(papers.map((paper) => paper.key), ["arxiv:2506.90003", "arxiv:2506.90004", "arxiv:2506.90005"]);
  assert.deepEqual(papers.map((paper) => Object.keys(paper.fields)), [["title"], [], ["title"]]);
});

test("no articles at all: headings with a paper's link are cards", () => {
  const papers = read(listing({ cards: '<div><h3><a href="/papers/2506.90001">One</a></h3></div><div><h3><a href="/x">No</a></h3></div>' }));
  assert.deepEqual(papers.map((paper) => [paper.key, paper.title]), [["arxiv:2506.90001", "One"]]);
});

test("empty days and empty documents", () => {
  assert.deepEqual(read(listing({ props: { dailyPapers: [] }, cards: "" })), []);
  assert.deepEqual(read(open("", SEARCH)), []);
  assert.deepEqual(read(open("", "https://huggingface.co/papers/2503.90417")), []);
});

for (const name of ["hf_paper.html", "hf_paper_no_heading.html"]) {
  test(`${name}: title and abstract, without the AI-made summary`, () => {
    const { id, title, summary } = found[0];
    const doc = open(fixture(name), `https://huggingface.co/papers/${id}`);
    const [paper, ...more] = read(doc);
    assert.deepEqual([paper.key, paper.title, paper.abstract, more.length], [`arxiv:${id}`, title, summary, 0]);
    assert.equal(canonicalText(paper.fields.title).text, title);
    assert.equal(canonicalText(paper.fields.abstract).text, summary);
    assert.equal(adapterFor(new URL(doc.URL), doc).island(doc).getAttribute("data-target"), "PaperContent");
  });
}

test("a paper's page: JSON missing, or of another paper", () => {
  const { id, summary } = found[0];
  const missing = open(fixture("hf_paper.html"), `https://huggingface.co/papers/${id}`);
  missing.querySelector('[data-target="PaperContent"]').removeAttribute("data-props");
  assert.equal(read(missing)[0].abstract, summary);
  const other = open(fixture("hf_paper.html"), "https://huggingface.co/papers/2503.90999");
  assert.deepEqual([read(other)[0].key, read(other)[0].abstract], ["arxiv:2503.90999", summary]);
  const bare = open(fixture("hf_paper_no_heading.html"), "https://huggingface.co/papers/2503.90999");
  assert.deepEqual(Object.keys(read(bare)[0].fields), ["title"]);
});

test("D8: a phrase that the AI-made summary repeats is found in the abstract", () => {
  const doc = open(fixture("hf_paper.html"), `https://huggingface.co/papers/${found[0].id}`);
  const { abstract } = read(doc)[0].fields;
  assert.ok(abstract.textContent.includes("decides after every sixteen tokens"));
  assert.ok(!abstract.textContent.includes("Ferryman is a router"));
});

test("D8: an AI-made summary that is longer than the abstract, with and without JSON", () => {
  const abstract = LONG.slice(0, 199);
  const paper = { id: "2506.90001", title: "T", summary: abstract, ai_summary: LONG };
  const page = (props, box) =>
    open(`<main><div data-target="PaperContent" data-props="${escaped(props)}"><h1>T</h1><div><h2>Abstract</h2><div class="${box}"><p>${LONG}</p></div><p>${abstract}</p></div></div></main>`, "https://huggingface.co/papers/2506.90001");
  for (const doc of [page({ paper }, ""), page({}, "border-blue-100"), page({ paper: { ...paper, summary: "" } }, "")]) {
    assert.equal(read(doc)[0].abstract, abstract);
  }
});

test("our own pages", () => {
  const doc = open(
    `<ul><li data-postil-paper="arxiv:2503.90417" data-postil-url="https://arxiv.org/abs/2503.90417v2" data-postil-source="arxiv" data-postil-version="2">
       <h2 data-postil-field="title">A <em>title</em></h2><p data-postil-field="abstract">An
       abstract.</p></li>
     <li data-postil-paper="doi:10.1000/x"><h2 data-postil-field="title">Other</h2></li>
     <li data-postil-paper="url:${"0".repeat(64)}" data-postil-url="javascript:alert(1)" data-postil-version="x"></li>
     <li data-postil-paper="no key"></li><li data-postil-paper=""></li></ul>`,
    "http://127.0.0.1:8017/papers?day=2025-06-03#top",
  );
  const papers = read(doc);
  assert.deepEqual(papers.map(({ key, source, version, url, title, abstract }) => [key, source, version, url, title, abstract]), [
    ["arxiv:2503.90417", "arxiv", 2, "https://arxiv.org/abs/2503.90417v2", "A title", "An abstract."],
    ["doi:10.1000/x", "postil", undefined, "http://127.0.0.1:8017/papers?day=2025-06-03", "Other", undefined],
    [`url:${"0".repeat(64)}`, "postil", undefined, "http://127.0.0.1:8017/papers?day=2025-06-03", undefined, undefined],
  ]);
  assert.deepEqual(papers.map(({ fields }) => Object.keys(fields)), [["title", "abstract"], ["title"], []]);
  assert.equal(adapterFor(new URL("http://127.0.0.1:8017/"), open("<p>", "http://127.0.0.1:8017/")), null);
});
