// A formula is one indivisible atom of the canonical text, spelled by its TeX source: renderers put the same formula into
// the page once, three times or not at all as text, so the glyphs cannot be compared between pages.

const OPEN = "⟦";
const CLOSE = "⟧";
const RENDERED = ["katex", "MathJax", "MathJax_Display", "MathJax_CHTML", "MathJax_SVG"];
const TEX_SCRIPT = 'script[type^="math/tex"]';

/**
 * The atom that stands for an element, or null when the element is no formula.
 * An empty string stands for an element whose formula another element already gave.
 * @param {Element} element
 * @returns {string | null}
 */
export function mathAtom(element) {
  if (element.localName === "script") return scriptAtom(element);
  if (element.classList.contains("MathJax_Preview")) return "";
  return isFormula(element) ? spell(source(element)) : null;
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
  return before && isFormula(before) ? "" : spell(script.textContent);
}

/** @param {Element} element */
function source(element) {
  const annotation = element.querySelector('annotation[encoding="application/x-tex"]');
  if (annotation) return annotation.textContent;
  const next = element.nextElementSibling;
  if (next?.matches(TEX_SCRIPT)) return next.textContent;
  const math = element.localName === "math" ? element : element.querySelector("math");
  return math?.getAttribute("alttext") || math?.textContent || element.getAttribute("aria-label");
}

/** @param {string | null} tex */
function spell(tex) {
  const inside = (tex ?? "").replace(/\s+/gu, " ").trim();
  return OPEN + (inside || "math") + CLOSE;
}
