// The report of a page tells kinds and counts, and no word of the page or of its address.

import assert from "node:assert/strict";
import { test } from "node:test";
import { JSDOM } from "jsdom";
import { reportOf, shapeOf } from "../../extension/src/content/report.js";
import { reportText, trouble } from "../../extension/src/diagnostics/text.js";

const SHAPES = [
  ["/abs/2504.13171v2", "/abs/0.0a0"],
  ["/abs/hep-th/9901001", "/abs/a-a/0"],
  ["/list/cs.CL/recent", "/list/a.a/recent"],
  ["/paper/Attention-is-All/204e3073870f", "/paper/a-a-a/0a0a"],
  ["/content/10.1101/2025.03.27.999417v2.full", "/content/0.0/0.0.0.0a0.a"],
  ["/papers/date/2025-06-03", "/papers/date/0-0-0"],
  ["/~secret.name/%C3%A9tude (draft)/", "/~a.a/a/"],
  ["/", "/"],
];
for (const [path, shape] of SHAPES) test(`${path} has the shape ${shape}`, () => assert.equal(shapeOf(path), shape));

const adapter = (rest) => ({ name: "some-kind", matches: () => true, papers: () => [], island: () => null, ...rest });
const field = {};
const paper = (fields) => ({ paper: { fields }, placed: [] });
const report = (one, papers, { html = "", url = "https://example.org/x" } = {}) =>
  reportOf(one, { shown: () => papers, placed: () => papers.flatMap(({ placed }) => placed) }, new JSDOM(html, { url }).window.document);

test("what is missing", () => {
  const whole = paper({ title: field, abstract: field });
  const rows = [
    [adapter({ shows: ["title", "abstract"] }), [whole], {}, []],
    [adapter({ shows: ["title", "abstract"] }), [whole, paper({ title: field })], {}, ["abstract"]],
    [adapter({}), [paper({})], {}, []],
    [adapter({}), [], {}, []],
    [adapter({}), [], { html: '<a href="https://arxiv.org/abs/2503.90417">one</a>' }, ["papers"]],
    [adapter({}), [], { url: "https://arxiv.org/abs/2503.90417" }, ["papers"]],
    [adapter({ general: true }), [], {}, ["papers"]],
    [null, [], { url: "https://arxiv.org/abs/2503.90417" }, []],
  ];
  for (const [one, papers, page, missing] of rows) assert.deepEqual(report(one, papers, page).missing, missing);
});

test("papers that links name are counted once each", () => {
  const html = ["abs/2503.90417", "pdf/2503.90417v2", "abs/2411.90233", "list/cs.CL/new"].map((path) => `<a href="/${path}">x</a>`).join("");
  assert.equal(report(null, [], { html, url: "https://arxiv.org/list/cs.CL/new" }).links, 2);
});

test("as text: a page a line, marks by what became of them, and pages that do not answer", () => {
  const notes = ["exact", "exact", "lost", null].map((result) => ({ result }));
  const told = report(adapter({ shows: ["abstract"] }), [{ ...paper({ title: field }), placed: notes }], { url: "https://example.org/paper/Secret-Title?q=words#here" });
  const text = reportText("9.9", "A browser", [told, null]);
  assert.equal(
    text,
    ["Postil 9.9", "A browser", "example.org/paper/a-a | some-kind | papers 1: title 1, abstract 0, full text 0; links to papers 0 | marks: exact 2, lost 1 | NOT FOUND: abstract", "1 open without an answer (reload them)"].join("\n"),
  );
  assert.equal(trouble({ ...told, missing: [] }), "");
});
