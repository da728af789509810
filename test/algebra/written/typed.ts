import { fc } from "@fast-check/vitest";

const WORDS =
  "n d s q 2 10 . ! , + - * / ^ ( ) { } [ ] _ ~ = < > ² ⁻¹ ₀ σ σ₀ η Θ Õ ∧ ∨ ≤ ≪ ≲ √ ½ · $ 😀 log sqrt max exp O o \\log \\frac \\sqrt \\left( \\right) \\{ \\} \\tilde \\Theta \\wedge \\sigma_0 \\cdot \\mathrm{poly} \\binom e^ beta a".split(
    " ",
  );

/** What a formula may begin with; more words after it. */
const BEGINNINGS = ["", "n log n", "\\sigma_0^{q-2} ", "\\frac{B^2}{n} ", "n = O(", "n ≪ ", "\\sqrt{n} + ", "n^{1/q} "];

/** Texts of any characters, and of the words of formulas in any order. */
export const typed: fc.Arbitrary<string> = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom(...WORDS, " "), maxLength: 40 }),
  fc
    .tuple(fc.constantFrom(...BEGINNINGS), fc.string({ unit: fc.constantFrom(...WORDS, " "), maxLength: 8 }))
    .map(([beginning, rest]) => beginning + rest),
);
