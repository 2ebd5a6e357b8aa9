// The case table of anchoring: a quote made on one page, met again on another. Ids are those of the table; Node and a browser run it.

import { BOUND, BOUND_MATHML, katex, latexml, mathjax2, mathjax3, mathjax4, mathjax4svg } from "./anchoring-formulas.js";
import { ABSTRACT, FOUR, ONE, THREE, TWICE, TWO } from "./anchoring-texts.js";

const QUOTED = "They don’t say “frugal” – not once.";
const QUOTED_PLAINLY = `They don't say "frugal" - not once.`;
/** One abstract as the pages of one paper show it: source, typeset by each renderer, flattened by a listing. */
const SHOWN = ["$%s$", "\\(%s\\)", katex("%s"), mathjax2("%s"), mathjax4("%s"), mathjax4svg("%s"), latexml("%s")].map((form) => form.replaceAll("%s", BOUND)).concat(mathjax3(BOUND_MATHML), "O(n^2)leqalpha_t", "O(n²) ≤ α_t");
const sentence = (formula) => `${ONE} The cost of ${formula} per step is what we pay for it. ${TWO}`;

/**
 * One row. made, on: HTML of the field when the note was made and now (the same unless told); quote: what was selected, nth: which of
 * them, or ends: its first and last words;
 * text: what must be covered now (the quote unless told); painted: the same in the page's own characters; least: of the score;
 * differences: what must be called out, each as "was → is". Words of the table: exact is EXACT, changed is FUZZY or AMBIG, lost is
 * ORPHAN; moved is EXACT with its flag.
 */
export const CASES = [
  { id: "A1", made: ABSTRACT, quote: TWO, result: "exact" },
  { id: "A2", made: "The <em>charge of</em> <b>the</b> battery matters", quote: "charge of the battery", result: "exact" },
  { id: "A4", made: ABSTRACT, on: `${ONE}<!-- a --> We let<!-- b --> the <b></b>${TWO.slice(11)}`, quote: TWO, result: "exact" },
  { id: "A8", made: '<a href="#x">foo</a><br>bar baz', quote: "foo bar", result: "exact" },
  { id: "A8 blocks", made: "<p>One ends.</p><p>Two begins</p>", quote: "ends. Two", result: "exact" },
  { id: "A10", made: ABSTRACT, on: `<style>p{}</style>${ONE}<script>1</script> We let <span class="sr-only">View PDF</span>${TWO.slice(7)}<b hidden>x</b>`, quote: TWO, result: "exact" },
  { id: "A12", made: ABSTRACT, on: `${ONE} We let <postil-card data-postil>2 notes</postil-card>${TWO.slice(7)}`, quote: TWO, result: "exact" },
  { id: "B1", made: "the model size of today", on: "the model\u00a0size of today", quote: "model size", result: "exact" },
  { id: "B2", made: ABSTRACT, on: `\n  ${ABSTRACT.replaceAll(" ", "\n   ")}\n`, quote: TWO, result: "exact" },
  { id: "B3", made: ABSTRACT, on: ABSTRACT.replace("let the router", "let\u2009the\u202frouter").replace("charge of", "charge\u3000of"), quote: TWO, result: "exact" },
  { id: "B3 soft hyphen, ZWSP, WJ, BOM", made: ABSTRACT, on: ABSTRACT.replace("battery", "bat\u00adtery").replace("before", "be\u200bfore").replace("router see", "rou\u2060ter\ufeff see"), quote: TWO, result: "exact" },
  { id: "B5", made: "An optimisation of the router", on: "An opti-\nmisation of the router", quote: "optimisation", result: "changed", text: "opti- misation" },
  { id: "B5 hyphens", made: "a state-of-the-art router", quote: "state-of-the-art", result: "exact" },
  ...["\u2010", "\u2011", "\u2212", "\u2013"].map((dash) => ({
    id: `B6 ${dash}`, made: "a well-known router for cells", on: `a well${dash}known router for cells`, quote: "well-known router", result: "exact", text: `well${dash}known router`,
  })),
  { id: "B6 reverse", made: "a well\u2013known router for cells", on: "a well-known router for cells", quote: "well\u2013known router", result: "exact", text: "well-known router" },
  { id: "B7 quotes", made: "they call it “frugal” and don’t say why", on: 'they call it "frugal" and don\'t say why', quote: "“frugal” and don’t", result: "exact", text: '"frugal" and don\'t' },
  { id: "B7 in an edited neighbourhood", made: `${ONE} ${QUOTED} ${FOUR}`, on: `Foreword. ${ONE} ${QUOTED_PLAINLY} Nothing else is told of it.`, quote: QUOTED, result: "exact", text: QUOTED_PLAINLY },
  { id: "B7 ellipsis", made: "one, two… many of them", on: "one, two... many of them", quote: "two… many", result: "exact", text: "two... many" },
  { id: "B8", made: "served in caf\u00e9s and bars", on: "served in cafe\u0301s and bars", quote: "caf\u00e9s and", result: "exact" },
  { id: "B8 edge", made: "served in a caf\u00e9 and bars", on: "served in a cafe\u0301 and bars", quote: "a caf\u00e9", result: "exact", painted: "a cafe\u0301" },
  { id: "B10 unfolded first", made: "of 106 cells, not 10⁶ cells, are alive", quote: "10⁶", result: "exact" },
  { id: "B10 folded second", made: "of the 10⁶ cells most are alive", on: "of the 106 cells most are alive", quote: "10⁶ cells", result: "changed", text: "106 cells", differences: ["10⁶ → 106"] },
  { id: "B10 raised otherwise", made: "of the 10⁶ cells most are alive", on: "of the 10^6 cells most are alive", quote: "10⁶ cells", result: "exact", text: "10^6 cells" },
  { id: "B10 raised by markup", made: "of the 10⁶ cells, 10⁻³ m wide, most are alive", on: "of the 10<sup>6</sup> cells, 10<sup>-3</sup> m wide, most are alive", quote: "10⁶ cells, 10⁻³ m", result: "exact", painted: "106 cells, 10-3 m" },
  { id: "B10 halves", made: "about ½ of ① and x² are ﬁne", quote: "½ of ① and x² are ﬁne", result: "exact" },
  { id: "B10 ligature", made: "the ﬁnal efficiency of cells", on: "the final eﬃciency of cells", quote: "ﬁnal efficiency", result: "exact", text: "final eﬃciency" },
  { id: "B11", made: "👩‍🔬x says the router is frugal", quote: "router is", result: "exact", start: 14 },
  { id: "B13", made: "Die Straße nach İzmir ist GROẞ genug", quote: "nach İzmir ist GROẞ", result: "exact" },
  { id: "B13 no case folding", made: "see the Straße of today", on: "see the STRASSE of today", quote: "Straße", result: "lost" },
  { id: "B14", made: "the word שלום means peace", on: "the word \u200fשלום\u200e means \u2067peace\u2069", quote: "שלום means", result: "exact" },
  { id: "B15", made: ABSTRACT, on: ABSTRACT.replace("charge", "chаrge"), quote: TWO, result: "changed", text: TWO.replace("charge", "chаrge") },
  { id: "C1", made: `at a cost of ${katex("\\mathcal{O}(n^2)\\le\\alpha_t")} per step`, quote: "cost of ⟦\\mathcal{O}(n^2)\\le\\alpha_t⟧ per step", result: "exact" },
  { id: "C2 no source", made: "at a cost <mjx-container><mjx-math></mjx-math></mjx-container> per step", quote: "cost ⟦math⟧ per step", result: "exact" },
  { id: "C2 label", made: 'at a cost <mjx-container aria-label="n squared"></mjx-container> per step', quote: "cost ⟦n squared⟧ per", result: "exact" },
  { id: "C2 MathJax 2", made: 'at a cost <span class="MathJax_Preview">n</span><span class="MathJax">n2</span><script type="math/tex">n^2</script> per step', quote: "cost ⟦n^2⟧ per", result: "exact" },
  ...SHOWN.flatMap((made, i) =>
    SHOWN.map((on, j) => ({ id: `C1, C2, D6 rendering ${i} met as ${j}`, made: sentence(made), on: sentence(on), ends: ["The cost", "pay for it."], result: "exact" })),
  ),
  { id: "C4", made: "at a cost $n^2$ per step", on: `at a cost ${katex("n^2")} per step`, quote: "cost ⟦n^2⟧ per step", result: "exact", text: "cost ⟦n^2⟧ per step" },
  { id: "C6", made: `the bound ${katex("a\\le b")} holds for every step`, on: `the bound ${katex("a\\leq b")} holds for every step`, quote: "bound ⟦a\\le b⟧ holds for every", result: "changed", text: "bound ⟦a\\leq b⟧ holds for every" },
  { id: "C6 the same sign, its command not known", made: `the bound ${katex("a\\le b")} holds for every step`, on: `the bound ${mathjax3("<mi>a</mi><mo>≤</mo><mi>b</mi>")} holds for every step`, quote: "bound ⟦a\\le b⟧ holds for every", result: "exact", text: "bound ⟦a≤b⟧ holds for every" },
  { id: "C6 another macro, another sign", made: `the bound ${katex("a\\le b")} holds for every step`, on: `the bound ${katex("a\\ge b")} holds for every step`, quote: "bound ⟦a\\le b⟧ holds for every", result: "changed", text: "bound ⟦a\\ge b⟧ holds for every" },
  { id: "C7", made: "the caf\u00e9 router -- of 5% \u2013 is new and frugal", on: "the \\textit{caf{\\'e}} router \\u2013 of~5\\% -- is new and frugal".replace("\\u2013", "--"), quote: "router -- of 5% \u2013 is new", result: "exact", text: "router -- of~5\\% -- is new" },
  { id: "C7 accent", made: "we met Andr\u00e9 and G\u00f6del in town", on: "we met Andr{\\'e} and G\\\"odel in town", quote: "Andr\u00e9 and G\u00f6del in", result: "exact", text: "Andr{\\'e} and G\\\"odel in" },
  { id: "C7 stripped", made: `it is ${katex("6\\times")} faster than before`, on: "it is 6times faster than before", quote: "is ⟦6\\times⟧ faster", result: "exact", text: "is 6times faster" },
  { id: "C7 raised", made: `the UFO${katex("^3")} framework for agents`, on: "the UFO^3 framework for agents", quote: "UFO⟦^3⟧ framework", result: "exact", text: "UFO^3 framework" },
  { id: "C7 stray brace", made: "by the {Orchestrator} of all agents", on: "by the Orchestrator} of all agents", quote: "the {Orchestrator} of", result: "exact", text: "the Orchestrator} of" },
  { id: "C7 address", made: "The code is at https://github.com/some/where-1.", on: "The code is at <a href='https://github.com/some/where-1'>this https URL</a>.", quote: "code is at https://github.com/some/where-1", result: "exact", text: "code is at this https URL" },
  { id: "C7 another address", made: "The code is at https://github.com/some/where-1.", on: "The code is at https://github.com/other/place-2.", quote: "code is at https://github.com/some/where-1", result: "changed", text: "code is at https://github.com/other/place-2" },
  { id: "D1", made: ABSTRACT, on: `${ONE} ${TWO} On three qu…`, quote: TWO, result: "exact" },
  { id: "D1 cut on both sides", made: ABSTRACT, on: `… ${TWO} On thr…`, quote: TWO, result: "exact" },
  { id: "D1 short quote", made: ABSTRACT, on: `…ter see the charge of the battery before it…`, quote: "charge of the battery", result: "exact" },
  { id: "D3", made: ABSTRACT, on: `${ONE} We let the rou…`, quote: THREE, result: "not on this view" },
  { id: "D3 three dots", made: ABSTRACT, on: `${ONE} We let the rou...`, quote: THREE, result: "not on this view" },
  { id: "D3 half seen", made: ABSTRACT, on: `${ONE} ${TWO.slice(0, 58)}…`, quote: TWO, result: "not on this view" },
  { id: "D3 short quote seen elsewhere", made: ABSTRACT, on: `${ONE} ${TWO.slice(0, 20)}…`, quote: "the", nth: 4, result: "not on this view" },
  { id: "D3 before the view", made: ABSTRACT, on: `… ${THREE} ${FOUR.slice(0, 20)}…`, quote: ONE, result: "not on this view" },
  { id: "D3 gone from the visible part", made: ABSTRACT, on: `${TWO} ${THREE} A calib…`, quote: ONE, result: "lost" },
  { id: "D8", made: ABSTRACT, on: `${ABSTRACT}`, quote: "the charge of the battery", result: "exact" },
  { id: "E1 first", made: TWICE, quote: TWO, nth: 1, result: "exact", start: 58 },
  { id: "E1 second", made: TWICE, quote: TWO, nth: 2, result: "exact", start: 157 },
  { id: "E1 second, shifted", made: TWICE, on: `New. ${TWICE}`, quote: TWO, nth: 2, result: "exact", start: 162 },
  { id: "E1 second, other now at its position", made: TWICE, on: `${"x".repeat(98)} ${TWICE}`, quote: TWO, nth: 2, result: "exact", start: 256 },
  { id: "E3 right one", made: `${ABSTRACT} the the the`, on: `Foreword. ${ABSTRACT} the the the`, quote: "the", nth: 4, result: "exact", start: 10 + ABSTRACT.indexOf("the battery") },
  { id: "E3 none", made: ABSTRACT, on: "the more the merrier, say the people of the town; the end", quote: "the", nth: 2, result: "lost" },
  { id: "E4 first", made: "bananas", quote: "ana", nth: 1, result: "exact", start: 1 },
  { id: "E4 second", made: "bananas", quote: "ana", nth: 2, result: "exact", start: 3 },
  { id: "E4 second, shifted", made: "bananas", on: "2 bananas", quote: "ana", nth: 2, result: "exact", start: 5 },
  { id: "E1 an edited quote in its place, and a twin that is nearer to it elsewhere", made: ABSTRACT, on: `${ABSTRACT.replace("battery", "device")} ${TWO.replace("battery", "batteries")}`, quote: TWO, result: "changed", text: TWO.replace("battery", "device") },
  { id: "E6 prefix clipped", made: ABSTRACT, on: `${ONE.slice(-6)} ${TWO} ${THREE}`, quote: TWO, result: "exact" },
  { id: "E6 short prefix clipped", made: ABSTRACT, on: `tokens. ${TWO}`, quote: "We let", result: "exact" },
  { id: "E6 at the very end", made: ABSTRACT, on: `${ONE} ${TWO}`, quote: TWO, result: "exact" },
  { id: "F1", made: ABSTRACT, on: ABSTRACT.replace("battery", "device"), quote: `${TWO} ${THREE}`, result: "changed", text: `${TWO} ${THREE}`.replace("battery", "device"), least: 0.85 },
  { id: "F1 rim", made: ABSTRACT, on: ABSTRACT.replace("We let", "They let").replace("decides.", "chooses."), quote: TWO, result: "changed", text: TWO.replace("We let", "They let").replace("decides.", "chooses.") },
  { id: "F1 rim, neighbours edited too", made: ABSTRACT, on: ABSTRACT.replace("easy tokens", "simple words").replace("We let", "Weird let").replace("before it decides", "before it decidedly").replace("On three", "For many"), quote: TWO.slice(0, -1), result: "changed", text: "Weird let the router see the charge of the battery before it decidedly" },
  { id: "F1 neighbours edited too", made: ABSTRACT, on: ABSTRACT.replace("easy tokens", "simple words").replace("charge", "state").replace("On three", "For many"), quote: TWO, result: "changed", text: TWO.replace("charge", "state") },
  { id: "F3 two fifths rewritten", made: ABSTRACT, on: ABSTRACT.replace(TWO, "We let the gate know the state of every cell when it chooses."), quote: TWO, result: "lost" },
  { id: "F3", made: ABSTRACT, on: ABSTRACT.replace(TWO, "Here battery levels are shown to our gate, which then makes up its mind."), quote: TWO, result: "lost" },
  { id: "F4", made: ABSTRACT, on: `${ONE} ${THREE} ${FOUR} ${TWO}`, quote: TWO, result: "moved" },
  { id: "F4 to the front", made: ABSTRACT, on: `${FOUR} ${ONE} ${TWO} ${THREE}`, quote: FOUR, result: "moved" },
  { id: "F4 its neighbours only shift", made: ABSTRACT, on: `${ONE} ${THREE} ${FOUR} ${TWO}`, quote: THREE, result: "exact" },
  { id: "F5 split", made: ABSTRACT, on: ABSTRACT.replace("battery before it", "battery. Then it"), quote: TWO, result: "changed", text: TWO.replace("battery before it", "battery. Then it") },
  { id: "F7", made: ABSTRACT, on: `${ONE} ${THREE} ${FOUR}`, quote: TWO, result: "lost" },
  { id: "F7 short", made: ABSTRACT, on: ABSTRACT.replace("question ", ""), quote: "question", result: "lost" },
  { id: "F8", made: ABSTRACT, on: "This article was withdrawn by its authors because of an error in the second experiment.", quote: TWO, result: "lost" },
  { id: "F8 short phrase of another abstract", made: ABSTRACT, on: "An essay on lamps, in which the router has no part.", quote: "the router", result: "lost" },
  { id: "G1 whole", made: ABSTRACT, quote: ABSTRACT, result: "exact" },
  { id: "G1 whole, edited", made: ABSTRACT, on: ABSTRACT.replace("battery", "cell"), quote: ABSTRACT, result: "changed", text: ABSTRACT.replace("battery", "cell") },
  { id: "G6 markup", made: "a literal &lt;b&gt; in the text", quote: "literal <b> in", result: "exact" },
  { id: "G6 prototype", made: "the name __proto__ is no key", quote: "__proto__", result: "exact" },
];
