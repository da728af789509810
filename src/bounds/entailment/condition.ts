import { InputError } from "../../setting/inputError.ts";
import type { Formula } from "../order/formula.ts";
import type { Statement } from "../order/statement.ts";
import { type Bound, opposite } from "./bound.ts";
import { type Extremes, inverse, times } from "./extremes.ts";
import { reciprocal, UNIT } from "./form.ts";
import { exact, type Range } from "./range.ts";
import { rangeOf } from "./rangeOf.ts";
import type { Row, Why } from "./row.ts";
import type { Scope } from "./scope.ts";

/** Rows of which all must hold, or one. */
export type Condition =
  | { readonly kind: "row"; readonly row: Row }
  | { readonly kind: "all" | "any"; readonly of: readonly Condition[] };

/** What a relation says of left/right ("below") and right/left ("above"). */
const SIDES: Readonly<Record<string, Readonly<Partial<Record<"below" | "above", Bound>>>>> = {
  o: { below: "o" },
  O: { below: "O" },
  Theta: { below: "O", above: "O" },
  Omega: { above: "O" },
  omega: { above: "o" },
  "o~": { below: "o~" },
  "O~": { below: "O~" },
  "Theta~": { below: "O~", above: "O~" },
  "Omega~": { above: "O~" },
  "omega~": { above: "o~" },
  "<": { below: "<" },
  "<=": { below: "<=" },
  ">": { above: "<" },
  ">=": { above: "<=" },
  polylog: { below: "O~", above: "O~" },
  poly: { below: "poly", above: "o~" },
};

/** That the largest of several is at most 1 says that all are; the smallest, that one is. */
export const conditionOn = (of: Extremes, bound: Bound, why: Why): Condition =>
  of.kind === "form"
    ? { kind: "row", row: { form: of.form, bound, why } }
    : { kind: of.kind === "max" ? "all" : "any", of: of.of.map((part) => conditionOn(part, bound, why)) };

const isZero = ({ tree }: Formula): boolean => tree.kind === "number" && tree.value.n === 0n;

/**
 * What a statement says of products of powers: with "weakly", no more than it says; else, no less. The two differ only where constants and sums meet.
 *
 * @param statement two formulas and a relation
 * @param scope what names mean
 * @param why where the rows come from
 * @returns rows, joined by "all" and "any"; none for 0 < x, since names are positive
 * @throws InputError where a formula has no order, or 0 is compared otherwise
 */
export function conditionOf(
  { text, left, relation, right }: Statement,
  scope: Scope,
  why: Why,
  weakly: boolean,
): Condition {
  const sides = SIDES[relation.name] as (typeof SIDES)[string];
  const zeros = [isZero(left), isZero(right)];
  if (zeros.includes(true)) {
    const small = zeros[0] ? sides.above === undefined : sides.below === undefined;
    if (small && zeros.includes(false) && relation.form === "infix") return { kind: "all", of: [] };
    throw new InputError(
      `a statement with 0 must say that something is above it, which every name is, but is ${JSON.stringify(text)}; correct it`,
    );
  }
  const [f, g] = [rangeOf(left, scope), relation.form === "class" ? exact(UNIT) : rangeOf(right, scope)];
  const quotient = (above: Range, under: Range): Extremes =>
    weakly ? times(above.least, inverse(under.most)) : times(above.most, inverse(under.least));
  return {
    kind: "all",
    of: [
      ...(sides.below ? [conditionOn(quotient(f, g), sides.below, why)] : []),
      ...(sides.above ? [conditionOn(quotient(g, f), sides.above, why)] : []),
    ],
  };
}

/** More clauses than these nobody reads. */
const MOST_CLAUSES = 64;

/**
 * Lists of rows, of each of which one must hold.
 *
 * @param condition any
 * @returns the lists
 * @throws InputError where there are too many
 */
export function clausesOf(condition: Condition): Row[][] {
  if (condition.kind === "row") return [[condition.row]];
  const parts = condition.of.map(clausesOf);
  if (condition.kind === "all") return parts.flat();
  return parts.reduce<Row[][]>(
    (sum, part) => {
      if (sum.length * part.length > MOST_CLAUSES)
        throw new InputError(
          `a claim must have at most ${MOST_CLAUSES} cases, but has more; shorten its sums, min and max`,
        );
      return sum.flatMap((clause) => part.map((other) => [...clause, ...other]));
    },
    [[]],
  );
}

/** That a row does not hold, along a subsequence. */
export const failing = ({ form, bound }: Row): Row => ({
  form: reciprocal(form),
  bound: opposite(bound),
  why: { kind: "claim", part: { form, bound } },
});
