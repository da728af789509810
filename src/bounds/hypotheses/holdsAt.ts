import { div } from "../../interval/div.ts";
import type { Interval } from "../../interval/interval.ts";
import { mul } from "../../interval/mul.ts";
import { enclosureAt } from "../order/enclosureAt.ts";
import type { Statement } from "../order/statement.ts";
import type { Values } from "../order/valueOf.ts";
import type { Hypothesis } from "./hypotheses.ts";
import { AROUND, type Constants, marginOf, POLYLOG } from "./margin.ts";

/** How wide an interval may be, and how far from a constant it must be, both relatively, for it to decide. */
const NARROW = 1e-6;
const CLEAR = 1e-9;

/**
 * Whether a number of 30 digits is above a positive constant, from an interval that holds the real one; undefined where that is too near.
 *
 * The interval is as wide as roundings to 2^-53 make it, so that roundings to 10^-29 make a number be off by no more than a 10^12th of its width.
 */
function isAbove(x: Interval | undefined, constant: number): boolean | undefined {
  if (!x || !(x.lo > 0 && x.hi - x.lo <= NARROW * x.lo)) return undefined;
  if (x.lo > constant * (1 + CLEAR)) return true;
  return x.hi < constant * (1 - CLEAR) ? false : undefined;
}

/** What a statement's margin says, where intervals tell. */
function told({ id, polylog }: Hypothesis, { left, relation, right }: Statement, values: Values, constants: Constants) {
  const [over, under] = [enclosureAt(left, values), enclosureAt(right, values)];
  if (!over || !under || !(under.lo > 0)) return undefined;
  const ratio = div(over, under);
  const { side } = relation;
  const given = constants[id];
  if (side !== "around") {
    const above = isAbove(ratio, given ?? 1);
    return above === undefined ? undefined : above === (side === "above");
  }
  const constant = given ?? AROUND;
  const room = polylog === undefined ? undefined : enclosureAt(POLYLOG, values);
  if (polylog !== undefined && !room) return undefined;
  const enough = isAbove(polylog === "below" ? mul(ratio, room as Interval) : ratio, 1 / constant);
  const tooMuch = isAbove(polylog === "above" ? div(ratio, room as Interval) : ratio, constant);
  if (enough === false || tooMuch === true) return false;
  return enough === undefined || tooMuch === undefined ? undefined : true;
}

/**
 * Whether a hypothesis holds at one setting: what `marginOfHypothesis` says, without the number.
 *
 * @param hypothesis an entry of `HYPOTHESES`
 * @param values numbers of the symbols in it
 * @param constants c by hypothesis; 1 (Theta: 4) unless given
 * @returns whether one of its cases holds: by intervals where they tell, by 30 digits where they do not
 * @throws InputError for a symbol without a value
 * Source: ours.
 */
export const holdsAt = (hypothesis: Hypothesis, values: Values, constants: Constants = {}): boolean =>
  hypothesis.anyOf.some(
    (statement) =>
      told(hypothesis, statement, values, constants) ??
      marginOf(hypothesis, statement, values, constants[hypothesis.id]).holds,
  );
