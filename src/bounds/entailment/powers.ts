import { Fraction } from "../../algebra/mathjs.ts";
import { rangeOf, signOn } from "../order/domain.ts";
import { factorsOf } from "../order/monomial.ts";
import { constant, constantOf, minus, type Polynomial, variable, variablesOf } from "../order/polynomial.ts";
import { weakened } from "./bound.ts";
import type { Condition } from "./condition.ts";
import { formOf, isNumber, LOG_N, reciprocal } from "./form.ts";
import { powerOf, type Row } from "./row.ts";

/** The rows of a condition, whichever of them hold. */
export const rowsOf = (condition: Condition): Row[] =>
  condition.kind === "row" ? [condition.row] : condition.of.flatMap(rowsOf);

/** Exponents without a value that occur. */
export const exponentsOf = (conditions: readonly Condition[]): string[] => [
  ...new Set(conditions.flatMap(rowsOf).flatMap(({ form }) => [...form.values()].flatMap(variablesOf))),
];

/** A sum of exponents that is >= 0 wherever they may lie; whether it is > 0. */
interface Margin {
  readonly exponent: Polynomial;
  readonly strict: boolean;
}

/** How far exponents are from the ends of their ranges. */
const margins = (names: readonly string[]): Margin[] =>
  names.flatMap((name) => {
    const { least, most, strict = false } = rangeOf(name);
    const above = { exponent: minus(variable(name), constant(least)), strict };
    return most === undefined ? [above] : [above, { exponent: minus(constant(most), variable(name)), strict: false }];
  });

/** Products and reciprocals of exponents that occur, which are unknowns of their own. */
const monomialMargins = (conditions: readonly Condition[]): Margin[] => {
  const exponents = conditions.flatMap(rowsOf).flatMap(({ form }) => [...form.values()]);
  const monomials = new Set(exponents.flatMap((exponent) => [...exponent.keys()]));
  return [...monomials].flatMap((monomial): Margin[] => {
    if (factorsOf(monomial).length < 2 && !monomial.includes("/")) return [];
    const exponent: Polynomial = new Map([[monomial, new Fraction(1)]]);
    const sign = signOn(exponent);
    return sign === "positive" || sign === "non-negative" ? [{ exponent, strict: sign === "positive" }] : [];
  });
};

const FACT = { kind: "fact" } as const;

/** What is known of a base whose powers are asked for: 1/n, 1/log n and inverses of integers are small, integers are constants, n is at most a power of n. */
function factsOfBase(base: string): Row[] {
  const form = reciprocal(formOf(base));
  if (base === "n") {
    return [
      { form, bound: "o~", why: FACT },
      { form: formOf(base), bound: "poly", why: FACT },
    ];
  }
  if (base === LOG_N) return [{ form, bound: "o", why: FACT }];
  if (!isNumber(base)) return [];
  return [
    { form, bound: "<", why: FACT },
    { form: formOf(base), bound: "O", why: FACT },
  ];
}

const factsOf = (conditions: readonly Condition[]): Row[] =>
  [...new Set(conditions.flatMap(rowsOf).flatMap(({ form }) => [...form.keys()]))].flatMap(factsOfBase);

/**
 * Conditions with what follows from them for exponents without a value: each row with constant exponents also to the power q - 3, where q >= 3.
 *
 * @param given hypotheses
 * @param claimed what is asked of them
 * @returns the same hypotheses, rows replaced by several; with facts about n, log n and constants
 */
export function withPowers(given: readonly Condition[], claimed: readonly Condition[]): Condition[] {
  const names = exponentsOf([...given, ...claimed]);
  if (names.length === 0) return [...given];
  const factors = [...margins(names), ...monomialMargins([...given, ...claimed])];
  const spread = (condition: Condition): Condition => {
    if (condition.kind !== "row") return { kind: condition.kind, of: condition.of.map(spread) };
    const { row } = condition;
    if ([...row.form.values()].some((exponent) => constantOf(exponent) === undefined)) return condition;
    const powers = factors.map(({ exponent, strict }) =>
      powerOf(row, exponent, strict ? row.bound : weakened(row.bound)),
    );
    return { kind: "all", of: [row, ...powers].map((each) => ({ kind: "row", row: each })) };
  };
  const facts = factsOf([...given, ...claimed]).map((row): Condition => ({ kind: "row", row }));
  return [...given, ...facts].map(spread);
}
