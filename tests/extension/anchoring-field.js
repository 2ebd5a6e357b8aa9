// The page of the anchoring tests in Node: documents of jsdom, in which nothing is rendered.

import { JSDOM } from "jsdom";
import { pageOf } from "./anchoring-page.js";

const parser = new (new JSDOM("").window.DOMParser)();

/** A field in a document of its own. */
const page = pageOf((html) => {
  const parsed = parser.parseFromString(`<main><div id="field">${html}</div><p id="outside">Outside.</p></main>`, "text/html");
  return parsed.getElementById("field");
});

export const { fieldOf, noteOn, noteIn, anchorOn, anchorIn, describeIn } = page;
export { page };
export { randomFrom, rangeFrom, selectText } from "./anchoring-page.js";
