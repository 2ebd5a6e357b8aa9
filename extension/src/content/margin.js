// What stands on this page: its papers, their notes, and where each note's mark lies. Words are read by a `Placing`, which comes with
// the first note.
import { oneLine } from "../adapters/page-text.js";

/** @import {Comparison} from "../anchoring/comparison.js" */
/** @import {Placing} from "./placing.js" */
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
  /** @type {Placing | null} */
  let placing = null;

  const read = () => {
    if (!placing) throw new Error("no words are read before a placing is there");
    return placing;
  };
  const rootsOf = (/** @type {PaperOnPage} */ { key, fields }) => (opened?.key === key ? { ...fields, abstract: opened.abstract } : fields);
  /** @param {PaperOnPage} paper @returns {Shown} */
  const anew = (paper) => ({
    paper,
    get fields() {
      return rootsOf(this.paper); // not before they are asked for: an adapter may have to look for them
    },
    texts: new Map(),
    anchors: new Map(),
    placed: [],
  });
  const stands = (/** @type {Note} */ note) => note.pending !== "delete" && !muted.includes(note.group);
  const settle = (/** @type {Iterable<string>} */ keys) => {
    const meant = new Set(keys);
    for (const one of shown) {
      const { key } = one.paper;
      if (meant.has(key)) one.placed = (notes.get(key) ?? []).filter(stands).map((note) => read().place(one, note));
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
    /** @param {Placing} given  from now on */
    placeBy(given) {
      placing = given;
    },
    /** @param {Shown} one */
    title: (one) => one.paper.title ?? titleOf(one, placing),
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
      shown = papers.map((paper) => carried(kept.get(paper.card), paper, touched) ?? anew(paper));
      settle(shown.filter((one) => !one.texts.size).map((one) => one.paper.key));
      return [...new Set(papers.map((paper) => paper.key))].filter((key) => !before.has(key));
    },
    /**
     * What was read here is not what stands there now, and marks nothing more until the papers are taken again.
     * @param {Node[]} touched
     */
    release(touched) {
      for (const one of shown) {
        const changed = [...one.texts.keys()].filter((field) => touched.some((node) => field.contains(node)));
        if (!changed.length) continue;
        one.texts.clear();
        one.anchors.clear();
        one.placed = one.placed.map((placed) => (placed.field && changed.includes(placed.field) ? { ...placed, range: null } : placed));
      }
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
      return one && mark.field ? read().place(one, /** @type {Note} */ ({ ...mark, parent: null })) : null;
    },
    forget() {
      notes.clear();
      for (const one of shown) one.placed = [];
    },
    /**
     * @param {Shown} one
     * @param {Element} field
     */
    text: (one, field) => read().text(one, field),
    /**
     * @param {Placed} placed
     * @returns {Comparison | null}  of a changed mark: its stored words and today's
     */
    compared(placed) {
      const one = shown.find((other) => other.placed.includes(placed));
      return one ? read().compared(one, placed) : null;
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

/** @param {Shown} shown @param {Placing | null} placing */
function titleOf(shown, placing) {
  const { title } = shown.fields;
  if (!title) return "";
  return placing ? placing.text(shown, title).text : oneLine(title.textContent);
}
