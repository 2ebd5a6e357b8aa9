// The scripted cases of anchoring, in Node.

import test from "node:test";
import { page } from "./anchoring-field.js";
import { SCRIPTED } from "./anchoring-scripted.js";

for (const { id, run } of SCRIPTED) test(id, () => run(page));
