import type { Decimal } from "decimal.js";
import { plainFormula } from "../order/plainFormula.ts";
import type { Statement } from "../order/statement.ts";
import { type Values, valueOf } from "../order/valueOf.ts";
import { type Hypothesis, hypothesisNamed } from "./hypotheses.ts";

/** Where Theta leaves off when no constant is given: a factor to each side. */
export const AROUND = 4;

/** What "polylog n" is read as at one n, at most: the papers' own m = polylog n is that large. */
export const POLYLOG = plainFormula("log(n)^2");
const POLYLOG_TEXT = "(log n)^2";

/** A statement at concrete numbers. */
export interface Margin {
  readonly name: string;
  readonly formula: string;
  /** left/right; as text where no double holds it, "0/0" where both are 0. */
  readonly ratio: number | string;
  /** What left/right must be: "> 1". */
  readonly needs: string;
  readonly holds: boolean;
}

/** Constants by hypothesis, each instead of 1 (of 4, to both sides, for Theta). */
export type Constants = Readonly<Record<string, number>>;

const shown = (ratio: Decimal) => {
  if (ratio.isNaN()) return "0/0";
  return ratio.isFinite() && (ratio.isZero() || (ratio.abs().gt("1e-300") && ratio.abs().lt("1e300")))
    ? ratio.toNumber()
    : ratio.toSignificantDigits(4).toString();
};

/** How Theta is read: in words, and whether a ratio lies so. */
function around(ratio: Decimal, constant: number, polylog: Hypothesis["polylog"], values: Values) {
  const above = polylog === "above" ? ratio.div(valueOf(POLYLOG, values)) : ratio;
  const below = polylog === "below" ? ratio.mul(valueOf(POLYLOG, values)) : ratio;
  const least = polylog === "below" ? `1/(${constant} ${POLYLOG_TEXT})` : 1 / constant;
  const most = polylog === "above" ? `${constant} ${POLYLOG_TEXT}` : constant;
  return { needs: `${least} to ${most}`, holds: below.gte(1 / constant) && above.lte(constant) };
}

/** A statement of a hypothesis at one setting; `given` in the place of 1, or 4. */
export function marginOf(
  { id: name, polylog }: Hypothesis,
  { text, left, relation, right }: Statement,
  values: Values,
  given?: number,
): Margin {
  // Every left side is at least 0, so that a right side below it, log(1/eps) for eps > 1, asks as little as 0 does.
  const asked = valueOf(right, values);
  const ratio = valueOf(left, values).div(asked.lt(0) ? 0 : asked);
  const { side, strict } = relation;
  if (side === "around") {
    return { name, formula: text, ratio: shown(ratio), ...around(ratio, given ?? AROUND, polylog, values) };
  }
  const constant = given ?? 1;
  const within = side === "below" ? ratio.lt(constant) : ratio.gt(constant);
  const needs = `${side === "below" ? "<" : ">"}${strict ? "" : "="} ${constant}`;
  return { name, formula: text, ratio: shown(ratio), needs, holds: within || (!strict && ratio.eq(constant)) };
}

/**
 * A hypothesis at one setting, with a constant where the orders leave it open.
 *
 * ratio = left/right;  o and < hold if ratio < c, O if ratio <= c, omega if ratio > c, Omega if ratio >= c, Theta if 1/c <= ratio <= c;
 * left = Theta(right polylog n) if 1/c <= ratio <= c (log n)^2, left = Theta(right/polylog n) if 1/(c (log n)^2) <= ratio <= c.
 * A tilde is else read strictly, as polylog n = 1: since log n > 1, what holds so also holds with any power of log n granted.
 *
 * @param hypothesis an entry of `HYPOTHESES`
 * @param values numbers of the symbols in it
 * @param constants c by hypothesis; 1 (Theta: 4) unless given
 * @returns of its cases the first that holds, else the first
 * @throws InputError for a symbol without a value
 * Source: ours.
 */
export function marginOfHypothesis(hypothesis: Hypothesis, values: Values, constants: Constants = {}): Margin {
  const margins = hypothesis.anyOf.map((statement) =>
    marginOf(hypothesis, statement, values, constants[hypothesis.id]),
  );
  return margins.find(({ holds }) => holds) ?? (margins[0] as Margin);
}

/**
 * Several hypotheses at one setting.
 *
 * @param ids names of `HYPOTHESES`
 * @param values numbers of the symbols in them
 * @param constants c by hypothesis
 * @returns one margin each, in that order
 * @throws InputError for a symbol without a value
 * Source: ours.
 * @example
 * marginsOf(["noise-l1"], { s: 4, sigmaP: 0.5 }) // => [{ name: "noise-l1", formula: "s sigmaP = omega(1)", ratio: 2, needs: "> 1", holds: true }]
 */
export const marginsOf = (ids: readonly string[], values: Values, constants: Constants = {}): Margin[] =>
  ids.map((id) => marginOfHypothesis(hypothesisNamed(id), values, constants));
