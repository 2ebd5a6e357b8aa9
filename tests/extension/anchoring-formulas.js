// Formulas as the renderers leave them in a page: the shapes of their output, cut down to what a reader of the page can tell apart.

/** KaTeX: MathML with the source, then the glyphs. */
export const katex = (tex, mathml = "<mi>O</mi>") =>
  `<span class="katex"><span class="katex-mathml"><math><semantics><mrow>${mathml}</mrow><annotation encoding="application/x-tex">${tex}</annotation></semantics></math></span><span class="katex-html" aria-hidden="true"><span>O</span><span>n</span></span></span>`;

/** MathJax 2: a preview, the glyphs, MathML for screen readers, and the source in a script. */
export const mathjax2 = (tex, mathml = "<mi>O</mi>") =>
  `<span class="MathJax_Preview" style="color: inherit;"></span><span class="mjx-chtml MathJax_CHTML" role="presentation"><span class="mjx-math" aria-hidden="true"><span class="mjx-mi"><span class="mjx-char">O</span></span></span><span class="MJX_Assistive_MathML" role="presentation"><math>${mathml}</math></span></span><script type="math/tex">${tex}</script>`;

/** MathJax 3: glyphs in style sheets, MathML for screen readers, and no source. */
export const mathjax3 = (mathml) =>
  `<mjx-container class="MathJax" jax="CHTML"><mjx-math class="MJX-TEX" aria-hidden="true"><mjx-mi class="mjx-i"><mjx-c class="mjx-c1D45B TEX-I"></mjx-c></mjx-mi></mjx-math><mjx-assistive-mml unselectable="on" display="inline"><math>${mathml}</math></mjx-assistive-mml></mjx-container>`;

/** MathJax 4: glyphs as text, the source in an attribute. */
export const mathjax4 = (tex) =>
  `<mjx-container class="MathJax" jax="CHTML" data-semantic-speech-none="n squared"><mjx-math data-latex="${tex}" aria-hidden="true"><mjx-mi data-latex="n"><mjx-c class="mjx-c1D45B">𝑛</mjx-c></mjx-mi></mjx-math></mjx-container>`;

/** MathJax 4 with drawn glyphs. */
export const mathjax4svg = (tex) =>
  `<mjx-container class="MathJax" jax="SVG"><svg role="img" aria-hidden="true"><g stroke="currentColor"><g data-mml-node="math" data-latex="${tex}"><g data-mml-node="mi"><use data-c="1D45B"></use></g></g></g></svg></mjx-container>`;

/** LaTeXML, as on arXiv's HTML pages. */
export const latexml = (tex, mathml = "<mi>O</mi>") =>
  `<math id="m1" class="ltx_Math" alttext="${tex}" display="inline"><semantics><mrow>${mathml}</mrow><annotation encoding="application/x-tex">${tex}</annotation></semantics></math>`;

/** O(n^2) ≤ α_t */
export const BOUND = "\\mathcal{O}(n^2)\\leq\\alpha_t";
export const BOUND_MATHML =
  '<mrow data-mjx-texclass="ORD"><mi mathvariant="script">O</mi></mrow><mo stretchy="false">(</mo><msup><mi>n</mi><mn>2</mn></msup><mo stretchy="false">)</mo><mo>≤</mo><msub><mi>α</mi><mi>t</mi></msub>';
