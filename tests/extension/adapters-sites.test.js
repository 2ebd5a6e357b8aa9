// What the adapters of other sites read: OpenReview, the ACL Anthology, bioRxiv and medRxiv, papers.cool, Semantic Scholar.

import assert from "node:assert/strict";
import test from "node:test";
import { JSDOM } from "jsdom";
import { adapterFor } from "../../extension/src/adapters/index.js";
import { canonicalText } from "../../extension/src/anchoring/canonical-text.js";
import { plain } from "../../extension/src/anchoring/plain.js";
import { tex } from "./fixtures/arxiv.js";
import { found } from "./fixtures/papers.js";
import { aclListPage, aclPaperPage, biorxivPage, openReviewPage, papersCoolPage, papersCoolVenuePage, scholarPage, structured } from "./fixtures/sites.js";

const [ferryman] = found;
const open = (html, url, options = {}) => new JSDOM(html, { url, ...options }).window.document;
const read = (doc) => adapterFor(new URL(doc.URL), doc).papers(doc);
const textOf = (paper, field) => plain(canonicalText(paper.fields[field], paper.aside).text);
const fieldsOf = (papers) => papers.map(({ fields }) => Object.keys(fields).join());
const without = (html, url, selector) => {
  const doc = open(html, url);
  for (const element of doc.querySelectorAll(selector)) element.remove();
  return read(doc);
};

test("which adapter reads which page", () => {
  const hash = "204e3073870fae3d05bcbc2f6a8e263d9b72e776";
  const rows = [
    ["https://openreview.net/forum?id=Rt3r_417-x", "openreview-forum"],
    ["https://openreview.net/forum?id=Rt3r_417-x&noteId=abc", "openreview-forum"],
    ["https://openreview.net/forum/akerblom2025frugal", "openreview-forum"],
    ["https://openreview.net/group?id=ICLR.cc", null],
    ["https://aclanthology.org/2024.acl-long.990/", "acl-anthology"],
    ["https://aclanthology.org/P18-1999/", "acl-anthology"],
    ["https://aclanthology.org/about/", null],
    ["https://www.biorxiv.org/content/10.1101/2025.03.27.999417v2", "biorxiv-paper"],
    ["https://www.medrxiv.org/content/10.64898/2025.12.30.999417v1.full", "biorxiv-paper"],
    ["https://www.biorxiv.org/collection/neuroscience", null],
    ["https://papers.cool/arxiv/cs.CL?date=2025-06-03&show=25", "papers-cool"],
    ["https://papers.cool/arxiv/2503.90417", "papers-cool"],
    ["https://papers.cool/venue/ICLR.2025", "papers-cool"],
    ["https://papers.cool/", null],
    [`https://www.semanticscholar.org/paper/Frugal-Routing/${hash}`, "semantic-scholar"],
    ["https://www.semanticscholar.org/search?q=x", null],
  ];
  for (const [url, name] of rows) assert.equal(adapterFor(new URL(url), open("", url))?.name ?? null, name, url);
});

const FORUM = "https://openreview.net/forum?id=Rt3r_417-x";

for (const address of [FORUM, "https://openreview.net/forum/akerblom2025frugal", `${FORUM}&noteId=9zz`]) {
  test(`OpenReview: ${address}: the submission, and nothing of its reviews`, () => {
    const [paper, ...more] = read(open(openReviewPage(ferryman), address));
    assert.deepEqual([paper.key, paper.source, paper.version, paper.url, more.length], ["openreview:Rt3r_417-x", "openreview", undefined, FORUM, 0]);
    assert.equal(textOf(paper, "title"), ferryman.title);
    assert.equal(textOf(paper, "abstract"), tex(ferryman.summary));
  });
}

test("OpenReview: parts missing", () => {
  const page = openReviewPage(ferryman);
  assert.deepEqual(fieldsOf(read(open(openReviewPage(ferryman, { abstract: false }), FORUM))), ["title"]);
  assert.deepEqual(fieldsOf(without(page, FORUM, "meta")), ["title,abstract"]);
  assert.deepEqual(read(open(openReviewPage(ferryman, { tags: false }), "https://openreview.net/forum/akerblom2025frugal")), []);
  assert.deepEqual(without(page, FORUM, "main > *"), []);
  assert.deepEqual(read(open("", FORUM)), []);
});

test("OpenReview: nothing is painted before the page has come to rest", () => {
  const doc = open(openReviewPage(ferryman), FORUM);
  assert.equal(adapterFor(new URL(FORUM), doc).island(doc).id, "content");
});

test("ACL: a paper's page", () => {
  const [paper] = read(open(aclPaperPage(ferryman), "https://aclanthology.org/2024.acl-long.990/"));
  assert.deepEqual([paper.key, paper.source, paper.url], ["acl:2024.acl-long.990", "acl", "https://aclanthology.org/2024.acl-long.990"]);
  assert.equal(textOf(paper, "title"), ferryman.title);
  assert.equal(textOf(paper, "abstract"), ferryman.summary);
  assert.deepEqual(fieldsOf(without(aclPaperPage(ferryman), "https://aclanthology.org/P18-1999/", ".acl-abstract")), ["title"]);
});

test("ACL: a list, with abstracts that are folded away", () => {
  const papers = read(open(aclListPage(), "https://aclanthology.org/volumes/2024.acl-long/"));
  assert.deepEqual(papers.map(({ key }) => key), ["acl:2024.acl-long.990", "acl:2024.acl-long.991", "acl:P18-1999"]);
  papers.forEach((paper, i) => {
    assert.equal(textOf(paper, "title"), found[i].title);
    assert.equal(textOf(paper, "abstract"), found[i].summary);
    assert.equal(paper.abstract, found[i].summary, "to be opened in place");
    assert.equal(paper.card.localName, "p");
  });
  assert.deepEqual(fieldsOf(without(aclListPage(), "https://aclanthology.org/volumes/2024.acl-long/", ".collapse")), ["title", "title", "title"]);
});

for (const [address, doi, version, source] of [
  ["https://www.biorxiv.org/content/10.1101/2025.03.27.999417v2", "10.1101/2025.03.27.999417", 2, "biorxiv"],
  ["https://www.biorxiv.org/content/10.1101/2025.03.27.999417v2.full", "10.1101/2025.03.27.999417", 2, "biorxiv"],
  ["https://www.medrxiv.org/content/10.64898/2025.12.30.999417v1.abstract", "10.64898/2025.12.30.999417", 1, "medrxiv"],
  ["https://www.medrxiv.org/content/10.1101/2025.03.27.999417", "10.1101/2025.03.27.999417", undefined, "medrxiv"],
]) {
  test(`${address}: version ${version} of ${doi}`, () => {
    const [paper] = read(open(biorxivPage({ doi }), address));
    assert.deepEqual([paper.key, paper.version, paper.source, paper.url], [`doi:${doi}`, version, source, `https://doi.org/${doi}`]);
    assert.equal(textOf(paper, "title"), structured.title);
    assert.equal(textOf(paper, "abstract"), structured.parts.map((part) => part.join(" ")).join(" "));
  });
}

test("bioRxiv: parts missing", () => {
  const url = "https://www.biorxiv.org/content/10.1101/2025.03.27.999417v2";
  assert.deepEqual(fieldsOf(without(biorxivPage(), url, ".abstract")), ["title"]);
  assert.deepEqual(fieldsOf(without(biorxivPage(), url, "meta[name=citation_title]")), ["title,abstract"]);
  assert.deepEqual(fieldsOf(without(biorxivPage(), url, "h1")), ["abstract"]);
  assert.deepEqual(without(biorxivPage(), url, "#panels"), []);
  const renamed = biorxivPage().replace("section abstract", "abs-section");
  assert.equal(textOf(read(open(renamed, url))[0], "abstract"), `Abstract ${structured.parts.map((part) => part.join(" ")).join(" ")}`, "by its heading");
});

test("papers.cool: a day of arXiv", () => {
  const papers = read(open(papersCoolPage(), "https://papers.cool/arxiv/cs.CL"));
  assert.deepEqual(papers.map(({ key }) => key), found.slice(0, -1).map(({ id }) => `arxiv:${id}`));
  papers.forEach((paper, i) => {
    assert.equal(paper.source, "papers-cool");
    assert.equal(textOf(paper, "title"), tex(found[i].title));
    assert.equal(textOf(paper, "abstract"), tex(found[i].summary));
  });
});

test("papers.cool: of a venue those whose key is sure", () => {
  const papers = read(open(papersCoolVenuePage(), "https://papers.cool/venue/ICLR.2025"));
  assert.deepEqual(papers.map(({ key }) => key), ["openreview:Rt3r_417-x", "acl:2024.acl-long.990"]);
  assert.deepEqual(fieldsOf(without(papersCoolVenuePage(), "https://papers.cool/venue/ICLR.2025", ".summary, .title-link")), ["", ""]);
});

test("Semantic Scholar: the paper alone", () => {
  const hash = "204e3073870fae3d05bcbc2f6a8e263d9b72e776";
  const doc = open(scholarPage(ferryman), `https://www.semanticscholar.org/paper/Frugal/${hash}#citing-papers`);
  const [paper] = read(doc);
  assert.deepEqual([paper.key, paper.title, paper.fields, paper.card], [`s2:${hash}`, ferryman.title, {}, doc.documentElement]);
  assert.equal(read(open("", doc.URL))[0].title, undefined);
});
