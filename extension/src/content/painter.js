// Marks are painted by the CSS Custom Highlight API: the page's DOM is never touched.
import { schemeOf } from "./scheme.js";

/** @import {Host} from "./host.js" */

/**
 * @typedef {object} Mark
 * @property {StaticRange} range
 * @property {string} colour  a name from the tokens
 * @property {boolean} changed  the text is not quite the one that was marked
 * @property {boolean} mine
 * @property {Element} field
 *
 * @typedef {object} Painter
 * @property {(marks: Mark[]) => void} paint  all marks of the page; what was painted before goes
 * @property {(range: StaticRange | null, field?: Element) => void} sketch  the range a note is being written on
 * @property {() => void} reassert  a page may clear the registry that it shares with us
 * @property {(nodes: Node[]) => void} release  fields whose text is another now lose their marks, until they are painted again
 * @property {() => void} clear
 */

export const COLOURS = ["amber", "sky", "mint", "rose", "lilac", "sand", "lime", "grey"];
const PREFIX = "postil-";
const SCHEMES = /** @type {const} */ (["light", "dark"]);

/**
 * @param {Host} host
 * @returns {Painter}
 */
export function createPainter(host) {
  /** Made with the first mark: most pages have none. @type {CSSStyleSheet | null} */
  let sheet = null;
  /** @type {Map<string, Highlight>} */
  const own = new Map();
  /** @type {Set<Document | ShadowRoot>} */
  const dressed = new Set();
  /** @type {Mark[]} */
  let painted = [];

  const dress = (/** @type {Node} */ node) => {
    const root = /** @type {Document | ShadowRoot} */ (node.getRootNode());
    if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(rules(host.token));
    if (!("adoptedStyleSheets" in root) || root.adoptedStyleSheets.includes(sheet)) return;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    dressed.add(root);
  };
  const reassert = () => {
    for (const [name, highlight] of own) if (CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight);
    for (const root of dressed) dress(root);
  };
  const drop = (/** @type {string} */ name) => {
    CSS.highlights.delete(name);
    own.delete(name);
  };

  return {
    reassert,
    paint(marks) {
      painted = marks;
      const wanted = byName(marks);
      for (const name of own.keys()) if (!name.startsWith(SKETCH) && !wanted.has(name)) drop(name);
      for (const [name, ranges] of wanted) fill(own, name, ranges);
      for (const field of new Set(marks.map((mark) => mark.field))) dress(field);
      reassert();
    },
    sketch(range, field) {
      for (const scheme of SCHEMES) drop(`${SKETCH}-${scheme}`);
      if (!range || !field) return;
      fill(own, `${SKETCH}-${schemeOf(field)}`, [range]);
      dress(field);
      reassert();
    },
    release(nodes) {
      for (const { range, field } of painted) {
        if (nodes.some((node) => field.contains(node))) for (const highlight of own.values()) highlight.delete(range);
      }
    },
    clear() {
      for (const name of own.keys()) drop(name);
      painted = [];
      for (const root of dressed) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
      dressed.clear();
    },
  };
}

const SKETCH = `${PREFIX}sketch`;

/**
 * @param {Map<string, Highlight>} own
 * @param {string} name
 * @param {StaticRange[]} ranges
 */
function fill(own, name, ranges) {
  const highlight = own.get(name) ?? new Highlight();
  highlight.clear();
  for (const range of ranges) highlight.add(range);
  // Where a plain and a changed mark meet, the doubt must stay visible.
  highlight.priority = name.startsWith(SKETCH) ? 2 : name.includes("changed") ? 1 : 0;
  own.set(name, highlight);
}

/** @param {Mark[]} marks */
function byName(marks) {
  /** @type {Map<string, StaticRange[]>} */
  const ranges = new Map();
  /** @type {Map<Element, "light" | "dark">} */
  const schemes = new Map();
  for (const mark of marks) {
    const scheme = schemes.get(mark.field) ?? schemeOf(mark.field);
    schemes.set(mark.field, scheme);
    const name = highlightName(mark.colour, scheme, mark.changed, mark.mine);
    const named = ranges.get(name);
    if (named) named.push(mark.range);
    else ranges.set(name, [mark.range]);
  }
  return ranges;
}

/**
 * @param {string} colour
 * @param {"light" | "dark"} scheme
 * @param {boolean} changed
 * @param {boolean} mine
 */
function highlightName(colour, scheme, changed, mine) {
  return `${PREFIX}${colour}-${scheme}${changed ? "-changed" : ""}${mine ? "" : "-theirs"}`;
}

/** @param {(name: string) => string} token */
function rules(token) {
  const marks = COLOURS.flatMap((colour) => SCHEMES.flatMap((scheme) => markRules(colour, scheme, token)));
  return [
    ...marks,
    ...SCHEMES.map((scheme) => `::highlight(${SKETCH}-${scheme}) { background-color: ${token(`--postil-mark-grey-on-${scheme}`)}; text-decoration: underline 2px; }`),
    `@media (forced-colors: active) { ${forced()} }`,
  ].join("\n");
}

/**
 * @param {string} colour
 * @param {"light" | "dark"} scheme
 * @param {(name: string) => string} token
 */
function markRules(colour, scheme, token) {
  const base = `--postil-mark-${colour}`;
  const line = token(`${base}-line-on-${scheme}`);
  return [true, false].flatMap((mine) => markRulesOf(colour, scheme, mine, token, line));
}

/**
 * @param {string} colour
 * @param {"light" | "dark"} scheme
 * @param {boolean} mine
 * @param {(name: string) => string} token
 * @param {string} line
 */
function markRulesOf(colour, scheme, mine, token, line) {
  const base = `--postil-mark-${colour}`;
  // What others marked has the finer line.
  const fine = (/** @type {string} */ thickness) => (mine ? thickness : `calc(${thickness} - 1px)`);
  const underline = `${token(`${base}-style`)} ${fine(token(`${base}-thickness`))} ${line}`;
  return [
    `::highlight(${highlightName(colour, scheme, false, mine)}) { background-color: ${token(`${base}-on-${scheme}`)}; ` +
      `text-decoration: underline ${underline}; }`,
    // No full ground under text that is not the one that was marked; hatch.js draws its edges.
    `::highlight(${highlightName(colour, scheme, true, mine)}) { text-decoration: underline overline dotted ${fine("2px")} ${line}; }`,
  ];
}

/**
 * Forced colours: Chromium fills every highlight as it fills what is selected, whatever its own colours are, unless the page's element
 * under it is exempt. So all are filled, elsewhere too, and the line alone tells one mark from another and from a selection. It lies
 * close under the letters: what is drawn of a highlight ends with its ground, and on the edge the line would be lost in the page's. What
 * is being written about has no line, as it is selected in all but name.
 */
function forced() {
  const names = COLOURS.flatMap((colour) => SCHEMES.flatMap((scheme) => [true, false].flatMap((mine) => [false, true].map((changed) => highlightName(colour, scheme, changed, mine)))));
  const sketches = SCHEMES.map((scheme) => `${SKETCH}-${scheme}`);
  const all = (/** @type {string[]} */ ones) => ones.map((name) => `::highlight(${name})`).join(", ");
  return (
    `${all([...names, ...sketches])} { background-color: Highlight; color: HighlightText; text-decoration-color: HighlightText; text-underline-offset: 0px; } ` +
    `${all(sketches)} { text-decoration-line: none; }`
  );
}
