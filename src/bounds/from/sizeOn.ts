import { add, neg, sub } from "../../interval/add.ts";
import { exp } from "../../interval/exp.ts";
import { type Interval, point } from "../../interval/interval.ts";
import { log } from "../../interval/log.ts";
import { max, min } from "../../interval/minMax.ts";
import { mul } from "../../interval/mul.ts";
import { isEmpty } from "../../interval/sets.ts";
import type { Expression } from "../order/formula.ts";
import { cornered, numberOn, ratioLog } from "./enclosure.ts";
import { type Box, type Meaning, paired, type Size } from "./size.ts";
import { chosen, difference, logarithm, raised, sum } from "./sizes.ts";
import { combined, rootOf, type Value } from "./values.ts";

const ZERO = point(0);
const ONE = point(1);

/**
 * The size of a formula where the logarithms of its symbols lie in a box.
 *
 * log(x y) = log x + log y, log(x + y) = log x + log(1 + y/x), and slopes by the chain rule; all in intervals, and at the corners of the box where
 * slopes have signs.
 *
 * @param tree of a formula
 * @param box intervals of log x, one a symbol
 * @param meaning which symbols they are
 * @returns sign, log and slopes; undefined where the sign, or that it is defined, is not certain
 * Source: ours; interval arithmetic and monotonicity, as in Moore, Kearfott, Cloud, Introduction to Interval Analysis (2009), chapters 5 and 6.
 */
export function sizeOn(tree: Expression, box: Box, meaning: Meaning): Size | undefined {
  const found = natural(tree, box, meaning);
  // The log of 0 is none.
  if (found === undefined || isEmpty(found.log)) return undefined;
  return { ...found, log: cornered(box, found.log, found.slopes, (at) => defined(natural(tree, at, meaning)?.log)) };
}

const defined = (x: Interval | undefined) => (x && !isEmpty(x) ? x : undefined);
const flat = (box: Box) => box.map(() => ZERO);

function natural(tree: Expression, box: Box, meaning: Meaning): Size | undefined {
  const of = (part: Expression) => sizeOn(part, box, meaning);
  switch (tree.kind) {
    case "number": {
      const sign = tree.value.compare(0) < 0 ? -1 : 1;
      return { sign, log: log(numberOn(tree.value.abs())), slopes: flat(box) };
    }
    case "symbol": {
      const definition = meaning.defined.get(tree.name);
      if (definition) return of(definition);
      const place = meaning.names.indexOf(tree.name);
      return { sign: 1, log: box[place] as Interval, slopes: box.map((_, k) => (k === place ? ONE : ZERO)) };
    }
    case "negative": {
      const found = of(tree.of);
      return found && { ...found, sign: found.sign === 1 ? -1 : 1 };
    }
    case "call": {
      const args = tree.of.map(of);
      if (args.some((one) => one === undefined)) return undefined;
      return called(tree, args as Size[], box, meaning);
    }
    case "operator": {
      const x = of(tree.left);
      if (x === undefined) return undefined;
      if (tree.operator === "^") {
        const c = valueOn(tree.right, box, meaning);
        return c && raised(x, c);
      }
      const y = of(tree.right);
      if (y === undefined) return undefined;
      const sign = x.sign === y.sign ? 1 : -1;
      if (tree.operator === "*") return { sign, log: add(x.log, y.log), slopes: paired(x, y, add) };
      if (tree.operator === "/") return { sign, log: sub(x.log, y.log), slopes: paired(x, y, sub) };
      const second: Size = tree.operator === "-" ? { ...y, sign: y.sign === 1 ? -1 : 1 } : y;
      const ratio = ratioLog(box, second, x, (at) => {
        const both = [tree.right, tree.left].map((part) => natural(part, at, meaning));
        return both.some((one) => one === undefined) ? undefined : (both as [Size, Size]);
      });
      return second.sign === x.sign ? sum(x, second, ratio) : difference(x, second, ratio);
    }
  }
}

function called(
  { name, of }: Extract<Expression, { kind: "call" }>,
  args: readonly Size[],
  box: Box,
  meaning: Meaning,
): Size | undefined {
  const [x] = args as [Size];
  if (name === "sqrt") return raised(x, { value: point(0.5), slopes: flat(box) });
  if (name === "exp") {
    const v = valueOn(of[0] as Expression, box, meaning);
    return v && { sign: 1, log: v.value, slopes: v.slopes };
  }
  if (name === "log") return logarithm(x);
  if ((name !== "min" && name !== "max") || args.some(({ sign }) => sign !== 1)) return undefined;
  return args.slice(1).reduce((a, b) => chosen(a, b, name === "min" ? min : max), x);
}

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
  switch (tree.kind) {
    case "number":
      return { value: numberOn(tree.value), slopes: flat(box) };
    case "negative": {
      const x = of(tree.of);
      return x && { value: neg(x.value), slopes: x.slopes.map(neg) };
    }
    case "symbol": {
      const definition = meaning.defined.get(tree.name);
      return definition && of(definition);
    }
    case "call": {
      const [part] = tree.of as [Expression];
      if (tree.name === "log") {
        const size = sizeOn(part, box, meaning);
        return size?.sign === 1 ? { value: size.log, slopes: size.slopes } : undefined;
      }
      const x = tree.name === "sqrt" ? of(part) : undefined;
      return x && rootOf(x);
    }
    case "operator": {
      const [x, y] = [of(tree.left), of(tree.right)];
      return x && y && combined(tree.operator, x, y);
    }
  }
}
