import { Fraction } from "../../algebra/mathjs.ts";
import { add, neg, sub } from "../../interval/add.ts";
import { div } from "../../interval/div.ts";
import { exp } from "../../interval/exp.ts";
import { ENTIRE, type Interval, point } from "../../interval/interval.ts";
import { log } from "../../interval/log.ts";
import { max, min } from "../../interval/minMax.ts";
import { mul } from "../../interval/mul.ts";
import { convexHull, intersection, isEmpty } from "../../interval/sets.ts";
import { nextDown, nextUp } from "../../numeric/nextUp.ts";
import type { Expression } from "../order/formula.ts";
import { type Box, isPoint, type Size } from "./size.ts";
import { valueOn } from "./valueOn.ts";

/** What a formula's names are: places in the box, or formulas. */
export interface Meaning {
  readonly names: readonly string[];
  readonly defined: ReadonlyMap<string, Expression>;
}

const ZERO = point(0);
const ONE = point(1);
const HALF: Expression = { kind: "number", value: new Fraction("1/2"), at: 0 };

/** A double's neighbours around an integer that may be none. */
function around(value: bigint): Interval {
  const near = Number(value);
  if (!Number.isFinite(near)) return { lo: Number.MAX_VALUE, hi: Infinity };
  return BigInt(near) === value ? point(near) : { lo: nextDown(near), hi: nextUp(near) };
}

export const numberOn = ({ s, n, d }: Fraction): Interval => mul(point(Number(s)), div(around(n), around(d)));

/** Both hold the same numbers. */
const met = (x: Interval, y: Interval): Interval => {
  const both = intersection(x, y);
  return isEmpty(both) ? x : both;
};

/** A number with one slope a symbol, each made from two. */
const paired = (x: Size, y: Size, slope: (a: Interval, b: Interval) => Interval) =>
  x.slopes.map((one, k) => slope(one, y.slopes[k] as Interval));

/** The corner of a box where what grows and falls with each symbol as its slope says is least (-1) or greatest (1); undefined where a slope has no sign or the corner is infinite. */
function corner(box: Box, slopes: readonly Interval[], end: -1 | 1): Box | undefined {
  const found = box.map(({ lo, hi }, k) => {
    const slope = slopes[k] as Interval;
    if (slope.lo === 0 && slope.hi === 0) return Number.isFinite(lo) ? lo : hi;
    const rises = slope.lo >= 0 ? 1 : slope.hi <= 0 ? -1 : undefined;
    return rises && (rises === end ? hi : lo);
  });
  if (found.some((at) => at === undefined || !Number.isFinite(at))) return undefined;
  return found.map((at) => point(at as number));
}

/**
 * A number by what it is at the corners of the box, where its slopes have signs.
 *
 * @param natural an enclosure of it over the box
 * @param slopes of it
 * @param at it at a point
 */
export function cornered(
  box: Box,
  natural: Interval,
  slopes: readonly Interval[],
  at: (corner: Box) => Interval | undefined,
): Interval {
  if (isPoint(box)) return natural;
  const [least, most] = ([-1, 1] as const).map((end) => {
    const there = corner(box, slopes, end);
    return there && at(there);
  });
  return met(natural, { lo: least?.lo ?? -Infinity, hi: most?.hi ?? Infinity });
}

/** log of x/y, over the box, from their own; `again` computes one at a point. */
export function ratioLog(box: Box, x: Size, y: Size, again: (at: Box) => readonly [Size, Size] | undefined): Interval {
  const slopes = paired(x, y, sub);
  // Infinite ends that meet say nothing.
  const natural = sub(x.log, y.log);
  const safe = Number.isNaN(natural.lo) || Number.isNaN(natural.hi) ? ENTIRE : natural;
  return cornered(box, safe, slopes, (at) => {
    const both = again(at);
    return both?.every((one) => !isEmpty(one.log)) ? sub(both[0].log, both[1].log) : undefined;
  });
}

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
      return called(tree.name, tree.of, args as Size[], box, meaning);
    }
    case "operator": {
      const x = of(tree.left);
      if (x === undefined) return undefined;
      if (tree.operator === "^") return raised(x, tree.right, box, meaning);
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

/** x + y of one sign, r = log(y/x): log = log x + log(1 + e^r) = log y + log(1 + e^-r). */
function sum(x: Size, y: Size, r: Interval): Size {
  const [one, other] = [add(x.log, log(add(ONE, exp(r)))), add(y.log, log(add(ONE, exp(neg(r)))))];
  const weight = div(ONE, add(ONE, exp(neg(r))));
  return {
    sign: x.sign,
    log: met(one, other),
    slopes: paired(x, y, (a, b) => met(convexHull(a, b), add(a, mul(weight, sub(b, a))))),
  };
}

/** x + y of opposite signs: of the larger one's, if that is certain. */
function difference(x: Size, y: Size, r: Interval): Size | undefined {
  if (r.lo > 0) return difference(y, x, neg(r));
  if (!(r.hi < 0)) return undefined;
  const rest = sub(ONE, exp(r));
  const weight = div(exp(r), rest);
  return {
    sign: x.sign,
    log: add(x.log, log(rest)),
    slopes: paired(x, y, (a, b) => add(a, mul(weight, sub(a, b)))),
  };
}

/** x^c: log = c log x. */
function raised(x: Size, exponent: Expression, box: Box, meaning: Meaning): Size | undefined {
  const c = valueOn(exponent, box, meaning);
  if (c === undefined || x.sign === -1) return undefined;
  return {
    sign: 1,
    log: mul(c.value, x.log),
    slopes: x.slopes.map((slope, k) => add(mul(c.value, slope), mul(c.slopes[k] as Interval, x.log))),
  };
}

function called(
  name: string,
  trees: readonly Expression[],
  args: readonly Size[],
  box: Box,
  meaning: Meaning,
): Size | undefined {
  const [x] = args as [Size];
  if (name === "sqrt") return x.sign === -1 ? undefined : raised(x, HALF, box, meaning);
  if (name === "exp") {
    const v = valueOn(trees[0] as Expression, box, meaning);
    return v && { sign: 1, log: v.value, slopes: v.slopes };
  }
  if (name === "log") {
    if (x.sign === -1) return undefined;
    const sign = x.log.lo >= 0 ? 1 : x.log.hi <= 0 ? -1 : undefined;
    if (sign === undefined) return undefined;
    const size = sign === 1 ? x.log : neg(x.log);
    return { sign, log: log(size), slopes: x.slopes.map((slope) => div(slope, x.log)) };
  }
  if ((name !== "min" && name !== "max") || args.some(({ sign }) => sign !== 1)) return undefined;
  const choose = name === "min" ? min : max;
  return (args as Size[]).slice(1).reduce((a, b) => chosen(a, b, choose), x);
}

/** The lesser or greater of two; the slope is that of either where it is not certain which it is. */
function chosen(a: Size, b: Size, choose: (x: Interval, y: Interval) => Interval): Size {
  return { sign: 1, log: choose(a.log, b.log), slopes: paired(a, b, convexHull) };
}
