// Cases of anchoring that are more than a quote and a page: selections by hand, ranges, pages that change. Node and a browser run them.

import { anchor } from "../../extension/src/anchoring/anchor.js";
import { canonicalText } from "../../extension/src/anchoring/canonical-text.js";
import { katex, mathjax3 } from "./anchoring-formulas.js";
import { between, rangeFrom, selectText, splitAll } from "./anchoring-page.js";
import { same } from "./anchoring-run.js";
import { ABSTRACT, FOUR, ONE, THREE, TWO } from "./anchoring-texts.js";

const FORMULA = katex("n^2");
const LONG = "In the beginning the router was blind, and the tokens were without form; then a gate was put before every layer of the network.";

const quoteOf = (page, root, start, end) => page.describeIn(root, between(root, start, end)).quote;
const refusalOf = (page, root, start, end) => page.describeIn(root, between(root, start, end)).refused;

export const SCRIPTED = [
  {
    id: "A3: splitting every text node and joining them again changes nothing",
    run(page) {
      const root = page.fieldOf(`The <em>charge</em> of cafe\u0301s ${FORMULA}, $x$ and 👩‍🔬 bars`);
      const whole = canonicalText(root).text;
      const selectors = page.noteIn(root, "charge of caf\u00e9s ⟦n^2⟧, ⟦x⟧ and 👩‍🔬");
      for (const change of [() => splitAll(root), () => root.normalize()]) {
        change();
        same(canonicalText(root).text, whole);
        same(page.anchorIn(root, selectors).result, "exact");
      }
    },
  },
  {
    id: "A4: a range ends on text nodes that are not empty",
    run(page) {
      const root = page.fieldOf("one <b></b>two<i></i> three");
      const text = (value) => root.ownerDocument.createTextNode(value);
      root.insertBefore(text(""), root.firstChild.nextSibling);
      root.insertBefore(text(""), root.querySelector("i"));
      const { startContainer, startOffset, endContainer, endOffset } = canonicalText(root).rangeOf(4, 7);
      same([startContainer.nodeValue, startOffset, endContainer.nodeValue, endOffset], ["two", 0, "two", 3]);
    },
  },
  {
    id: "A5: a triple click, which ends in the next paragraph, is trimmed to the field",
    run(page) {
      const root = page.fieldOf("<p>  Routers are blind.  </p>\n<p>Next.</p>");
      const [first, second] = root.querySelectorAll("p");
      for (const field of [first, root]) same(quoteOf(page, field, [first.firstChild, 0], [second, 0]), "Routers are blind.");
    },
  },
  {
    id: "A6: boundaries that are elements",
    run(page) {
      const root = page.fieldOf("<p>Routers <em>are</em> blind.</p><p></p>");
      const [paragraph, empty] = root.querySelectorAll("p");
      same(quoteOf(page, root, [paragraph, 0], [paragraph, 3]), "Routers are blind.");
      same(quoteOf(page, root, [paragraph, 1], [paragraph, 2]), "are");
      same(quoteOf(page, root, [paragraph, 1], [empty, 0]), "are blind.");
      same(quoteOf(page, root, [root, 0], [root, 2]), "Routers are blind.");
    },
  },
  {
    id: "A9: a selection that leaves the field is clipped to it",
    run(page) {
      const root = page.fieldOf("<p>Routers are blind.</p><p>Outside.</p>");
      const [field, outside] = root.querySelectorAll("p");
      same(quoteOf(page, field, [field.firstChild, 8], [outside.firstChild, 4]), "are blind.");
      same(refusalOf(page, field, [outside.firstChild, 0], [outside.firstChild, 4]), "nothing selected");
      const elsewhere = root.ownerDocument.implementation.createHTMLDocument("");
      elsewhere.body.append("another page");
      same(refusalOf(page, field, [elsewhere.body, 0], [elsewhere.body, 1]), "nothing selected");
    },
  },
  {
    id: "A12: our own elements never enter a quote",
    run(page) {
      const root = page.fieldOf("Routers <span data-postil>2 notes</span>are blind.");
      same(quoteOf(page, root, [root, 0], [root, 3]), "Routers are blind.");
    },
  },
  {
    id: "B8, B11: whole graphemes, and code points for offsets",
    run(page) {
      const root = page.fieldOf("👩‍🔬x caf<b>e</b>\u0301s");
      const { selectors } = page.describeIn(root, between(root, [root.firstChild, 2], [root.lastChild, 1]));
      same(selectors[0].exact, "👩‍🔬x caf\u00e9");
      same(selectors[1], { type: "TextPositionSelector", start: 0, end: 9 });
      same(quoteOf(page, root, [root.firstChild, 6], [root.querySelector("b").firstChild, 1]), "caf\u00e9");
    },
  },
  {
    id: "B10: the stored quote is what was read",
    run(page) {
      const root = page.fieldOf("about ½ of 10⁶ ﬁne – “cells”");
      same(page.describeIn(root, selectText(root, "½ of 10⁶ ﬁne – “cells”")).quote, "½ of 10⁶ ﬁne – “cells”");
    },
  },
  {
    id: "B10: a decomposed quote, too, is looked for unfolded before it is folded",
    run(page) {
      const found = page.anchorOn("of 106 caf\u00e9s, not 10⁶ caf\u00e9s", [{ type: "TextQuoteSelector", exact: "10⁶ cafe\u0301s" }]);
      same([found.result, found.start], ["exact", 18]);
    },
  },
  {
    id: "C4: a formula that is typeset after it was marked, and one that is marked before",
    run(page) {
      const made = page.fieldOf(`${ONE} It costs <span id="late">$n^2$</span> per step, $k$ in all.`);
      const selectors = page.noteIn(made, "costs ⟦n^2⟧ per step, ⟦k⟧ in");
      same(page.anchorIn(made, selectors).result, "exact");
      made.querySelector("#late").replaceWith(page.fieldOf(mathjax3("<msup><mi>n</mi><mn>2</mn></msup>")).firstChild);
      same(page.anchorIn(made, selectors).result, "exact");
      made.querySelector("mjx-container").replaceWith(page.fieldOf(FORMULA).firstChild);
      same(page.anchorIn(made, selectors).result, "exact");
    },
  },
  {
    id: "C5: a selection that begins or ends inside a formula takes all of it",
    run(page) {
      const root = page.fieldOf(`at a cost of ${FORMULA} per step`);
      const [glyph, other] = [...root.querySelectorAll(".katex-html span")].map((element) => element.firstChild);
      const last = root.lastChild;
      same(quoteOf(page, root, [glyph, 1], [last, 4]), "⟦n^2⟧ per");
      same(quoteOf(page, root, [root.firstChild, 5], [glyph, 0]), "cost of ⟦n^2⟧");
      same(quoteOf(page, root, [glyph, 0], [other, 1]), "⟦n^2⟧");
      const painted = canonicalText(root).rangeOf(13, 15);
      same([painted.startContainer === root, painted.startOffset, painted.endContainer === root, painted.endOffset], [true, 1, true, 2]);
    },
  },
  {
    id: "C5: the same in a formula that still stands as its source",
    run(page) {
      const root = page.fieldOf("at a cost of $n^2$ per step");
      const text = root.firstChild;
      same(quoteOf(page, root, [text, 15], [text, 22]), "⟦n^2⟧ per");
      same(quoteOf(page, root, [text, 5], [text, 14]), "cost of ⟦n^2⟧");
      same(rangeFrom(root, canonicalText(root).rangeOf(13, 18)).toString(), "$n^2$");
    },
  },
  {
    id: "D4: a text that the screen shows three lines of is there in full",
    run(page) {
      const clamp = "display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; width: 8em";
      const found = page.anchorOn(`<p style="${clamp}">${ABSTRACT}</p>`, page.noteOn(ABSTRACT, FOUR));
      same([found.result, found.text], ["exact", FOUR]);
    },
  },
  {
    id: "D5: neither the ellipsis of a shortened text nor its button enter a quote",
    run(page) {
      for (const more of ["<button>Read more</button>", '<a onclick="">More</a>', '<span role="button">More</span>']) {
        const root = page.fieldOf(`Routers are blind and toke… ${more}`);
        same(quoteOf(page, root, [root, 0], [root, 2]), "Routers are blind and toke");
      }
    },
  },
  {
    id: "D8, E5: the search never leaves the field",
    run(page) {
      const card = page.fieldOf(`<div>In short: ${TWO}</div><p>${ABSTRACT}</p><p>Another paper. ${TWO}</p>`);
      const selectors = page.noteOn(ABSTRACT, TWO);
      const [abstract, other] = card.querySelectorAll("p");
      same(page.anchorIn(abstract, selectors).result, "exact");
      abstract.textContent = `${ONE} ${THREE} ${FOUR}`;
      same(page.anchorIn(abstract, selectors).result, "lost");
      same(page.anchorIn(other, page.noteOn(ABSTRACT, THREE)).result, "lost");
    },
  },
  {
    id: "F7, F9: what was lost or changed comes back exact on the text that it was made on",
    run(page) {
      const selectors = page.noteOn(ABSTRACT, TWO);
      const before = JSON.stringify(selectors);
      same(page.anchorOn(`${ONE} ${THREE}`, selectors).result, "lost");
      same(page.anchorOn(ABSTRACT.replace("battery", "cell"), selectors).result, "changed");
      same(JSON.stringify(selectors), before);
      same(page.anchorOn(ABSTRACT, selectors).result, "exact");
    },
  },
  {
    id: "G1: one character is refused, a whole formula is not",
    run(page) {
      const root = page.fieldOf(`a cafe\u0301 👩‍🔬 ${FORMULA} bc`);
      for (const one of ["a", "\u00e9", "👩‍🔬"]) same(page.describeIn(root, selectText(root, one)), { refused: "one character" }, one);
      for (const some of ["bc", "⟦n^2⟧"]) same(page.describeIn(root, selectText(root, some)).quote, some);
      const caret = rangeFrom(root, canonicalText(root).rangeOf(3, 3));
      same(page.describeIn(root, caret), { refused: "nothing selected" });
    },
  },
  {
    id: "G1: one stored character needs its context",
    run(page) {
      const position = { type: "TextPositionSelector", start: 17, end: 18 };
      same(page.anchorOn(LONG, [{ type: "TextQuoteSelector", exact: "t" }, position]).result, "lost");
      const [before, after] = [LONG.slice(0, 17), LONG.slice(18, 50)];
      same(page.anchorOn(LONG, [{ type: "TextQuoteSelector", exact: "t", prefix: before, suffix: after }, position]).result, "exact");
    },
  },
  {
    id: "G2: quotes that are nowhere in a long page",
    run(page) {
      const root = page.fieldOf(`<p>${LONG} ${ONE} </p>`.repeat(500));
      const canonical = canonicalText(root);
      for (const quote of [TWO, THREE, FOUR]) same(anchor(canonical, page.noteOn(ABSTRACT, quote)).result, "lost");
    },
  },
  {
    id: "G3: malformed selectors are lost without a throw",
    run(page) {
      const quote = { type: "TextQuoteSelector", exact: "router", prefix: "the ", suffix: " was" };
      const bad = [
        [], null, undefined, [null], [{}], [{ type: "TextQuoteSelector" }], [{ ...quote, exact: "" }], [{ ...quote, exact: null }],
        [{ ...quote, exact: 7 }], [{ ...quote, exact: "\u00ad\u200b" }], [{ ...quote, exact: "{}$" }], [{ ...quote, exact: " " }],
        [{ type: "TextPositionSelector", start: 0, end: 5 }], [{ type: "XPathSelector", value: "/p" }],
      ];
      for (const selectors of bad) same(page.anchorOn(LONG, selectors).result, "lost", JSON.stringify(selectors));
      for (const [start, end] of [[-1, 4], [9, 3], [0.5, 2], [1e9, 2e9], ["0", "5"], [NaN, 3]]) {
        same(page.anchorOn(LONG, [quote, { type: "TextPositionSelector", start, end }]).text, "router", `${start}, ${end}`);
      }
      same(page.anchorOn(LONG, [{ ...quote, prefix: null, suffix: 4 }]).result, "exact");
    },
  },
  {
    id: "G4: lone surrogates and control characters never enter a quote",
    run(page) {
      const root = page.fieldOf("");
      root.append("one \ud800tw\u0000o\u0007 three");
      same(page.describeIn(root, selectText(root, "one two three")).quote, "one two three");
    },
  },
  {
    id: "only white space, or an empty field: nothing selected",
    run(page) {
      const root = page.fieldOf("one two");
      same(refusalOf(page, root, [root.firstChild, 3], [root.firstChild, 4]), "nothing selected");
      const empty = page.fieldOf("");
      same(refusalOf(page, empty, [empty, 0], [empty, 0]), "nothing selected");
      same(page.anchorIn(empty, page.noteOn("one two", "one")).result, "lost");
    },
  },
  {
    id: "a quote of more than 8 KiB is refused, by bytes",
    run(page) {
      const fits = page.fieldOf("x".repeat(8192));
      same(quoteOf(page, fits, [fits, 0], [fits, 1]).length, 8192);
      const wide = page.fieldOf("é".repeat(4097));
      same(refusalOf(page, wide, [wide, 0], [wide, 1]), "too long");
    },
  },
  {
    id: "context is 32 to 64 characters and begins at a word",
    run(page) {
      const [{ prefix, suffix }] = page.noteOn(LONG, "tokens were");
      for (const context of [prefix, suffix]) same(context.length >= 32 && context.length <= 64, true);
      same([LONG.includes(`${prefix}tokens were${suffix}`), LONG[LONG.indexOf(prefix) - 1]], [true, " "]);
      same(page.noteOn(LONG, "In the beginning")[0].prefix, "");
    },
  },
  {
    id: "a foreign client's quote with loose white space and decomposed letters",
    run(page) {
      const [exact, prefix, suffix] = ["\n cafe\u0301  of ", "We met in the", "the station, and in"];
      const found = page.anchorOn("We met in the caf\u00e9 of the station, and in the bar.", [{ type: "TextQuoteSelector", exact, prefix, suffix }]);
      same([found.result, found.text], ["exact", "caf\u00e9 of"]);
    },
  },
  {
    id: "without context a repeated quote is placed by its position or not at all",
    run(page) {
      const quote = { type: "TextQuoteSelector", exact: "the" };
      same(page.anchorOn(LONG, [quote]).result, "lost");
      const found = page.anchorOn(LONG, [quote, { type: "TextPositionSelector", start: 17, end: 20 }]);
      same([found.result, found.start], ["exact", 17]);
    },
  },
  {
    id: "a shadow root is a field like any other",
    run(page) {
      const host = page.fieldOf("<div></div>").firstChild;
      const shadow = host.attachShadow({ mode: "open" });
      shadow.append(...page.fieldOf(`<p>${ONE}</p><p>${TWO}</p>`).childNodes);
      for (const root of [shadow, shadow.lastChild]) same(page.anchorIn(root, page.noteIn(root, TWO)).result, "exact");
      same(canonicalText(host).text, "");
    },
  },
  {
    id: "text in a slot is the host's own",
    run(page) {
      const root = page.fieldOf(`${ONE} <span>${TWO}</span>`);
      root.lastChild.attachShadow({ mode: "open" }).append("Label: ", root.ownerDocument.createElement("slot"));
      same(page.anchorIn(root, page.noteOn(`${ONE} ${TWO}`, TWO)).result, "exact");
    },
  },
  {
    id: "a selection that begins in what is left out",
    run(page) {
      const root = page.fieldOf('Routers <span class="sr-only">hidden</span>are <ruby>blind<rt>sic</rt></ruby>.');
      same(quoteOf(page, root, [root.querySelector("span").firstChild, 2], [root.querySelector("rt").firstChild, 1]), "are blind");
    },
  },
];
