// arXiv ids and Hugging Face addresses.

import assert from "node:assert/strict";
import test from "node:test";
import { arxivId, huggingFacePaper } from "../../extension/src/adapters/paper-key.js";

const IDS = [
  ["1706.03762", "arxiv:1706.03762", null],
  ["arXiv:1706.03762v7", "arxiv:1706.03762", 7],
  [" arxiv: 1706.03762 ", "arxiv:1706.03762", null],
  ["2301.10140", "arxiv:2301.10140", null],
  ["1706.03762v5.pdf", "arxiv:1706.03762", 5],
  ["1706.03762V2", "arxiv:1706.03762", 2],
  ["0704.0001", "arxiv:0704.0001", null],
  ["1412.9999", "arxiv:1412.9999", null],
  ["1501.00001", "arxiv:1501.00001", null],
  ["math.GT/0309136", "arxiv:math/0309136", null],
  ["math/0309136v1", "arxiv:math/0309136", 1],
  ["hep-th/9901001v3", "arxiv:hep-th/9901001", 3],
  ["HEP-TH//9901001", "arxiv:hep-th/9901001", null],
  ["solv-int/9901001", "arxiv:solv-int/9901001", null],
  ["q-bio/0703001.ps.gz", "arxiv:q-bio/0703001", null],
];
const REFUSED = [
  "", "arxiv:", "1706.3762", "1412.99999", "1501.0001", "0703.0001", "1713.01234", "1700.01234", "1706.00000", "1706.03762v0",
  "1706.03762v01", "11706.03762", "1706.037625", "math/0309000", "math/0704001", "made-up/9901001", "hep-th/9106001",
  "hep-th/9913001", "date/2025-06-03", "10.48550/arXiv.1706.03762",
];

for (const [spelling, key, version] of IDS) {
  test(`${JSON.stringify(spelling)} is ${key}`, () => {
    assert.deepEqual(arxivId(spelling), { id: key.slice("arxiv:".length), key, version });
  });
}

for (const spelling of REFUSED) test(`${JSON.stringify(spelling)} is no arXiv id`, () => assert.equal(arxivId(spelling), null));

test("Hugging Face addresses of papers", () => {
  for (const href of ["/papers/2503.90417", "/papers/2503.90417#community", "https://huggingface.co/papers/2503.90417/?x=1"]) {
    assert.equal(huggingFacePaper(href)?.key, "arxiv:2503.90417", href);
  }
  const others = [
    "/papers", "/papers/date/2025-06-03", "/papers/week/2025-W23", "/papers/trending", "/papers/submit", "/papers/2503.90417.md",
    "/papers/index?arxivId=2503.90417", "/papers/2503.90417v2", "/papers/2503.90417/x", "/datasets/2503.90417", "https://arxiv.org/papers/2503.90417",
    "https://[", "mailto:a@example.org", "",
  ];
  for (const href of others) assert.equal(huggingFacePaper(href), null, href);
});
