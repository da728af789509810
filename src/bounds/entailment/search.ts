import { feasible, type Inequality } from "../../algebra/linear/feasible.ts";
import type { Fraction } from "../../algebra/mathjs.ts";
import { InputError } from "../../setting/inputError.ts";
import { limitOf } from "./bound.ts";
import type { Condition } from "./condition.ts";
import { isNumber, LOG_N } from "./form.ts";
import type { Row } from "./row.ts";
import { SIZES, type Size } from "./size.ts";

/** That no scaling meets given rows: a product of powers of them that is not what it must be; or, of a condition of which one part must hold, that each part is refuted. */
export type Refutation =
  | { readonly kind: "product"; readonly factors: readonly { readonly row: Row; readonly power: Fraction }[] }
  | {
      readonly kind: "cases";
      readonly of: readonly { readonly condition: Condition; readonly refutation: Refutation }[];
    };

export type Found =
  | { readonly kind: "point"; readonly sizes: ReadonlyMap<string, Size> }
  | { readonly kind: "refuted"; readonly refutation: Refutation };

/** The unknown that a power of a base is: the log of a name, times a product of exponents. */
const unknown = (base: string, exponents: string): string => (exponents === "" ? base : `${base}^${exponents}`);

const LEVELS: Readonly<Record<string, string>> = { n: "n", [LOG_N]: "log" };

/** A row as an inequality between logs; those of n, log n and constants are known. */
function inequalityOf({ form, bound }: Row): Inequality<Size> {
  const coefficients = new Map<string, Fraction>();
  let limit = limitOf(bound);
  for (const [base, exponent] of form) {
    for (const [exponents, coefficient] of exponent) {
      const level = LEVELS[base] ?? (isNumber(base) ? base : undefined);
      if (exponents === "" && level !== undefined) limit = SIZES.add(limit, new Map([[level, coefficient.neg()]]));
      else coefficients.set(unknown(base, exponents), coefficient);
    }
  }
  return { coefficients, limit };
}

/** Whether a point meets a condition. */
function meets(sizes: ReadonlyMap<string, Size>, condition: Condition): boolean {
  if (condition.kind !== "row") {
    return condition.of[condition.kind === "all" ? "every" : "some"]((part) => meets(sizes, part));
  }
  const { coefficients, limit } = inequalityOf(condition.row);
  const sum = [...coefficients].reduce(
    (total, [name, coefficient]) => SIZES.add(total, SIZES.scale(sizes.get(name) ?? SIZES.zero, coefficient)),
    SIZES.zero,
  );
  return SIZES.compare(sum, limit) <= 0;
}

/** Rows that must hold, and conditions of which one part must. */
function flattened(condition: Condition): { rows: Row[]; choices: Condition[] } {
  if (condition.kind === "row") return { rows: [condition.row], choices: [] };
  if (condition.kind === "any" && condition.of.length !== 1) return { rows: [], choices: [condition] };
  const parts = condition.of.map(flattened);
  return { rows: parts.flatMap(({ rows }) => rows), choices: parts.flatMap(({ choices }) => choices) };
}

/** The rows that a refutation uses. */
export const rowsIn = (refutation: Refutation): Row[] =>
  refutation.kind === "product"
    ? refutation.factors.map(({ row }) => row)
    : refutation.of.flatMap((part) => rowsIn(part.refutation));

/** More cases take seconds. */
const MOST_CASES = 1000;

/**
 * A scaling that meets all conditions, or why there is none.
 *
 * @param condition rows, joined by "all" and "any"
 * @returns sizes of all unknowns; or, case by case, powers of rows whose product contradicts itself
 * @throws InputError where there are too many cases
 * Source: ours; Farkas' lemma over an ordered vector space, and distinction of cases where the last point found meets none.
 */
export function search(condition: Condition): Found {
  let cases = 0;
  const solve = (rows: readonly Row[], choices: readonly Condition[]): Found => {
    if (++cases > MOST_CASES)
      throw new InputError(
        `hypotheses and claim must have at most ${MOST_CASES} cases, but have more; leave out what is not needed, or shorten sums, min and max`,
      );
    const outcome = feasible(rows.map(inequalityOf), SIZES);
    if (outcome.kind === "conflict") {
      const factors = rows
        .map((row, k) => ({ row, power: outcome.multipliers[k] as Fraction }))
        .filter(({ power }) => power.n !== 0n);
      return { kind: "refuted", refutation: { kind: "product", factors } };
    }
    const open = choices.find((choice) => !meets(outcome.values, choice));
    if (open === undefined) return { kind: "point", sizes: outcome.values };
    const others = choices.filter((choice) => choice !== open);
    const refuted: { condition: Condition; refutation: Refutation }[] = [];
    for (const part of (open as Condition & { of: readonly Condition[] }).of) {
      const more = flattened(part);
      const found = solve([...rows, ...more.rows], [...others, ...more.choices]);
      if (found.kind === "point") return found;
      const own = new Set(more.rows);
      // What refutes without it refutes all.
      if (more.choices.length === 0 && !rowsIn(found.refutation).some((row) => own.has(row))) return found;
      refuted.push({ condition: part, refutation: found.refutation });
    }
    return { kind: "refuted", refutation: { kind: "cases", of: refuted } };
  };
  const { rows, choices } = flattened(condition);
  return solve(rows, choices);
}
