// A formula is one indivisible atom of the canonical text, spelled by its TeX source: renderers put the same formula into
// the page once, three times or not at all as text, so the glyphs cannot be compared between pages.

import { texOf } from "./math-markup.js";

const OPEN = "⟦";
const CLOSE = "⟧";
const RENDERED = ["katex", "MathJax", "MathJax_Display", "MathJax_CHTML", "MathJax_SVG", "MathJax_SVG_Display", "MathJax_MathML", "mjx-chtml"];
const TEX_SCRIPT = 'script[type^="math/tex"]';
const TEX_ANNOTATION = 'annotation[encoding="application/x-tex"], annotation[encoding="TeX"]';

/**
 * The atom that stands for an element, or null when the element is no formula.
 * An empty string stands for an element whose formula another element already gave.
 * @param {Element} element
 * @returns {string | null}
 */
export function mathAtom(element) {
  if (element.localName === "script") return scriptAtom(element);
  if (element.classList.contains("MathJax_Preview")) return "";
  return isFormula(element) ? spellAtom(source(element)) : null;
}

/** @param {Element} element */
function isFormula(element) {
  const name = element.localName;
  if (name === "math" || name === "mjx-container") return true;
  return element.hasAttribute("class") && RENDERED.some((token) => element.classList.contains(token));
}

/** @param {Element} script  MathJax 2 leaves the source behind the formula; before it ran there is the source alone */
function scriptAtom(script) {
  if (!script.matches(TEX_SCRIPT)) return null;
  const before = script.previousElementSibling;
  return before && isFormula(before) ? "" : spellAtom(script.textContent);
}

/**
 * KaTeX and LaTeXML annotate, MathJax 4 has an attribute, MathJax 2 a script; of MathJax 3 there is MathML alone.
 * @param {Element} element
 */
function source(element) {
  const annotation = element.querySelector(TEX_ANNOTATION);
  if (annotation) return annotation.textContent;
  const latex = element.querySelector("[data-latex]");
  if (latex) return latex.getAttribute("data-latex");
  const next = element.nextElementSibling;
  if (next?.matches(TEX_SCRIPT)) return next.textContent;
  const math = element.localName === "math" ? element : element.querySelector("math");
  if (math) return math.getAttribute("alttext") || texOf(math) || math.textContent;
  return element.getAttribute("aria-label") || element.textContent;
}

/** @param {string | null} tex */
export function spellAtom(tex) {
  const inside = (tex ?? "").replace(/\s+/gu, " ").trim();
  return OPEN + (inside || "math") + CLOSE;
}
