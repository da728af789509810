import { fc } from "@fast-check/vitest";

const NAMES = ["a", "b", "c", "d"];
const EXPONENTS = ["1", "2", "1/2", "-1", "-1/2", "1/3", "3"];

/** Products of powers of a few names, of n and of log n. */
const products = fc
  .array(fc.tuple(fc.constantFrom(...NAMES, "n", "log(n)"), fc.constantFrom(...EXPONENTS)), {
    minLength: 1,
    maxLength: 3,
  })
  .map((factors) => factors.map(([base, exponent]) => `${base}^(${exponent})`).join("*"));

/** A product, or the largest, smallest or sum of two, or one over such. */
export const formulas: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: products, weight: 6 },
  { arbitrary: fc.tuple(products, products).map(([a, b]) => `max(${a}, ${b})`), weight: 1 },
  { arbitrary: fc.tuple(products, products).map(([a, b]) => `min(${a}, ${b})`), weight: 1 },
  { arbitrary: fc.tuple(products, products).map(([a, b]) => `(${a} + ${b})`), weight: 1 },
  { arbitrary: fc.tuple(products, products, products).map(([a, b, c]) => `${a}/(${b} + ${c})`), weight: 1 },
);

const LETTERS = ["o", "O", "Theta", "Omega", "omega", "o~", "O~", "Theta~", "Omega~", "omega~"];
const SIGNS = ["<", "<=", ">", ">="];

const letter = fc.tuple(formulas, fc.constantFrom(...LETTERS), formulas).map(([f, name, g]) => `${f} = ${name}(${g})`);
const infix = fc
  .tuple(formulas, fc.constantFrom(...SIGNS), fc.constantFrom("", "2*", "1/3*"), formulas)
  .map(([f, sign, factor, g]) => `${f} ${sign} ${factor}${g}`);

/** Statements about orders, and about constants. */
export const statements: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: letter, weight: 4 },
  { arbitrary: infix, weight: 1 },
);

/** A claim that follows: the product of what two hypotheses say, in which one name goes. */
export const chains: fc.Arbitrary<{ claim: string; given: string[] }> = fc
  .tuple(formulas, formulas, formulas, fc.array(statements, { maxLength: 2 }))
  .map(([f, g, h, others]) => ({ claim: `${f} = O(${h})`, given: [`${f} = O(${g})`, ...others, `${g} = o(${h})`] }));

/** A claim, and hypotheses it has often something to do with. */
export const questions: fc.Arbitrary<{ claim: string; given: string[] }> = fc.oneof(
  {
    arbitrary: fc.record({ claim: statements, given: fc.array(statements, { minLength: 1, maxLength: 4 }) }),
    weight: 3,
  },
  { arbitrary: chains, weight: 2 },
);
