import { type Expression, readFormula } from "../../src/algebra/formula.ts";
import { INTERVALS } from "../../src/interval/arithmetic.ts";
import { exp } from "../../src/interval/exp.ts";
import { type Interval, point } from "../../src/interval/interval.ts";

const { add, sub, mul, div, neg, power } = INTERVALS;

/** What a formula's names stand for. */
export type Box = Readonly<Record<string, Interval>>;

function walk(tree: Expression, box: Box): Interval {
  switch (tree.kind) {
    case "number": {
      const { s, n, d } = tree.value;
      return div(point(Number(s * n)), point(Number(d)));
    }
    case "symbol":
      return box[tree.name] as Interval;
    case "negative":
      return neg(walk(tree.of, box));
    case "call":
      return exp(walk(tree.of[0] as Expression, box));
    default: {
      const [left, right] = [walk(tree.left, box), walk(tree.right, box)];
      if (tree.operator === "^") return power(left, right.lo);
      return { "+": add, "-": sub, "*": mul, "/": div }[tree.operator](left, right);
    }
  }
}

/**
 * A formula in intervals of doubles.
 *
 * @param text in the names of a box; exponents are integers, other numbers have numerators and denominators below 2^53
 * @param names of the box
 * @returns what encloses its values on a box, operation by operation
 * Source: ours; Moore, Kearfott, Cloud, Introduction to Interval Analysis (2009), chapter 5.
 * @example
 * encloserOf("x^2 - 1/4", ["x"])({ x: { lo: -1, hi: 1 } }) // => { lo: -0.25, hi: 0.75 }
 */
export function encloserOf(text: string, names: readonly string[]): (box: Box) => Interval {
  const functions = { exp: { least: 1, most: 1 } };
  const { tree } = readFormula(text, { symbols: names, functions, such: "x - 1/2" });
  return (box) => walk(tree, box);
}
