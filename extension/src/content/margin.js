// What stands on this page: its papers, their notes, and where each note's mark lies.
import { anchor } from "../anchoring/anchor.js";
import { canonicalText } from "../anchoring/canonical-text.js";
import { comparisonAt } from "../anchoring/comparison.js";
import { madeOn } from "./made-on.js";

/** @import {Comparison} from "../anchoring/comparison.js" */
/** @import {Anchor, AnchorResult, CanonicalText, Difference, Field, Label, Note, Notes, PaperOnPage, Person, Selector} from "../shared/types.js" */

/**
 * A note and its place on the page.
 * @typedef {object} Placed
 * @property {Note} note
 * @property {AnchorResult | null} result  null: a note on the whole paper, or an answer
 * @property {StaticRange | null} range
 * @property {number} start  code points of the field's canonical text
 * @property {number} end
 * @property {Element | null} field
 * @property {Difference[]} differences  of a changed one: digits and negations
 * @property {number | null} madeOn  the version that it was made on, where this page shows another one
 *
 * @typedef {object} Shown
 * @property {PaperOnPage} paper
 * @property {PaperOnPage["fields"]} fields  the roots to anchor in: the page's, and ours while an abstract is open in place
 * @property {Map<Element, CanonicalText>} texts
 * @property {Map<string, Anchor>} anchors  what was found before, by field and selectors
 * @property {Placed[]} placed
 */

/** @typedef {ReturnType<typeof createMargin>} Margin */

/** @type {Field[]} */
const FIELDS = ["title", "abstract", "fulltext"];

export function createMargin() {
  /** @type {Shown[]} */
  let shown = [];
  /** @type {Map<string, Note[]>} */
  const notes = new Map();
  /** @type {Record<string, Person>} */
  let people = {};
  /** @type {Record<string, Label[]>} */
  let labels = {};
  /** @type {{key: string, abstract: Element} | null} */
  let opened = null;
  /** Groups whose notes are not to be seen. @type {string[]} */
  let muted = [];

  const rootsOf = (/** @type {PaperOnPage} */ { key, fields }) => (opened?.key === key ? { ...fields, abstract: opened.abstract } : fields);
  const stands = (/** @type {Note} */ note) => note.pending !== "delete" && !muted.includes(note.group);
  const settle = (/** @type {Iterable<string>} */ keys) => {
    const meant = new Set(keys);
    for (const one of shown) {
      const { key } = one.paper;
      if (meant.has(key)) one.placed = (notes.get(key) ?? []).filter(stands).map((note) => place(one, note));
    }
  };
  const find = (/** @type {string} */ id) => shown.flatMap((one) => one.placed).find((one) => one.note.id === id) ?? null;

  return {
    shown: () => shown,
    people: () => people,
    find,
    /** @param {Note} note  the label of its group that it bears, should the group still have it */
    label: (note) => labels[note.group]?.find((label) => label.key === note.label) ?? null,
    keys: () => [...new Set(shown.map((one) => one.paper.key))],
    /** @param {Shown} one */
    title: (one) => one.paper.title ?? (one.fields.title ? text(one, one.fields.title).text : ""),
    /** @param {string} key */
    of: (key) => shown.find((one) => one.paper.key === key) ?? null,
    placed: () => shown.flatMap((one) => one.placed),
    /**
     * Takes the papers as they now stand on the page; only those whose text was touched are read and anchored again.
     * @param {PaperOnPage[]} papers
     * @param {Node[]} touched
     * @returns {string[]} keys that were not here before
     */
    setPapers(papers, touched) {
      const before = new Set(shown.map((one) => one.paper.key));
      const kept = new Map(shown.map((one) => [one.paper.card, one]));
      shown = papers.map((paper) => {
        const fields = rootsOf(paper);
        return carried(kept.get(paper.card), paper, touched) ?? { paper, fields, texts: new Map(), anchors: new Map(), placed: [] };
      });
      settle(shown.filter((one) => !one.texts.size).map((one) => one.paper.key));
      return [...new Set(papers.map((paper) => paper.key))].filter((key) => !before.has(key));
    },
    /**
     * An abstract of ours stands for the page's, which shows none or a part of it.
     * @param {string} key
     * @param {Element | null} abstract  null: it is closed again
     */
    open(key, abstract) {
      opened = abstract && { key, abstract };
      for (const one of shown) {
        if (one.paper.key !== key) continue;
        one.fields = rootsOf(one.paper);
        one.texts.clear();
        one.anchors.clear();
      }
      settle([key]);
    },
    /**
     * @param {Notes} answer
     * @param {string[]} asked
     */
    setNotes(answer, asked) {
      people = { ...people, ...answer.people };
      labels = { ...labels, ...answer.labels };
      for (const key of asked) notes.set(key, answer.papers[key] ?? []);
      settle(asked);
    },
    /** @param {Note} note */
    put(note) {
      const rest = (notes.get(note.paper) ?? []).slice();
      const index = rest.findIndex((one) => one.id === note.id);
      if (index < 0) rest.push(note);
      else rest[index] = note;
      notes.set(note.paper, rest);
      settle([note.paper]);
    },
    /** @param {Note} note */
    drop(note) {
      notes.set(note.paper, (notes.get(note.paper) ?? []).filter((one) => one.id !== note.id));
      settle([note.paper]);
    },
    /** @param {string[]} groups */
    mute(groups) {
      if (groups.join() === muted.join()) return;
      muted = groups;
      settle(notes.keys());
    },
    /**
     * Where words are that no note marks yet.
     * @param {string} key
     * @param {{field: Field | null, selectors: Selector[]}} mark
     */
    locate(key, mark) {
      const one = shown.find(({ paper }) => paper.key === key);
      return one && mark.field ? place(one, /** @type {Note} */ ({ ...mark, parent: null })) : null;
    },
    forget() {
      notes.clear();
      for (const one of shown) one.placed = [];
    },
    /**
     * @param {Shown} one
     * @param {Element} field
     */
    text: (one, field) => text(one, field),
    /**
     * @param {Placed} placed
     * @returns {Comparison | null}  of a changed mark: its stored words and today's
     */
    compared(placed) {
      const one = shown.find((other) => other.placed.includes(placed));
      return one && placed.field && placed.result === "changed" ? comparisonAt(text(one, placed.field), placed.note.selectors, placed) : null;
    },
  };
}

/**
 * @param {Shown | undefined} before
 * @param {PaperOnPage} paper
 * @param {Node[]} touched
 * @returns {Shown | null} null: read it anew
 */
function carried(before, paper, touched) {
  if (!before || before.paper.key !== paper.key || !before.texts.size) return null;
  const isSame = (/** @type {Field} */ name) => {
    const field = paper.fields[name];
    return field === before.paper.fields[name] && !(field && touched.some((node) => field.contains(node)));
  };
  if (!FIELDS.every(isSame)) return null;
  before.paper = paper;
  return before;
}

/**
 * @param {Shown} shown
 * @param {Element} field
 */
function text(shown, field) {
  const known = shown.texts.get(field);
  if (known) return known;
  const read = canonicalText(field, shown.paper.aside);
  shown.texts.set(field, read);
  return read;
}

/**
 * @param {Shown} shown
 * @param {Note} note
 * @returns {Placed}
 */
function place(shown, note) {
  const nowhere = { note, range: null, start: 0, end: 0, field: null, differences: [], madeOn: madeOn(note, shown.paper) };
  if (!note.field || note.parent || !note.selectors.length) return { ...nowhere, result: null };
  const field = shown.fields[note.field];
  if (!field) return { ...nowhere, result: "not on this view" };
  const canonical = text(shown, field);
  const { result, start, end, differences } = anchored(shown, note, canonical);
  const range = result === "lost" || result === "not on this view" ? null : rangeOf(canonical, start, end);
  return { ...nowhere, result: range || result === "not on this view" ? result : "lost", range, start, end, field, differences };
}

/**
 * @param {Shown} shown
 * @param {Note} note
 * @param {CanonicalText} canonical
 */
function anchored(shown, note, canonical) {
  const asked = note.field + JSON.stringify(note.selectors);
  const known = shown.anchors.get(asked);
  if (known) return known;
  const found = anchor(canonical, note.selectors);
  shown.anchors.set(asked, found);
  return found;
}

/**
 * @param {CanonicalText} canonical
 * @param {number} start
 * @param {number} end
 */
function rangeOf(canonical, start, end) {
  if (end <= start) return null;
  return new StaticRange(canonical.rangeOf(start, end));
}

/**
 * A live range over the same text: for its boxes only, never kept.
 * @param {StaticRange} fixed
 * @returns {Range | null} null when the page has replaced the text since
 */
export function liveRange(fixed) {
  const { startContainer, startOffset, endContainer, endOffset } = fixed;
  if (!startContainer.isConnected || !endContainer.isConnected) return null;
  if (startOffset > size(startContainer) || endOffset > size(endContainer)) return null;
  const range = /** @type {Document} */ (startContainer.ownerDocument).createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range;
}

/** @param {Node} node */
const size = (node) => node.nodeValue?.length ?? node.childNodes.length;
