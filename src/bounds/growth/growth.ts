import type { Formula } from "../../algebra/formula.ts";
import { InputError, show } from "../../setting/inputError.ts";
import { type Compared, compareValues } from "./compare.ts";
import { constantText } from "./constants/constantText.ts";
import { signOfConstant } from "./constants/sign.ts";
import { type Evaluator, evaluatorOf, type Names, placed } from "./evaluate.ts";
import { Refusal } from "./refusal.ts";
import { signOf } from "./series/functions.ts";
import { type Leading, leadingOf, unknown } from "./series/leading.ts";
import { leadingText, orderTextOf, sumText } from "./text.ts";
import type { Value } from "./value.ts";

/** How a formula grows. */
export interface Growth {
  /** Without its constant: "n^(-3/2)". */
  readonly order: string;
  /** With it and its sign: "-1/4 n^(-3/2)". */
  readonly leading: string;
}

/** A relation between the sizes of two formulas, from some n on. */
export interface GrowthRelation {
  /** With ~ powers of log n do not count. */
  readonly name: string;
  /** "infix": said of numbers, so that both sides must be positive. */
  readonly form?: string;
  /** On which side of the right the left stays, up to constants. */
  readonly side: "below" | "above" | "around";
  /** Whether it stays there whatever the constants. */
  readonly strict: boolean;
}

export interface GrowthDecision {
  readonly holds: boolean;
  readonly left: Growth;
  readonly right: Growth;
  /** What left/right tends to: "0", "infinity", a number, or nothing that is known. */
  readonly limit?: string;
}

/** Runs out of stack only for what nobody writes. */
function bounded<T>(text: string, of: () => T): T {
  try {
    return of();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InputError(`the formula ${show(text)} must be less deeply nested; simplify it`);
  }
}

/** Characters of an order: nobody reads longer ones. */
const LONGEST = 500;

function growth(value: Value, lead: Leading | undefined): Growth {
  const byLog = value.kind === "byLog" ? `exp(${sumText(value.log)})` : undefined;
  const order = byLog ?? orderTextOf(lead);
  const leading = byLog ?? leadingText(lead);
  if (Math.max(order.length, leading.length) <= LONGEST) return { order, leading };
  throw new Refusal(`must have an order of at most ${LONGEST} characters, but has not`, "shorten it");
}

function grown({ evaluate }: Evaluator, formula: Formula): { readonly value: Value; readonly growth: Growth } {
  const value = evaluate(formula);
  return placed(formula, formula.tree, () => {
    const lead = value.kind === "byLog" ? undefined : leadingOf(value);
    return { value, growth: growth(value, lead) };
  });
}

/**
 * How a formula grows with n, by its asymptotic expansion.
 *
 * @param formula with exp, factorial, binomial, logs of logs, exponents in n, differences, o and O terms
 * @param names what the names other than n mean
 * @returns the leading term, with and without its constant
 * @throws InputError, with the position, where terms cancel so long that they may cancel exactly, and for what is beyond the scale
 * @throws Unanswered where a name has no value
 * Source: ours.
 */
export function growthOf(formula: Formula, names: Names): Growth {
  return bounded(formula.text, () => {
    const { value, growth: found } = grown(evaluatorOf(names), formula);
    if (value.kind !== "byLog") placed(formula, formula.tree, () => leadingOf(value) && signOf(value));
    return found;
  });
}

const SIDES = {
  below: (x: number, strict: boolean) => x < 0 || (x === 0 && !strict),
  above: (x: number, strict: boolean) => x > 0 || (x === 0 && !strict),
  around: (x: number) => x === 0,
} as const;

/** What left/right tends to, as far as it is known. */
function limitText({ orders, limit, opposed }: Compared): string | undefined {
  if (limit) return constantText(limit);
  if (orders.most < 0) return "0";
  return orders.least > 0 ? (opposed ? "-infinity" : "infinity") : undefined;
}

/** The sizes of what is negative are compared; "<" is said of numbers. */
function requirePositive(formula: Formula, value: Value): void {
  if (value.kind === "byLog") return;
  const leading = leadingOf(value);
  if (!leading || signOfConstant(leading.constant) >= 0) return;
  throw new InputError(
    `the formula ${show(formula.text)} must be positive from some n on to be compared by numbers, but is negative; move terms to the other side`,
  );
}

/**
 * Decides a relation between two formulas by their asymptotic expansions.
 *
 * @param left a formula
 * @param relation such as o: below, strict
 * @param right a formula
 * @param names what the names other than n mean
 * @returns whether it holds, both leading terms, and the limit of left/right where it is known
 * @throws InputError where it is not decided, with the reason; Unanswered where a name has no value
 * Source: ours.
 */
export function decideGrowth(left: Formula, relation: GrowthRelation, right: Formula, names: Names): GrowthDecision {
  return bounded(left.text, () => {
    const evaluator = evaluatorOf(names);
    const [a, b] = [grown(evaluator, left), grown(evaluator, right)];
    if (relation.form === "infix") {
      requirePositive(left, a.value);
      requirePositive(right, b.value);
    }
    const compared = placed(left, left.tree, () => compareValues(evaluator.basis, a.value, b.value));
    const { least, most } = relation.name.endsWith("~") ? compared.beyondLogs : compared.orders;
    const answers = [-1, 0, 1]
      .filter((x) => least <= x && x <= most)
      .map((x) => SIDES[relation.side](x, relation.strict));
    const [holds] = answers as [boolean];
    if (answers.some((answer) => answer !== holds)) {
      placed(left, left.tree, () => {
        throw unknown();
      });
    }
    const text = limitText(compared);
    return { holds, left: a.growth, right: b.growth, ...(text !== undefined && { limit: text }) };
  });
}
