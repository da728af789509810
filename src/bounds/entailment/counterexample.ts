import { decideStatement } from "../order/decideStatement.ts";
import { constantOf, type Polynomial } from "../order/polynomial.ts";
import { holdsAt, logsArePositive, scalingAt } from "./atInstance.ts";
import { namesOf } from "./given.ts";
import { type Instance, instanceOf } from "./instance.ts";
import type { Question } from "./question.ts";
import type { Size } from "./size.ts";

/** A scaling at which every hypothesis holds and the claim does not. */
export interface Counterexample {
  /** Names as formulas in n. */
  readonly scaling: Instance;
  /** Values of exponents that were left open. */
  readonly exponents: Readonly<Record<string, string>>;
  /** The orders of the claim's sides there. */
  readonly left: string;
  readonly right: string;
}

/** How far what is not known of bounds is taken, in turn. */
const STRENGTHS = [...Array.from({ length: 12 }, (_, k) => 2 ** k), 2 ** 16, 2 ** 24, 2 ** 40];

/** Whether a scaling meets all hypotheses and breaks the claim, by the order algebra. */
function breaks({ claim, hypotheses, scope }: Question, instance: Instance): boolean {
  const scaling = scalingAt(instance, scope);
  return (
    holdsAt(claim, scaling) === false &&
    hypotheses.every((hypothesis) => hypothesis.some((statement) => holdsAt(statement, scaling) === true)) &&
    [claim, ...hypotheses.flat()].every((statement) => logsArePositive(statement, scaling))
  );
}

function described(
  { claim, scope }: Question,
  scaling: Instance,
  exponents: ReadonlyMap<string, Polynomial>,
): Counterexample {
  const { left, right } = decideStatement(claim, scalingAt(scaling, scope));
  const values = [...exponents].map(([name, value]) => [name, constantOf(value)?.toFraction() as string]);
  return {
    scaling,
    exponents: Object.fromEntries(values),
    left,
    right: claim.relation.form === "class" ? claim.relation.name : right,
  };
}

/**
 * A counterexample from a point that the search found.
 *
 * @param question a claim and its hypotheses; exponents that matter have values
 * @param sizes of names
 * @param exponents those values that were not given
 * @returns a scaling that was checked by the order algebra; undefined where none was found
 */
export function counterexampleFrom(
  question: Question,
  sizes: ReadonlyMap<string, Size>,
  exponents: ReadonlyMap<string, Polynomial>,
): Counterexample | undefined {
  const names = namesOf([question.claim, ...question.hypotheses.flat()], question.scope);
  for (const strength of STRENGTHS) {
    for (const withConstants of [false, true]) {
      const scaling = instanceOf(sizes, names, strength, withConstants);
      if (scaling === undefined) return undefined;
      if (breaks(question, scaling)) return described(question, scaling, exponents);
    }
  }
  return undefined;
}
