// Cases of anchoring that want a page which is rendered: what style sheets hide. For the browser alone.

import { canonicalText } from "../../extension/src/anchoring/canonical-text.js";
import { selectText } from "./anchoring-page.js";
import { same } from "./anchoring-run.js";
import { ABSTRACT, ONE, TWO } from "./anchoring-texts.js";

const HIDING = {
  "display: none": "display: none",
  "visibility: hidden": "visibility: hidden",
  "clipped by clip": "position: absolute; clip: rect(0, 0, 0, 0)",
  "clipped by clip-path": "position: absolute; clip-path: inset(50%)",
  "one pixel": "position: absolute; width: 1px; height: 1px; overflow: hidden",
};

const hidings = Object.entries(HIDING).map(([name, style]) => ({
  id: `hidden by a style sheet: ${name}`,
  run(page) {
    const root = page.fieldOf(`<style>.unseen { ${style} }</style>${ONE} We let <span class="unseen">(see below)</span>${TWO.slice(7)}`);
    same(canonicalText(root).text, `${ONE} ${TWO}`);
    same(page.anchorIn(root, page.noteOn(`${ONE} ${TWO}`, TWO)).result, "exact");
  },
}));

export const RENDERED = [
  ...hidings,
  ...["display: none", "visibility: hidden"].map((style) => ({
    id: `a field under ${style} keeps its text, without what is hidden in it`,
    run(page) {
      const outer = page.fieldOf(`<style>.unseen { display: none }</style><div style="${style}"><p>${ONE} <b class="unseen">no</b> ${TWO}</p></div>`);
      same(canonicalText(outer.querySelector("p")).text, `${ONE} ${TWO}`);
    },
  })),
  {
    id: "text-transform changes what is seen, not what is stored",
    run(page) {
      const root = page.fieldOf(`<p style="text-transform: uppercase">${ABSTRACT}</p>`);
      const selection = root.ownerDocument.getSelection();
      selection.removeAllRanges();
      selection.addRange(selectText(root, TWO));
      same(selection.toString(), TWO.toUpperCase());
      same(page.describeIn(root, selection.getRangeAt(0)).quote, TWO);
    },
  },
  {
    id: "A2, D4: a mark over several elements has its boxes, a clamped one none in sight",
    run(page) {
      const root = page.fieldOf(`<p style="width: 12em">${ONE} <em>We let</em> the <b>router</b>${TWO.slice(17)}</p>`);
      same(selectText(root, TWO).getClientRects().length > 3, true);
    },
  },
  {
    id: "the browser's own selection of a word, a sentence and a paragraph",
    run(page) {
      const root = page.fieldOf(`<p>${ONE}</p><p>${TWO}</p>`);
      const selection = root.ownerDocument.getSelection();
      selection.collapse(root.querySelector("p").firstChild, 8);
      selection.modify("move", "backward", "word");
      selection.modify("extend", "forward", "word");
      same(page.describeIn(root, selection.getRangeAt(0)).quote, "routers");
      selection.modify("move", "backward", "paragraphboundary");
      selection.modify("extend", "forward", "paragraph");
      same(page.describeIn(root, selection.getRangeAt(0)).quote, ONE);
    },
  },
];
