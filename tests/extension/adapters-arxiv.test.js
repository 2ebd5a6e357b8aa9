// What the adapters read off arXiv's pages, ar5iv's, and those that show a paper of arXiv's: papers, keys, versions, the texts of fields.

import assert from "node:assert/strict";
import test from "node:test";
import { JSDOM } from "jsdom";
import { adapterFor } from "../../extension/src/adapters/index.js";
import { canonicalText } from "../../extension/src/anchoring/canonical-text.js";
import { plain } from "../../extension/src/anchoring/plain.js";
import { absPage, emptyListPage, htmlPage, listPage, old, searchPage, tex } from "./fixtures/arxiv.js";
import { found } from "./fixtures/papers.js";

const [ferryman] = found;
const ABS = `https://arxiv.org/abs/${ferryman.id}`;
const running = (html, url) => new JSDOM(html, { url, runScripts: "dangerously" }).window.document;
/** Not rendered: jsdom has no styles for MathML. */
const open = (html, url) => new (new JSDOM("", { url }).window.DOMParser)().parseFromString(html, "text/html");
const read = (doc) => adapterFor(new URL(doc.URL), doc).papers(doc);
const textOf = (paper, field) => plain(canonicalText(paper.fields[field], paper.aside).text);
/** The words of arXiv's pages: an address is told in words. */
const onArxiv = (text) => tex(text).replace(/https:\/\/[^\s,]+[^\s,.]/gu, "this https URL");

test("which adapter reads which page", () => {
  const doc = open(absPage(ferryman), ABS);
  const rows = [
    [ABS, "arxiv-abs"],
    [`${ABS}v1?context=cs#x`, "arxiv-abs"],
    ["https://www.arxiv.org/abs/hep-th/9901001v1", "arxiv-abs"],
    ["https://export.arxiv.org/abs/math.GT/0309136", "arxiv-abs"],
    ["https://arxiv.org/abs/", null],
    ["https://arxiv.org/list/cs.CL/new", "arxiv-list"],
    ["https://arxiv.org/list/cs.CL/2025-06?skip=25&show=25", "arxiv-list"],
    ["https://arxiv.org/catchup/cs.CL/2025-06-03", "arxiv-list"],
    ["https://arxiv.org/search/?query=model", "arxiv-search"],
    ["https://arxiv.org/search/cs?query=model", "arxiv-search"],
    ["https://arxiv.org/search/advanced?advanced=1", "arxiv-search"],
    ["https://arxiv.org/html/2503.90417v2", "arxiv-html"],
    ["https://ar5iv.labs.arxiv.org/html/2503.90417", "arxiv-html"],
    ["https://ar5iv.org/abs/2503.90417", "arxiv-html"],
    ["https://arxiv.org/pdf/2503.90417v2", "arxiv-pdf"],
    ["https://arxiv.org/pdf/2503.90417.pdf", "arxiv-pdf"],
    ["https://www.alphaxiv.org/overview/2503.90417", "alphaxiv"],
    ["https://www.alphaxiv.org/explore", null],
    ["https://arxiv.org/a/akerblom_i_1", null],
    ["https://arxiv.org/", null],
    ["https://arxiv.org.example.org/abs/2503.90417", null],
  ];
  for (const [url, name] of rows) assert.equal(adapterFor(new URL(url), open("", url))?.name ?? null, name, url);
  assert.equal(adapterFor(new URL(ABS), doc).name, "arxiv-abs", "and not the one for pages with tags");
});

test("abs: title and abstract without the page's own words", () => {
  const [paper, ...more] = read(open(absPage(ferryman), ABS));
  assert.deepEqual([paper.key, paper.source, paper.url, more.length], [`arxiv:${ferryman.id}`, "arxiv", ABS, 0]);
  assert.equal(textOf(paper, "title"), ferryman.title);
  assert.equal(textOf(paper, "abstract"), onArxiv(ferryman.summary));
  assert.equal(paper.card, paper.fields.title);
  assert.equal(paper.abstract, undefined, "nothing to open in place: the page shows all of it");
});

for (const [address, asked, version] of [[ABS, undefined, 3], [`${ABS}v1`, 1, 1], [`${ABS}v3`, 3, 3], [`https://export.arxiv.org/abs/${ferryman.id}v2`, 2, 2]]) {
  test(`abs: ${address} shows version ${version}`, () => {
    const [paper] = read(open(absPage(ferryman, { asked, newest: 3 }), address));
    assert.deepEqual([paper.key, paper.version], [`arxiv:${ferryman.id}`, version]);
  });
}

test("abs: an id with a slash, its subject dropped, and a publisher's DOI that is no key", () => {
  const paper = { ...old, id: "q-alg/9702999" };
  const doc = open(absPage(paper, { newest: 1, doi: "10.99999/Toy.9" }), "https://arxiv.org/abs/q-alg.QA/9702999");
  assert.deepEqual(read(doc).map(({ key, version, url }) => [key, version, url]), [["arxiv:q-alg/9702999", 1, "https://arxiv.org/abs/q-alg/9702999"]]);
  assert.equal(textOf(read(doc)[0], "abstract"), old.summary);
});

test("abs: before and after its formulas are typeset the text reads the same", async () => {
  const doc = running(absPage(ferryman), ABS);
  const before = read(doc)[0];
  const text = textOf(before, "abstract");
  assert.ok(text.includes("$10^4$") && text.includes("$6\\times$"));
  while (doc.documentElement.dataset.typeset !== "true") await new Promise((resolve) => setTimeout(resolve, 20));
  assert.ok(doc.querySelector("blockquote .MathJax"));
  assert.equal(textOf(read(doc)[0], "abstract"), text);
  doc.defaultView.close();
});

test("abs: parts missing", () => {
  const without = (selector) => {
    const doc = open(absPage(ferryman), ABS);
    for (const element of doc.querySelectorAll(selector)) element.remove();
    return read(doc).map(({ fields, version }) => [Object.keys(fields).join(), version]);
  };
  assert.deepEqual(without("blockquote"), [["title", 2]]);
  assert.deepEqual(without("h1"), [["abstract", 2]]);
  assert.deepEqual(without("meta"), [["title,abstract", 2]]);
  assert.deepEqual(without("meta, .arxividv"), [["title,abstract", undefined]]);
  assert.deepEqual(without("#content"), []);
});

test("abs: what tells another paper's version is not believed", () => {
  const doc = open(absPage(ferryman).replaceAll(`${ferryman.id}v2`, "2503.90001v9"), ABS);
  assert.equal(read(doc)[0].version, undefined);
});

const LISTED = [...found, old];

test("list of new ones: every entry of every section, with its abstract", () => {
  const papers = read(open(listPage({ abstracts: true }), "https://arxiv.org/list/cs.CL/new"));
  assert.deepEqual(papers.map(({ key }) => key), LISTED.map(({ id }) => `arxiv:${id}`));
  papers.forEach((paper, i) => {
    assert.deepEqual([paper.source, paper.version, paper.card.localName], ["arxiv", undefined, "dd"]);
    assert.equal(textOf(paper, "title"), tex(LISTED[i].title));
    assert.equal(textOf(paper, "abstract"), onArxiv(LISTED[i].summary));
    assert.ok(paper.card.contains(paper.fields.abstract));
  });
});

test("list of recent ones: titles alone", () => {
  const papers = read(open(listPage({ abstracts: false }), "https://arxiv.org/list/cs.CL/recent"));
  assert.deepEqual(papers.map(({ fields }) => Object.keys(fields).join()), LISTED.map(() => "title"));
  assert.equal(textOf(papers.at(-1), "title"), old.title);
});

test("list: empty, and lines that are half understood", () => {
  const url = "https://arxiv.org/list/cs.CL/new";
  assert.deepEqual(read(open(emptyListPage(), url)), []);
  assert.deepEqual(read(open("", url)), []);
  const lines = [
    "<dt>no link</dt><dd><div class='list-title'>A</div></dd>",
    "<dt><a href='/abs/2503.1' title='Abstract'>bad id</a></dt><dd><div class='list-title'>B</div></dd>",
    "<dt><a href='/abs/2503.90001' title='Abstract'>x</a></dt>",
    "<dt><a href='/abs/2503.90002' title='Abstract'>x</a></dt><dd></dd>",
    "<dt><a href='https://arxiv.org/abs/2503.90003'>x</a></dt><dd><div class='list-title'>C</div></dd>",
  ].join("");
  const papers = read(open(`<div id="dlpage"><dl>${lines}</dl></div>`, url));
  assert.deepEqual(papers.map(({ key, fields }) => [key, Object.keys(fields).join()]), [["arxiv:2503.90002", ""], ["arxiv:2503.90003", "title"]]);
});

const SEARCH = "https://arxiv.org/search/?query=model&searchtype=all";

test("search: every result, with what it shows of its abstract and all of it beside", () => {
  const papers = read(open(searchPage(), SEARCH));
  assert.deepEqual(papers.map(({ key }) => key), LISTED.map(({ id }) => `arxiv:${id}`));
  assert.deepEqual(papers.map(({ version }) => version), LISTED.map((_, i) => [undefined, 3, 2][i]));
  papers.forEach((paper, i) => {
    assert.equal(textOf(paper, "title"), tex(LISTED[i].title));
    assert.equal(paper.abstract, onArxiv(LISTED[i].summary));
    const part = textOf(paper, "abstract");
    assert.match(part, /^…[^▽]+…$/u);
    assert.ok(tex(LISTED[i].summary).includes(part.slice(1, -1)));
  });
});

test("search: shown whole, and folded again", () => {
  const doc = running(searchPage(), SEARCH);
  const switchOf = (which) => doc.querySelector(`.arxiv-result .abstract-${which} a[onclick]`);
  switchOf("short").click();
  const [first, second] = read(doc);
  assert.equal(textOf(first, "abstract"), onArxiv(ferryman.summary));
  assert.equal(first.abstract, undefined);
  assert.match(textOf(second, "abstract"), /…$/u);
  switchOf("full").click();
  assert.match(textOf(read(doc)[0], "abstract"), /…$/u);
  doc.defaultView.close();
});

test("search: without abstracts, by the searcher's choice; and results half understood", () => {
  const papers = read(open(searchPage({ abstracts: false }), SEARCH));
  assert.deepEqual(papers.map(({ fields }) => Object.keys(fields).join()), LISTED.map(() => "title"));
  const whole = (rest) => `<ol><li class="arxiv-result"><p class="list-title"><a href="https://arxiv.org/abs/2503.90001">arXiv:2503.90001</a></p>${rest}</li></ol>`;
  const fields = (html) => read(open(html, SEARCH)).map((paper) => Object.keys(paper.fields).join());
  assert.deepEqual(fields(whole("")), [""]);
  assert.deepEqual(fields(whole('<p class="abstract"><span class="abstract-full">All of it.</span></p>')), ["abstract"]);
  assert.deepEqual(fields(whole('<p class="abstract"><span class="abstract-short">All that there is.</span></p>')), ["abstract"]);
  assert.deepEqual(fields('<ol><li class="arxiv-result"><p class="title">No link</p></li></ol>'), []);
  assert.deepEqual(read(open("", SEARCH)), []);
});

test("html: title, abstract and full text, formulas told once", () => {
  const doc = open(htmlPage(ferryman, { base: `/html/${ferryman.id}v2/` }), `https://arxiv.org/html/${ferryman.id}`);
  const [paper, ...more] = read(doc);
  assert.deepEqual([paper.key, paper.source, paper.version, more.length], [`arxiv:${ferryman.id}`, "arxiv-html", 2, 0]);
  assert.equal(textOf(paper, "title"), ferryman.title);
  const abstract = textOf(paper, "abstract");
  assert.ok(abstract.startsWith("Assistants that run on a pocket device"));
  assert.ok(abstract.includes("on $10^{4}$ simulated days"));
  const text = textOf(paper, "fulltext");
  assert.ok(text.includes("If a charge of $E_{0}$ joules is left, an answer may cost at most $E_{0}/n$ of them"));
  assert.ok(text.includes("Routers at rest.") && !text.includes("Back to the abstract"));
  assert.ok(paper.card.querySelectorAll("*").length < 5, "a badge is placed by all that stands in its card");
});

test("html: versions from the address, from the base, or unknown", () => {
  const versionAt = (url, base) => read(open(htmlPage(ferryman, { base }), url))[0].version;
  const { id } = ferryman;
  assert.equal(versionAt(`https://arxiv.org/html/${id}v1`, ""), 1);
  assert.equal(versionAt(`https://arxiv.org/html/${id}v1`, `/html/${id}v2/`), 1);
  assert.equal(versionAt(`https://arxiv.org/html/${id}`, ""), undefined);
  assert.equal(versionAt(`https://arxiv.org/html/${id}`, "/html/2503.90001v9/"), undefined);
  const [mirrored] = read(open(htmlPage(ferryman), `https://ar5iv.labs.arxiv.org/html/${id}`));
  assert.deepEqual([mirrored.key, mirrored.source, mirrored.version], [`arxiv:${id}`, "ar5iv", undefined]);
});

test("html: parts missing", () => {
  const url = `https://arxiv.org/html/${ferryman.id}`;
  assert.deepEqual(read(open(htmlPage(ferryman, { title: false }), url)).map(({ fields }) => Object.keys(fields).join()), ["abstract,fulltext"]);
  assert.deepEqual(read(open('<article class="ltx_document"><p class="ltx_p">Text.</p></article>', url)).map(({ fields }) => Object.keys(fields).join()), ["fulltext"]);
  assert.deepEqual(read(open('<article class="ltx_document"></article>', url)), []);
  assert.deepEqual(read(open("<p>HTML is not available.</p>", url)), []);
});

test("a PDF and its mirror: the paper alone, its badge in a corner of the window", () => {
  const pdf = open('<body><embed type="application/pdf"></body>', `https://arxiv.org/pdf/${ferryman.id}v2`);
  const shared = open(`<meta property="og:title" content="A title | alphaXiv">`, `https://www.alphaxiv.org/abs/${ferryman.id}v1`);
  for (const [doc, version, title] of [[pdf, 2, undefined], [shared, 1, "A title"]]) {
    const [paper] = read(doc);
    assert.deepEqual([paper.key, paper.version, paper.title, paper.fields, paper.card], [`arxiv:${ferryman.id}`, version, title, {}, doc.documentElement]);
  }
});
