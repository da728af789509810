import { Fraction } from "../../../algebra/mathjs.ts";
import { Refusal } from "../refusal.ts";
import { type Constant, type Form, floorOf, minus, NAUGHT, type Power, plus, product, rationalOf } from "./constant.ts";
import { constantText } from "./constantText.ts";
import { enclosedSign } from "./enclosure.ts";

/** Sums within sums whose powers are cleared away before a form is given up. */
const MOST_ROUNDS = 10;

/** Powers times one more; before what is multiplied out is, so that it meets what it cancels. */
const raisedBy = (powers: readonly Power[], { of, to }: Power): Power[] => {
  const own = powers.find((power) => power.of.key === of.key);
  return [...powers.filter((power) => power !== own), { of, to: own ? own.to.add(to) : to }];
};

/** A constant times what its sums are divided by: it is 0 where, and only where, the constant is. */
function cleared(constant: Constant): Constant {
  let result = constant;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const powers = result.terms.flatMap((term) => term.powers);
    const divisor = powers.find(({ of, to }) => of.kind === "sum" && to.s < 0n);
    if (divisor === undefined) break;
    const lowest = powers
      .filter(({ of }) => of.key === divisor.of.key)
      .map(({ to }) => floorOf(to))
      .reduce((a, b) => (a < b ? a : b));
    const { of } = divisor;
    const factor = new Fraction(`${-lowest}`);
    result = result.terms
      .map((term) => product(term.coefficient, raisedBy(term.powers, { of, to: factor })))
      .reduce(plus, NAUGHT);
  }
  return result;
}

/** Whether a form is 0 for all n, as far as its letters show; false says nothing. */
export function isZeroForm(form: Form): boolean {
  try {
    return form.terms.length === 0 || cleared(form).terms.length === 0;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/**
 * The sign of a constant.
 *
 * @param constant any
 * @returns -1, 0 or 1: 0 proved by its form, the others by an enclosure
 * @throws Refusal where the number is nearer to 0 than 140 digits tell and its form is not 0
 * Source: ours.
 */
export function signOfConstant(constant: Constant): -1 | 0 | 1 {
  const exact = rationalOf(constant);
  if (exact) return exact.n === 0n ? 0 : exact.s < 0n ? -1 : 1;
  const [only, second] = constant.terms;
  const positive =
    only && !second && only.powers.every(({ of }) => of.kind === "prime" || of.kind === "pi" || of.kind === "exp");
  if (positive) return only.coefficient.s < 0n ? -1 : 1;
  const sign = enclosedSign(constant);
  if (sign !== undefined) return sign;
  if (isZeroForm(constant)) return 0;
  throw new Refusal(
    `must have constants whose sign can be told, but ${constantText(constant)} may be 0 or not`,
    "write it in a simpler way",
  );
}

/** -1, 0 or 1 as the first is less, the same, or more. */
export function compareConstants(a: Constant, b: Constant): -1 | 0 | 1 {
  const [x, y] = [rationalOf(a), rationalOf(b)];
  if (x && y) return Math.sign(x.compare(y)) as -1 | 0 | 1;
  return signOfConstant(minus(a, b));
}
