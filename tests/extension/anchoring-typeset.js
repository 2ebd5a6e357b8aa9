// Formulas written by hand, and every way that a page may show them: typeset by the real KaTeX and the real MathJax, as their source,
// or flattened to text.

import { createRequire } from "node:module";
import katex from "katex";

/** TeX, and the same in Unicode's signs. */
export const FORMULAS = [
  ["6\\times", "6×"], ["10^{4}", "10⁴"], ["10^{-3}", "10⁻³"], ["R^2", "R²"], ["O(n^2)", "O(n²)"], ["\\mathcal{O}(n \\log n)", "O(n log n)"],
  ["\\alpha", "α"], ["\\beta = 0.5", "β = 0.5"], ["\\lambda_1", "λ₁"], ["\\epsilon", "ε"], ["p < 0.05", "p < 0.05"], ["n \\geq 3", "n ≥ 3"],
  ["k \\leq 10", "k ≤ 10"], ["x \\neq y", "x ≠ y"], ["\\pm 0.3", "± 0.3"], ["\\approx 2", "≈ 2"], ["\\sim 5", "∼ 5"], ["\\mathbb{R}^d", "ℝ^d"],
  ["\\pi_\\theta", "π_θ"], ["\\pi_\\theta(a \\mid s)", "π_θ(a ∣ s)"], ["x_{i+1}", "x_{i+1}"], ["\\sum_{i=1}^{n} w_i", "∑_{i=1}^n w_i"],
  ["\\ell_2", "ℓ₂"], ["\\hat{y}", "\\hat{y}"], ["f: X \\to Y", "f: X → Y"], ["A \\subseteq B", "A ⊆ B"], ["\\nabla f", "∇f"], ["\\infty", "∞"],
  ["95\\%", "95%"], ["\\mathbf{W}x + b", "𝐖x + b"], ["\\text{top-}k", "top-k"], ["90^\\circ", "90°"], ["x'", "x′"], ["2^{10}", "2¹⁰"],
  ["\\log_2 n", "log₂ n"], ["\\sqrt{d_k}", "√d_k"], ["\\frac{1}{2}", "1/2"], ["n \\times m", "n × m"], ["D_{\\mathrm{KL}}", "D_{KL}"], ["\\sigma^2", "σ²"],
];

const require = createRequire(import.meta.url);
const load = ["input/tex", "output/chtml", "a11y/assistive-mml"];

/** What is left of formulas in a text that a listing has flattened: "6times", "UFO^3", "13%". */
export const FLATTENED = /\b\d+times\b|\b[A-Za-z0-9]+\^\d+|\b\d+(?:\.\d+)?\\?%/gu;

/** What such a text was made of. @param {string} text @returns {[string, string]} */
export function unflattened(text) {
  const tex = text.replace(/times$/u, "\\times").replace(/\\?%$/u, "\\%").replace(/\^(\d+)$/u, "^{$1}").replace(/^[A-Za-z]{2,}/u, "\\text{$&}");
  return [tex, text.replace(/times$/u, "×").replace(/\\?%$/u, "%")];
}

/**
 * Everything that formulas may look like: way → HTML, for each.
 * @param {Array<[string, string]>} formulas
 * @returns {Promise<Array<Record<string, string>>>}
 */
export async function typeset(formulas) {
  const mathjax = await require("mathjax/es5/node-main.js").init({ loader: { load } });
  const html = (node) => mathjax.startup.adaptor.outerHTML(node);
  return formulas.map(([tex, signs]) => ({
    katex: katex.renderToString(tex),
    mathjax: html(mathjax.tex2chtml(tex, { display: false })),
    source: escaped(`$${tex}$`),
    source2: escaped(`\\(${tex}\\)`),
    flat: escaped(tex.replace(/\\frac\{(\w)\}\{(\w)\}/gu, "$1/$2").replace(/\\(?:mathcal|mathbb|mathbf|mathrm|text)(?![a-z])|\\[,;]|[\\{}]/gu, "")),
    signs: escaped(signs),
  }));
}

/** @param {string} text */
export function escaped(text) {
  return text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;");
}
