// What a browser loads to run the tests of anchoring: bundled by the tests that drive it.

import { BEYOND } from "./anchoring-beyond.js";
import { CASES } from "./anchoring-cases.js";
import { judge } from "./anchoring-judge.js";
import { pageOf } from "./anchoring-page.js";
import { RENDERED } from "./anchoring-rendered.js";
import { runRow } from "./anchoring-run.js";
import { SCRIPTED } from "./anchoring-scripted.js";

/** A field in the document itself, rendered. */
const page = pageOf((html) => {
  const root = document.createElement("div");
  root.innerHTML = html;
  document.body.append(root);
  return root;
});

/** Every case: its id, and why it does not hold. */
function runAll() {
  const rows = [...CASES, ...BEYOND].map((row) => ({ id: row.id, run: () => runRow(page, row) }));
  return [...rows, ...SCRIPTED, ...RENDERED].map(({ id, run }) => {
    document.body.replaceChildren();
    try {
      run(page);
      return { id, failure: null };
    } catch (error) {
      return { id, failure: String(error) };
    }
  });
}

window.anchoring = { runAll, judge, noteOn: page.noteOn };
