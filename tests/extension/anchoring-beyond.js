// Cases that the table of anchoring lacks, in the same form.

import { katex, mathjax2, mathjax4 } from "./anchoring-formulas.js";
import { ABSTRACT, FOUR, ONE, THREE, TWO } from "./anchoring-texts.js";

const moved = (quote) => ({ made: ABSTRACT, quote });
const CLAIM = "The method improves accuracy by 5% on all three sets, and it does not need labels.";
const claims = (other) => ({ made: `${ONE} ${CLAIM} ${FOUR}`, on: `${ONE} ${other} ${FOUR}`, quote: CLAIM, text: other });
/** A part of a sentence, of whose surroundings a word is changed. */
const part = (quote, from, to) => ({ made: `${ONE} ${CLAIM} ${FOUR}`, on: `${ONE} ${CLAIM.replace(from, to)} ${FOUR}`, quote });

export const BEYOND = [
  // Digits and negations: never the same, and called out.
  { id: "a digit", ...claims(CLAIM.replace("5%", "6%")), result: "changed", differences: ["5 → 6"] },
  { id: "a digit more", ...claims(CLAIM.replace("5%", "15%")), result: "changed", differences: ["5 → 15"] },
  { id: "a decimal", ...claims(CLAIM.replace("5%", "5.2%")), result: "changed", differences: ["5 → 5.2"] },
  { id: "a sign", ...claims(CLAIM.replace("5%", "-5%")), result: "changed", differences: ["5 → -5"] },
  { id: "a negation less", ...claims(CLAIM.replace("does not need", "does need")), result: "changed", differences: ["not → "] },
  { id: "a negation more", ...claims(CLAIM.replace("improves", "never improves")), result: "changed", differences: [" → never"] },
  { id: "n't", ...claims(CLAIM.replace("does not need", "doesn't need")), result: "changed", differences: [] },
  { id: "un-", made: "we train supervised models on all of the data that we found", on: "we train unsupervised models on all of the data that we found", quote: "train supervised models on all of the data", result: "changed", text: "train unsupervised models on all of the data", differences: ["supervised → unsupervised"] },
  { id: "≠", made: `it holds that ${katex("a = b")} for all of the steps of the run`, on: `it holds that ${katex("a \\neq b")} for all of the steps of the run`, quote: "that ⟦a = b⟧ for all of the steps", result: "changed", text: "that ⟦a \\neq b⟧ for all of the steps", differences: ["⟦a = b⟧ → ⟦a \\neq b⟧"] },
  { id: "a digit in a formula", made: `of order ${katex("n^2")} in all of the steps of the run`, on: `of order ${katex("n^3")} in all of the steps of the run`, quote: "order ⟦n^2⟧ in all of the steps", result: "changed", text: "order ⟦n^3⟧ in all of the steps", differences: ["⟦n^2⟧ → ⟦n^3⟧"] },
  { id: "a power that became a product", made: "at most 2^10 of the many cells are alive", on: "at most 210 of the many cells are alive", quote: "most 2^10 of the many cells", result: "changed", text: "most 210 of the many cells", differences: ["2^10 → 210"] },
  { id: "numbers that a space parts", made: "the scores are 5 10 and 20 on the sets", on: "the scores are 510 and 20 on the sets", quote: "scores are 5 10 and 20 on", result: "changed", text: "scores are 510 and 20 on", differences: ["5 10 → 510"] },
  { id: "thousands", made: "we follow 1 000 000 runs for a year", on: "we follow 1\u202f000\u202f000 runs for a year", quote: "follow 1 000 000 runs", result: "exact" },

  // The same characters, cut out of other words.
  { id: "cut: a number", ...part("5% on all three sets, and it does not need", "5%", "15%"), result: "changed", text: "5% on all three sets, and it does not need", differences: ["5 → 15"] },
  { id: "cut: a decimal before", ...part("5% on all three sets, and it does not need", "5%", "2.5%"), result: "changed", differences: ["5 → 2.5"] },
  { id: "cut: a sign before", ...part("5% on all three sets, and it does not need", "5%", "-5%"), result: "changed", differences: ["5 → -5"] },
  { id: "cut: a number after", ...part("The method improves accuracy by 5", "5%", "50%"), result: "changed", differences: ["5% → 50%"] },
  { id: "cut: un-", made: "agents that are able to plan their own work over many days", on: "agents that are unable to plan their own work over many days", quote: "able to plan their own work over many days", result: "changed", differences: ["able → unable"] },
  { id: "cut: non-", made: "a study of linear models of the mind and of its many parts", on: "a study of non-linear models of the mind and of its many parts", quote: "linear models of the mind and of its many", result: "changed", differences: ["linear → non-linear"] },
  { id: "cut: letters", made: "we report on form and content of all the texts that we met", on: "we report on platform and content of all the texts that we met", quote: "form and content of all the texts", result: "changed", differences: [] },
  { id: "a negation just before", ...part("need labels", "does not", "does"), result: "changed", differences: ["it does not → and it does"] },
  { id: "a negation just after", made: "As we see, these models do work in the field and at home.", on: "As we see, these models do not work in the field and at home.", quote: "these models do", result: "changed", differences: ["work in → not work"] },
  { id: "a negation in the next sentence", made: `${ONE} ${TWO}`, on: `${ONE} No one knew. ${TWO}`, quote: ONE, result: "exact" },
  { id: "a quote inside a word stays there", made: "a hyperparameter sweep over all of the many layers", on: "Here: a hyperparameter sweep over all of the many layers", quote: "parameter sweep over", result: "exact" },
  { id: "brackets around a quote now", made: `${ONE} ${TWO} ${FOUR}`, on: `${ONE} (${TWO}) ${FOUR}`, quote: TWO, result: "exact" },

  // Structure.
  { id: "list items", made: "<ul><li>First, routers.</li><li>Second, gates.</li></ul>", quote: "routers. Second, gates", result: "exact" },
  { id: "list items met as prose", made: "<ul><li>First, routers.</li><li>Second, gates.</li></ul>", on: "First, routers. Second, gates.", quote: "routers. Second, gates", result: "exact" },
  { id: "table cells", made: "<table><tr><td>router</td><td>97</td></tr><tr><td>gate</td><td>93</td></tr></table>", quote: "97 gate 93", result: "exact" },
  { id: "wbr", made: "the electro<wbr>encephalo<wbr>gram of a mouse", on: "the electroencephalogram of a mouse", quote: "electroencephalogram of", result: "exact" },
  { id: "link", made: 'see <a href="#there">the long report of the team</a> for more', quote: "long report of", result: "exact" },
  { id: "entities", made: "R&amp;D &lt;b&gt; &ldquo;x&rdquo; &nbsp; &#8722;1 &copy; Caf&eacute;", quote: "R&D <b> “x” −1 © Café", result: "exact" },
  { id: "contenteditable", made: `<div contenteditable="true">${ABSTRACT}</div>`, quote: TWO, result: "exact" },
  { id: "details", made: `${ONE} <details><summary>More</summary>${TWO}</details>`, quote: TWO, result: "exact" },
  { id: "content-visibility", made: `${ONE} <div style="content-visibility: hidden">${TWO}</div>`, quote: TWO, result: "exact" },
  { id: "hidden until found", made: `${ONE} <div hidden="until-found">${TWO}</div>`, quote: TWO, result: "exact" },
  { id: "text-transform", made: `<p style="text-transform: uppercase">${ABSTRACT}</p>`, on: ABSTRACT, quote: TWO, result: "exact" },
  { id: "ruby", made: "<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rp>(</rp><rt>じ</rt><rp>)</rp></ruby>の意味を調べる", on: "漢字の意味を調べる", quote: "漢字の意味", result: "exact" },
  { id: "a toggle is no text", made: `${ONE} <a onclick="more()">▽ More</a> ${TWO}`, on: `${ONE} ${TWO}`, quote: `tokens. ${TWO.slice(0, 20)}`, result: "exact" },
  { id: "a button by its role", made: ABSTRACT, on: `${ONE} <span role="button">Show more</span> ${TWO} ${THREE} ${FOUR}`, quote: TWO, result: "exact" },
  { id: "a footnote of LaTeXML", made: ABSTRACT, on: ABSTRACT.replace("router", 'router<span class="ltx_note"><span class="ltx_note_outer">An aside.</span></span>'), quote: TWO, result: "exact" },
  { id: "raised footnote mark", made: "as was shown<sup>1</sup> in earlier work", quote: "shown¹ in", result: "exact", painted: "shown1 in" },
  { id: "an ordinal", made: "on the 1<sup>st</sup> of May", quote: "the 1st of", result: "exact" },

  // Formulas.
  { id: "display formula", made: `we minimise <span class="katex-display">${katex("\\sum_i x_i")}</span> in every step`, on: "we minimise $$\\sum_i x_i$$ in every step", quote: "minimise ⟦\\sum_i x_i⟧ in every", result: "exact" },
  { id: "a formula in a formula's text", made: `for ${katex("x \\text{ if $y$}")} and more of it`, quote: "for ⟦x \\text{ if $y$}⟧ and", result: "exact" },
  { id: "display formula of MathJax 2", made: `we minimise <div class="MathJax_Display"><span class="MathJax">x</span></div><script type="math/tex; mode=display">\\sum_i x_i</script> in every step`, quote: "minimise ⟦\\sum_i x_i⟧ in every", result: "exact" },
  { id: "a fraction", made: `about ${katex("\\frac{1}{2}")} of all the cells are alive`, on: "about ½ of all the cells are alive", quote: "about ⟦\\frac{1}{2}⟧ of all the cells", result: "exact", text: "about ½ of all the cells" },
  { id: "a fraction is no number", made: `about ${katex("\\frac12")} of all the cells are alive`, on: "about 12 of all the cells are alive", quote: "about ⟦\\frac12⟧ of all the cells", result: "changed", text: "about 12 of all the cells" },
  { id: "money is no formula", made: "It costs $5 and $10, or US$3bn and A$4 for all of the teams.", quote: "costs $5 and $10, or US$3bn and A$4 for", result: "exact" },
  { id: "variables of a shell are none", made: "Set the $HOME variable or else the $PATH of yours.", quote: "the $HOME variable or else the $PATH of", result: "exact" },
  { id: "dollars in names", made: "names are $-prefixed here and plain$-suffixed there", quote: "are $-prefixed here and plain$-suffixed", result: "exact" },
  { id: "escaped dollars", made: "It costs \\$5 or \\$6 for all of us.", on: "It costs $5 or $6 for all of us.", quote: "costs \\$5 or \\$6 for", result: "exact", text: "costs $5 or $6 for" },
  { id: "source over several lines", made: "the bound $a\n  \\leq b$ holds for all", on: `the bound ${katex("a \\leq b")} holds for all`, quote: "bound ⟦a \\leq b⟧ holds", result: "exact" },
  { id: "glued to a word", made: "the $k$NN of all the points", on: `the ${mathjax2("k")}NN of all the points`, quote: "the ⟦k⟧NN of all", result: "exact" },
  { id: "two formulas beside each other", made: `of ${katex("a")}${mathjax4("b")} and of more`, on: "of $a$$b$ and of more", quote: "of ⟦a⟧⟦b⟧ and of", result: "exact" },

  // Characters.
  { id: "surrogate pairs", made: "the 𝔸𝔹ℂ of 🦊🦊 and 𠮷 in code", quote: "𝔹ℂ of 🦊🦊 and 𠮷", result: "exact", start: 5 },
  { id: "variation selectors", made: "we ❤\ufe0f all of the routers", on: "we ❤ all of the routers", quote: "we ❤\ufe0f all of", result: "exact", text: "we ❤ all of" },
  { id: "tatweel", made: "هذا كتاب جديد في المكتبة", on: "هذا كتـــاب جديد في المكتبة", quote: "هذا كتاب جديد", result: "exact", text: "هذا كتـــاب جديد" },
  { id: "Persian joiners", made: "می\u200cخواهم کتاب را بخوانم", on: "میخواهم کتاب را بخوانم", quote: "می\u200cخواهم کتاب را", result: "exact", text: "میخواهم کتاب را" },
  { id: "Thai", made: "ภาษาไทยไม่มีช่องว่างระหว่างคำในประโยคเดียวกัน", on: "คำนำ ภาษาไทยไม่มีช่องว่างระหว่างคำในประโยคเดียวกัน", quote: "ไม่มีช่องว่าง", result: "exact" },
  { id: "Chinese, wrapped", made: "我们提出一种新的路由方法，它能显著降低能耗。", on: "我们提出一种新的路由\n    方法，它能显著\n    降低能耗。", quote: "新的路由方法，它能显著降低", result: "exact", text: "新的路由 方法，它能显著 降低" },
  { id: "Korean, decomposed", made: "한국어 초록을 읽는 사람들", on: "한국어 초록을 읽는 사람들".normalize("NFD"), quote: "한국어 초록을", result: "exact" },
  { id: "full-width letters", made: "the ＡＢＣ １２３ of it all", on: "the ABC 123 of it all", quote: "ＡＢＣ １２３ of it", result: "exact", text: "ABC 123 of it" },
  { id: "marks at the quote's edges", made: "e\u0301te\u0301 is summer, n\u0303andu\u0301 a bird", on: "été is summer, ñandú a bird", quote: "é is summer, ñ", result: "exact" },
  { id: "letters with two marks, in another order", made: "the word a\u0323\u0302b is rare here", on: "the word a\u0302\u0323b is rare here", quote: "a\u0323\u0302b is rare".normalize("NFC"), result: "exact" },
  { id: "control characters", made: "the router\u0007 and the gate of it", on: "the router and the gate of it", quote: "router and the", result: "exact" },
  { id: "a very long word", made: `a ${"acgt".repeat(2000)}x word`, quote: "acgtx word", result: "exact" },
  { id: "a symbol for its name", made: "a 6× speed-up with α of 0.5 and σ ≥ 2", on: "a 6$\\times$ speed-up with $\\alpha$ of 0.5 and $\\sigma \\geq 2$", quote: "6× speed-up with α of 0.5 and σ ≥ 2", result: "exact", text: "6⟦\\times⟧ speed-up with ⟦\\alpha⟧ of 0.5 and ⟦\\sigma \\geq 2⟧" },

  // Doubles and neighbours.
  { id: "equal when folded, with context", made: `${ONE} It is a well-known fact. ${TWO} It is a well–known fact. ${FOUR}`, quote: "a well–known fact", result: "exact", start: ONE.length + TWO.length + 33 },
  { id: "equal when folded, the other spelling in its place", made: `${ONE} This is a well-known fact of life in this town. ${TWO} ${THREE} ${FOUR}`, on: `${ONE} This is a well–known fact of life in this town. ${TWO} ${THREE} ${FOUR} This is a well-known fact of life in this town.`, quote: "This is a well-known fact of life in this town.", result: "exact", text: "This is a well–known fact of life in this town." },
  { id: "edited in its place, its double elsewhere untouched", made: `${ABSTRACT} ${TWO} Much else is told.`, on: `${ABSTRACT.replace("battery", "device")} ${TWO} Much else is told.`, quote: TWO, nth: 1, result: "changed", text: TWO.replace("battery", "device") },
  { id: "half of its context elsewhere, its sentence gone", made: `${ONE} We tested the output of the large language model on old phones. ${THREE} ${FOUR} They like the output of the large language model in summer.`, on: `${ONE} ${THREE} ${FOUR} They like the output of the large language model in summer.`, quote: "output", result: "lost" },
  { id: "equal when folded, no context left", made: `${ONE} well-known facts ${TWO}`, on: "Of well–known facts, and of well‑known facts, and no more.", quote: "well-known facts", result: "lost" },
  { id: "a fragment of a deleted sentence stands elsewhere", made: `${ONE} It gains 5% on the large set of questions. ${THREE} It loses 7% on the large set of questions. ${FOUR}`, on: `${ONE} ${THREE} It loses 7% on the large set of questions. ${FOUR}`, quote: "on the large set of questions", result: "lost" },
  { id: "a deleted sentence, and its neighbour that resembles it", made: `${ONE} On the first set it gains five points. On the third set it gains nine points. ${FOUR}`, on: `${ONE} On the third set it gains nine points. ${FOUR}`, quote: "On the first set it gains five points.", result: "lost" },
  { id: "deleted, and one that resembles it further on", made: `${ONE} On the first set of questions our router gains five points. ${TWO} On the third set of questions our router gains nine points. ${FOUR}`, on: `${ONE} ${TWO} On the third set of questions our router gains nine points. ${FOUR}`, quote: "On the first set of questions our router gains five points.", result: "lost" },
  { id: "words put in where it began", made: ABSTRACT, on: ABSTRACT.replace("We let", "In this work we let"), quote: TWO, result: "changed", text: TWO.replace("We let", "In this work we let") },
  { id: "moved, and edited", made: ABSTRACT, on: `${ONE} ${THREE} ${FOUR} ${TWO.replace("battery", "cells")}`, quote: TWO, result: "lost" },
  { id: "moved within a page that grew", ...moved(TWO), on: `${ABSTRACT.replace(TWO, "")} ${"Another sentence is told here. ".repeat(40)} ${TWO}`, result: "moved" },
  { id: "a word of the quote's sentence changed just before it", made: ABSTRACT, on: ABSTRACT.replace("see the charge", "see the state"), quote: "of the battery before it decides", result: "exact" },
  { id: "all but the quote rewritten", made: ABSTRACT, on: `Here, to be short, ${TWO.slice(0, 30).toLowerCase()} is all`, quote: TWO.slice(3, 30), result: "lost" },
];
