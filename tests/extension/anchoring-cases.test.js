// The case tables of anchoring, in Node. A browser runs the same, and what needs one: tests/e2e/test_anchoring.py.

import test from "node:test";
import { BEYOND } from "./anchoring-beyond.js";
import { CASES } from "./anchoring-cases.js";
import { page } from "./anchoring-field.js";
import { runRow } from "./anchoring-run.js";

for (const row of [...CASES, ...BEYOND]) test(`${row.id}: ${row.result}`, () => runRow(page, row));
