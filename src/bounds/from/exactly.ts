import { Fraction } from "../../algebra/mathjs.ts";
import type { Expression } from "../order/formula.ts";
import type { Inequality } from "./slack.ts";

/** Larger powers have too many digits to be worth them. */
const MOST_POWER = 64;

/** A formula's rational value; undefined where it has a function, a root or a large power. */
function valueAt(tree: Expression, x: Fraction, inequality: Inequality): Fraction | undefined {
  const of = (part: Expression) => valueAt(part, x, inequality);
  if (tree.kind === "number") return tree.value;
  if (tree.kind === "negative") return of(tree.of)?.neg();
  if (tree.kind === "call") return undefined;
  if (tree.kind === "symbol") {
    const definition = inequality.meaning.defined.get(tree.name);
    return definition ? of(definition) : x;
  }
  const [left, right] = [of(tree.left), of(tree.right)];
  if (left === undefined || right === undefined) return undefined;
  if (tree.operator === "+") return left.add(right);
  if (tree.operator === "-") return left.add(right.neg());
  if (tree.operator === "*") return left.mul(right);
  if (tree.operator === "/") return right.compare(0) === 0 ? undefined : left.div(right);
  return right.d === 1n && right.n <= MOST_POWER && left.compare(0) !== 0 ? left.pow(right) : undefined;
}

/**
 * Whether an inequality in one symbol holds at a rational number, where that is seen without rounding: equality, which intervals cannot tell.
 *
 * @param inequality in one symbol
 * @param x the number, such as "4" or "93.3545"
 * @returns undefined where a side has a function, a root or a large power
 * Source: ours; exact fractions.
 */
export function exactly(inequality: Inequality, x: string): boolean | undefined {
  const at = new Fraction(x);
  const [left, right] = [inequality.left, inequality.right].map((side) => valueAt(side, at, inequality));
  if (left === undefined || right === undefined) return undefined;
  const sign = left.compare(right);
  return inequality.strict ? sign < 0 : sign <= 0;
}
