// What is measured of anchoring, on a real page: runs in the browser, bundled by anchoring.js.

import { createTextQuoteSelectorMatcher } from "@apache-annotator/dom";
import { anchor, anchoring } from "../../extension/src/anchoring/anchor.js";
import { canonicalText, reading } from "../../extension/src/anchoring/canonical-text.js";
import { describe } from "../../extension/src/anchoring/describe.js";
import { inSlices } from "../../extension/src/anchoring/slices.js";
import { randomFrom, rangeFrom } from "../extension/anchoring-page.js";
import { found } from "../extension/fixtures/papers.js";

const ABSTRACTS = 60;
const NOTES = 1000;
const MARKS = 20;
const ABSENT = 200;
const LONG = 100_000;
const RUNS = 15;
const SLICED_RUNS = 5;

const random = randomFrom(20250603);
const sentences = found.flatMap((paper) => paper.summary.match(/[^.]+\.\s?/gu) ?? []);

function show(text) {
  const root = document.createElement("p");
  root.textContent = text;
  return rendered(root);
}

const prose = (length) => {
  let text = "";
  while (text.length < length) text += random.pick(sentences);
  return text.slice(0, length);
};

const letters = (alphabet, length) => Array.from({ length }, () => random.pick(alphabet)).join("");

function notesOn(root, count) {
  const canonical = canonicalText(root);
  return Array.from({ length: count }, () => {
    const start = random.below(canonical.length - 150);
    return describe(canonical, rangeFrom(root, canonical.rangeOf(start, start + 40 + random.below(100)))).selectors;
  });
}

/** Middle of what several runs took, in ms; the first ones warm up. */
async function median(work) {
  const times = [];
  for (let run = -5; run < RUNS; run++) {
    const begun = performance.now();
    await work();
    if (run >= 0) times.push(performance.now() - begun);
  }
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)];
}

/** Runs tasks as the content script does, and measures for how long the page was kept waiting. */
async function sliced(tasks) {
  let longest = 0;
  let begun = performance.now();
  let total = 0;
  const end = () => {
    longest = Math.max(longest, performance.now() - begun);
    total += performance.now() - begun;
  };
  const pause = async () => {
    end();
    await new Promise((resolve) => setTimeout(resolve));
    begun = performance.now();
  };
  const results = await inSlices(tasks, { pause });
  end();
  return { results, longest, total };
}

/** A task that reads its field when its turn has come. */
function* readAndAnchor(texts, root, selectors) {
  if (!texts.has(root)) texts.set(root, yield* reading(root));
  return yield* anchoring(texts.get(root), selectors);
}

const counted = (results) => {
  const counts = {};
  for (const { result } of results) counts[result] = (counts[result] ?? 0) + 1;
  return Object.entries(counts).map(([result, count]) => `${count} ${result}`).join(", ");
};

async function listing(print) {
  const roots = Array.from({ length: ABSTRACTS }, () => show(prose(1650)));
  const notes = roots.flatMap((root) => notesOn(root, Math.ceil(NOTES / ABSTRACTS)).map((selectors) => ({ root, selectors }))).slice(0, NOTES);
  const cold = await sliced(tasksOf(notes));
  const at = await median(() => anchorAll(notes));
  print(`${NOTES} quotes, all in place, ${ABSTRACTS} abstracts read anew`, `${ms(at)}; at first ${ms(cold.total)}, longest slice ${ms(cold.longest)}; ${counted(cold.results)}`);
  const stripped = notes.map(({ root, selectors: [quote] }) => ({ root, selectors: [quote] }));
  print("the same without their positions", `${ms(await median(() => anchorAll(stripped)))}; ${counted(anchorAll(stripped))}`);
  let placed = 0;
  const apache = await median(async () => {
    placed = 0;
    for (const { root, selectors: [quote] } of notes) for await (const range of createTextQuoteSelectorMatcher(quote)(root)) placed += Number(Boolean(range));
  });
  print("the same by @apache-annotator/dom 0.2.0, each abstract its scope", `${ms(apache)}; ${placed} ranges`);
  const [root] = roots;
  const marks = notesOn(root, MARKS);
  const text = root.textContent;
  const again = await median(() => {
    root.replaceChildren(text);
    const canonical = canonicalText(root);
    for (const selectors of marks) anchor(canonical, selectors);
  });
  print(`one abstract rendered anew, with ${MARKS} marks`, ms(again));
  document.body.replaceChildren();
}

const tasksOf = (notes) => {
  const texts = new Map();
  return notes.map(({ root, selectors }) => readAndAnchor(texts, root, selectors));
};

function anchorAll(notes) {
  const texts = new Map();
  return notes.map(({ root, selectors }) => {
    if (!texts.has(root)) texts.set(root, canonicalText(root));
    return anchor(texts.get(root), selectors);
  });
}

/** A page as LaTeXML makes it: elements in nearly every sentence, formulas with their glyphs. */
function fullText(length, sentences) {
  const root = document.createElement("article");
  const math = '<math class="ltx_Math" alttext="n^{2}"><semantics><msup><mi>n</mi><mn>2</mn></msup><annotation encoding="application/x-tex">n^{2}</annotation></semantics></math>';
  let html = "";
  for (let written = 0; written < length; ) {
    const [one, two, three] = [0, 1, 2].map(() => random.pick(sentences));
    written += one.length + two.length + three.length;
    html += `<div class="ltx_para"><p class="ltx_p"><em class="ltx_emph">${one}</em> <a class="ltx_ref" href="#x">[1]</a> ${math} ${two}<cite class="ltx_cite">(<a class="ltx_ref">1</a>)</cite> <span class="ltx_text">${three}</span> ${math}</p></div>`;
  }
  root.innerHTML = html;
  return rendered(root);
}

/** As a page stands when it is read: the browser has laid it out already. */
function rendered(root) {
  document.body.append(root);
  root.getBoundingClientRect();
  return root;
}

async function absent(print, what, root, quotes) {
  const runs = [];
  for (let run = 0; run < SLICED_RUNS; run++) runs.push(await sliced(tasksOf(quotes.map((selectors) => ({ root, selectors })))));
  const middle = (/** @type {"longest" | "total"} */ what) => ms(runs.map((run) => run[what]).sort((a, b) => a - b)[Math.floor(SLICED_RUNS / 2)]);
  print(what, `longest slice ${middle("longest")} (at first ${ms(runs[0].longest)}), in all ${middle("total")}; ${counted(runs[0].results)}`);
  document.body.replaceChildren();
}

async function all() {
  const rows = [];
  const print = (what, figure) => rows.push(`${what}: ${figure}`);
  await listing(print);
  // Quotes of half of the sentences, on a page of the other half.
  const away = show(sentences.filter((_, index) => index % 2).join(""));
  const quotes = notesOn(away, ABSENT);
  const page = fullText(LONG, sentences.filter((_, index) => index % 2 === 0));
  const flat = page.textContent.slice(0, LONG);
  await absent(print, `${ABSENT} quotes that are not on a page of ${LONG} characters in ${page.querySelectorAll("*").length} elements`, page, quotes);
  await absent(print, "the same, the page one stretch of text", show(flat), quotes);
  const coded = show(letters("ab", 20_000));
  await absent(print, "the same, all letters a or b", show(letters("ab", LONG)), notesOn(coded, ABSENT));
  return rows;
}

const ms = (time) => `${time.toFixed(1)} ms`;

all().then(
  (rows) => fetch("/done", { method: "POST", body: `${rows.join("\n")}\n` }),
  (error) => fetch("/done", { method: "POST", body: `${error?.stack ?? error}\n` }),
);
