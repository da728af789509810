import { add, neg, sub } from "../../interval/add.ts";
import { div } from "../../interval/div.ts";
import { exp } from "../../interval/exp.ts";
import { type Interval, point } from "../../interval/interval.ts";
import { log } from "../../interval/log.ts";
import { mul } from "../../interval/mul.ts";
import { isEmpty } from "../../interval/sets.ts";
import { sqrt } from "../../interval/sqrt.ts";
import type { Expression } from "../order/formula.ts";
import type { Box } from "./size.ts";
import { type Meaning, numberOn, sizeOn } from "./sizeOn.ts";

/** A number that depends on positive symbols: enclosures of it and of its derivatives by their logarithms. */
export interface Value {
  readonly value: Interval;
  readonly slopes: readonly Interval[];
}

const ZERO = point(0);
const TWO = point(2);

const both = (x: Value, y: Value, slope: (a: Interval, b: Interval) => Interval) =>
  x.slopes.map((one, k) => slope(one, y.slopes[k] as Interval));

/**
 * A formula's value where the logarithms of its symbols lie in a box: of log n it is no more than the box, which its size cannot say as well.
 *
 * @param tree of a formula
 * @param box intervals of log x, one a symbol
 * @param meaning which symbols they are
 * @returns value and slopes; undefined where it is not certain to be defined
 * Source: ours; the chain rule in intervals.
 */
export function valueOn(tree: Expression, box: Box, meaning: Meaning): Value | undefined {
  const found = directly(tree, box, meaning);
  if (found !== undefined) return isEmpty(found.value) ? undefined : found;
  const size = sizeOn(tree, box, meaning);
  if (size === undefined) return undefined;
  const value = size.sign === 1 ? exp(size.log) : neg(exp(size.log));
  return { value, slopes: size.slopes.map((slope) => mul(value, slope)) };
}

function directly(tree: Expression, box: Box, meaning: Meaning): Value | undefined {
  const of = (part: Expression) => valueOn(part, box, meaning);
  if (tree.kind === "number") return { value: numberOn(tree.value), slopes: box.map(() => ZERO) };
  if (tree.kind === "negative") {
    const x = of(tree.of);
    return x && { value: neg(x.value), slopes: x.slopes.map(neg) };
  }
  if (tree.kind === "symbol") {
    const definition = meaning.defined.get(tree.name);
    return definition && of(definition);
  }
  if (tree.kind === "call") {
    const [part] = tree.of as [Expression];
    if (tree.name === "log") {
      const size = sizeOn(part, box, meaning);
      return size?.sign === 1 ? { value: size.log, slopes: size.slopes } : undefined;
    }
    const x = tree.name === "sqrt" ? of(part) : undefined;
    if (x === undefined || !(x.value.lo >= 0)) return undefined;
    const value = sqrt(x.value);
    return { value, slopes: x.slopes.map((slope) => div(slope, mul(TWO, value))) };
  }
  const [x, y] = [of(tree.left), of(tree.right)];
  if (x === undefined || y === undefined) return undefined;
  if (tree.operator === "+") return { value: add(x.value, y.value), slopes: both(x, y, add) };
  if (tree.operator === "-") return { value: sub(x.value, y.value), slopes: both(x, y, sub) };
  if (tree.operator === "*") {
    const slope = (a: Interval, b: Interval) => add(mul(a, y.value), mul(x.value, b));
    return { value: mul(x.value, y.value), slopes: both(x, y, slope) };
  }
  if (tree.operator === "/") {
    if (y.value.lo <= 0 && y.value.hi >= 0) return undefined;
    const value = div(x.value, y.value);
    return { value, slopes: both(x, y, (a, b) => div(sub(a, mul(value, b)), y.value)) };
  }
  if (!(x.value.lo > 0) || y.slopes.some(({ lo, hi }) => lo !== 0 || hi !== 0)) return undefined;
  const power = (c: Interval) => exp(mul(c, log(x.value)));
  const steep = mul(y.value, power(sub(y.value, point(1))));
  return { value: power(y.value), slopes: x.slopes.map((slope) => mul(steep, slope)) };
}
