// Any site's page with `citation_…` tags: its key, by what is surest, and where title and abstract stand.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import test from "node:test";
import { JSDOM } from "jsdom";
import { adapterFor } from "../../extension/src/adapters/index.js";
import { canonicalText } from "../../extension/src/anchoring/canonical-text.js";
import { normalisedUrl, urlKey } from "../../extension/src/adapters/url-key.js";
import { found } from "./fixtures/papers.js";
import { journalPage, structured } from "./fixtures/sites.js";

const [ferryman] = found;
const URL_HERE = "https://www.toy-journal.example/articles/417?utm_source=feed#abstract";
const open = (html, url = URL_HERE) => new JSDOM(html, { url }).window.document;
const read = (doc) => adapterFor(new URL(doc.URL), doc)?.papers(doc);
const textOf = (paper, field) => canonicalText(paper.fields[field], paper.aside).text;
const hashOf = (text) => `url:${createHash("sha256").update(text).digest("hex")}`;

test("only pages with tags are known, and only where no other adapter knows them", () => {
  const doc = open(journalPage(ferryman));
  assert.equal(adapterFor(new URL(doc.URL), doc).name, "citation-tags");
  assert.equal(adapterFor(new URL(doc.URL), open("<h1>A page</h1>")), null);
  assert.equal(adapterFor(new URL("https://aclanthology.org/P18-1999/"), doc).name, "acl-anthology");
});

const KEYS = [
  ["its DOI", URL_HERE, { metas: [["citation_doi", "doi:10.99999/Toy.417"]] }, "doi:10.99999/toy.417"],
  ["a DOI of Dublin Core", URL_HERE, { metas: [["DC.Identifier", "https://doi.org/10.99999/Toy.417"]] }, "doi:10.99999/toy.417"],
  ["a DOI that a link in the head names", URL_HERE, { metas: [], head: '<link rel="cite-as" href="https://doi.org/10.99999/Toy.417">' }, "doi:10.99999/toy.417"],
  ["arXiv's DOI", URL_HERE, { metas: [["citation_doi", "10.48550/arXiv.2503.90417"]] }, "arxiv:2503.90417"],
  ["an arXiv id, before a DOI", URL_HERE, { metas: [["citation_doi", "10.99999/x"], ["citation_arxiv_id", "2503.90417v2"]] }, "arxiv:2503.90417"],
  ["an address of a known kind, before all", "https://pubmed.ncbi.nlm.nih.gov/99999417/", { metas: [["citation_doi", "10.99999/x"]] }, "pmid:99999417"],
  ["the page's address", URL_HERE, { metas: [] }, hashOf("https://www.toy-journal.example/articles/417")],
  ["what is no DOI tells nothing", URL_HERE, { metas: [["citation_doi", "n/a"], ["dc.identifier", "417"]] }, hashOf("https://www.toy-journal.example/articles/417")],
  ["the address that the page names", URL_HERE, { metas: [], head: '<link rel="canonical" href="/a/417">' }, hashOf("https://www.toy-journal.example/a/417")],
  ["not its site's front page", URL_HERE, { metas: [], head: '<link rel="canonical" href="https://www.toy-journal.example">' }, hashOf("https://www.toy-journal.example/articles/417")],
  ["not another site's", URL_HERE, { metas: [], head: '<link rel="canonical" href="https://other.example/417">' }, hashOf("https://www.toy-journal.example/articles/417")],
];

for (const [what, url, variant, key] of KEYS) {
  test(`the key: ${what}`, () => {
    const [paper] = read(open(journalPage(ferryman, variant), url));
    assert.equal(paper.key, key);
    assert.match(paper.url, /^https:\/\//u);
    if (key.startsWith("url:")) assert.equal(urlKey(paper.url), key);
  });
}

test("title and abstract", () => {
  const [paper] = read(open(journalPage(ferryman)));
  assert.deepEqual([paper.source, paper.title], ["toy-journal-example", ferryman.title]);
  assert.equal(textOf(paper, "title"), ferryman.title);
  assert.equal(textOf(paper, "abstract"), ferryman.summary);
});

const paragraph = (text) => `<p>${text.replaceAll("&", "&amp;")}</p>`;
const ABSTRACTS = [
  ["without a heading, by the words of a tag", `<div class="x">${paragraph(ferryman.summary)}</div>`, ferryman.summary, true],
  ["a heading in another language", `<h3>الملخص:</h3>${paragraph(ferryman.summary)}`, ferryman.summary, false],
  ["of two headings the English one", `<h3>Resumen</h3>${paragraph("Otro texto. ".repeat(30))}<h3>Abstract</h3>${paragraph(ferryman.summary)}`, ferryman.summary, false],
  ["the heading beside the paragraph", `<h3>ABSTRACT.</h3>${paragraph(ferryman.summary)}`, ferryman.summary, false],
  ["of several paragraphs, under headings", `<div><h2>Abstract</h2>${structured.parts.map(([name, text]) => `<h3>${name}</h3>${paragraph(text)}`).join("")}</div>`, structured.parts.map((part) => part.join(" ")).join(" "), false],
  ["whose paragraphs stand among all others", `<h2>Abstract</h2>${structured.parts.map(([, text]) => paragraph(text)).join("")}<h2>Methods</h2>${paragraph(ferryman.summary)}`, structured.parts[1][1], false],
  ["shown otherwise than the tag tells", `<div>${paragraph(`${ferryman.summary.slice(0, 299)} and so on, as this page would have it.`)}</div>`, `${ferryman.summary.slice(0, 299)} and so on, as this page would have it.`, true],
];

for (const [what, html, text, isTold] of ABSTRACTS) {
  test(`an abstract ${what}`, () => {
    const metas = [["citation_doi", "10.99999/x"], ...(isTold ? [["citation_abstract", ferryman.summary]] : [])];
    const [paper] = read(open(journalPage(ferryman, { metas, abstract: html })));
    assert.equal(textOf(paper, "abstract"), text);
  });
}

test("no abstract is better than another text", () => {
  const [paper] = read(open(journalPage(ferryman, { abstract: "" })));
  assert.deepEqual(Object.keys(paper.fields), ["title"]);
  const [short] = read(open(journalPage(ferryman, { abstract: "<div><h2>Abstract</h2><p>None.</p></div>" })));
  assert.deepEqual(Object.keys(short.fields), ["title"]);
});

test("a title that is set the same way in its tag and on the page", () => {
  const [paper] = read(open(journalPage({ ...ferryman, title: "X" }).replaceAll(">X<", ">Naps <i>in vivo</i>, <1 a day<").replace('content="X"', 'content="Naps &lt;i&gt;in vivo&lt;/i&gt;, &lt;1 a day"')));
  assert.equal(paper.title, "Naps in vivo, <1 a day");
  assert.equal(textOf(paper, "title"), "Naps in vivo, <1 a day");
});

test("a page whose title is nowhere on it, and one with nothing at all", () => {
  const renamed = journalPage(ferryman).replace(/<h1>[^]*?<\/h1>/u, "<h1>The Toy Journal</h1>");
  assert.deepEqual(read(open(renamed)).map(({ title, fields }) => [title, Object.keys(fields).join()]), [[ferryman.title, "abstract"]]);
  assert.deepEqual(read(open('<meta name="citation_title" content="A title"><p>Nothing.</p>')), []);
});

const SPELLINGS = [
  ["http://Example.org:80/#top", "https://example.org/"],
  ["https://example.org/%7ea?q=%c3%a9", "https://example.org/~a?q=%C3%A9"],
  ["https://example.org/~a?utm_source=feed&q=é&&UTM_x=1", "https://example.org/~a?q=%C3%A9"],
  ["https://example.org:8443/a%2Fb|c?x=[1]", "https://example.org:8443/a%2Fb%7Cc?x=[1]"],
  ["https://bücher.example/100%", "https://xn--bcher-kva.example/100%25"],
  ["file:///etc/passwd", null],
  ["https://u@example.org/", null],
  ["no address", null],
];

for (const [href, normal] of SPELLINGS) {
  test(`${href} in one spelling`, () => {
    assert.equal(normalisedUrl(href), normal);
    assert.equal(urlKey(href), normal && hashOf(normal));
  });
}
