// MathML on one line, for formulas whose page keeps no TeX: what is raised stays raised ("10^{6}" is not "106"). It folds as its TeX
// would, and has no backslash: nobody knows by which commands it was written.

const INVISIBLE = /[\s\u200b\u2061-\u2064]+/gu;
/** What stands over a letter, by the name of the command that puts it there. */
const OVER = new Map(
  Object.entries({ "^": "hat", "ˆ": "hat", "~": "tilde", "˜": "tilde", "∼": "tilde", "¯": "bar", "―": "bar", "‾": "bar", "→": "vec", "⃗": "vec", "˙": "dot", "¨": "ddot" }),
);
const PRIMES = /^['′″‴]+$/u;

/** @type {Record<string, (parts: string[], element: Element) => string>} */
const SPELLINGS = {
  msup: ([base, above]) => base + raised(above),
  msub: ([base, below]) => `${base}_{${below}}`,
  msubsup: ([base, below, above]) => `${base}_{${below}}${raised(above)}`,
  mover: ([base, above]) => (OVER.has(above) ? `${OVER.get(above)}{${base}}` : base + raised(above)),
  munder: ([base, below]) => `${base}_{${below}}`,
  munderover: ([base, below, above]) => `${base}_{${below}}${raised(above)}`,
  mfrac: ([above, below]) => `{${above}}/{${below}}`,
  msqrt: (parts) => `√{${parts.join("")}}`,
  mroot: ([base, degree]) => `√[${degree}]{${base}}`,
  mfenced: (parts, element) => (element.getAttribute("open") ?? "(") + parts.join(",") + (element.getAttribute("close") ?? ")"),
  semantics: ([shown]) => shown,
  annotation: () => "",
  "annotation-xml": () => "",
  mphantom: () => "",
};

/**
 * @param {Element} element  of MathML
 * @returns {string}
 */
export function texOf(element) {
  if (!element.firstElementChild) return element.localName in SPELLINGS ? "" : element.textContent.replace(INVISIBLE, "");
  const parts = [...element.children].map(texOf);
  const spelling = SPELLINGS[element.localName];
  return spelling ? spelling(parts, element) : parts.join("");
}

/** @param {string | undefined} above */
function raised(above = "") {
  return PRIMES.test(above) ? above : `^{${above}}`;
}
