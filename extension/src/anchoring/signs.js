// Mathematical signs and the TeX commands that make them: pages show the one, the other, or the command without its backslash
// ("6×", "$6\times$", "6times"). Folding writes each as the name of its command.

import { writtenOut } from "./raised.js";

/** A name and its sign, by turns. */
const NAMED = (
  "alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ " +
  "upsilon υ phi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω " +
  "times × div ÷ pm ± mp ∓ cdot ⋅ circ ∘ bullet • star ⋆ otimes ⊗ oplus ⊕ ominus ⊖ odot ⊙ cup ∪ cap ∩ setminus ∖ wedge ∧ vee ∨ neg ¬ " +
  "leq ≤ geq ≥ neq ≠ ll ≪ gg ≫ approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡ propto ∝ prec ≺ succ ≻ preceq ⪯ succeq ⪰ in ∈ notin ∉ ni ∋ " +
  "subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ forall ∀ exists ∃ nexists ∄ emptyset ∅ infty ∞ partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ sqrt √ " +
  "to → leftarrow ← leftrightarrow ↔ uparrow ↑ downarrow ↓ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ mapsto ↦ " +
  "langle ⟨ rangle ⟩ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ top ⊤ bot ⊥ dagger † ddagger ‡ triangle △ ast ∗ models ⊨ vdash ⊢ checkmark ✓ mid ∣ ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ"
).split(" ");

/** Commands that make the same sign as another, or a character that is no sign. */
const ALIASES = (
  "le leq ge geq ne neq rightarrow to gets leftarrow longrightarrow to iff Leftrightarrow implies Rightarrow land wedge lor vee " +
  "lnot neg varepsilon epsilon vartheta theta varphi phi varrho rho varsigma sigma varnothing emptyset leqslant leq geqslant geq " +
  "perp bot widehat hat widetilde tilde overline bar overrightarrow vec degree ^circ ldots ... dots ... cdots ... vert | lvert | " +
  "rvert | Vert || lVert || rVert || prime ' colon : lbrack [ rbrack ] dfrac frac tfrac frac cdotp cdot"
).split(" ");

const NAME_OF = new Map([
  ...pairs(NAMED).map(([name, sign]) => /** @type {[string, string]} */ ([sign, name])),
  ["°", "^circ"], ["·", "cdot"], ["⟂", "bot"], ["∥", "||"], ["‖", "||"], ["⋯", "..."], ["−", "-"], ["⩽", "leq"], ["⩾", "geq"],
  ["ς", "sigma"], ["⟶", "to"], ["\u2044", "/"], ["\u2215", "/"],
]);
const SAME_AS = new Map(pairs(ALIASES));

/**
 * @param {string[]} list
 * @returns {Array<[string, string]>}
 */
function pairs(list) {
  return list.flatMap((one, index) => (index % 2 ? [] : [[one, list[index + 1]]]));
}

/** How folding writes a command. @param {string} name  without its backslash */
export function commandName(name) {
  return SAME_AS.get(name) ?? name;
}

/** Joiners, variation selectors, the Arabic letter that only stretches others, and what frames a formula. */
const GONE = /[\u0640⟦⟧]|\p{Join_Control}|\p{Variation_Selector}/u;
const DASH = /[‐‑‒–—―−﹘﹣－]/u;
const DOUBLE = /[“”„‟″«»]/u;
const SINGLE = /[‘’‚‛′]/u;

/** @type {Map<string, string>} */
const known = new Map();

/**
 * How folding writes a character beyond ASCII.
 * @param {string} sign
 * @param {string} before  the character before it
 */
export function plainSign(sign, before) {
  let plain = known.get(sign);
  if (plain !== undefined) return plain;
  const raised = writtenOut(sign, before);
  if (raised !== null) return raised;
  known.set(sign, (plain = spelt(sign)));
  return plain;
}

/** @param {string} sign */
function spelt(sign) {
  if (GONE.test(sign)) return "";
  if (DASH.test(sign)) return "-";
  if (DOUBLE.test(sign)) return "''";
  if (SINGLE.test(sign)) return "'";
  const plain = sign.normalize("NFKC");
  return NAME_OF.get(sign) ?? NAME_OF.get(plain) ?? plain.replaceAll("\u2044", "/").replaceAll(" ", "");
}
