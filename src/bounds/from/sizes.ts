import { add, neg, sub } from "../../interval/add.ts";
import { div } from "../../interval/div.ts";
import { exp } from "../../interval/exp.ts";
import { type Interval, point } from "../../interval/interval.ts";
import { log } from "../../interval/log.ts";
import { mul } from "../../interval/mul.ts";
import { convexHull } from "../../interval/sets.ts";
import { met } from "./enclosure.ts";
import { paired, type Size } from "./size.ts";
import type { Value } from "./values.ts";

const ONE = point(1);

/** x + y of one sign, r = log(y/x): log = log x + log(1 + e^r) = log y + log(1 + e^-r). */
export function sum(x: Size, y: Size, r: Interval): Size {
  const [one, other] = [add(x.log, log(add(ONE, exp(r)))), add(y.log, log(add(ONE, exp(neg(r)))))];
  const weight = div(ONE, add(ONE, exp(neg(r))));
  return {
    sign: x.sign,
    log: met(one, other),
    slopes: paired(x, y, (a, b) => met(convexHull(a, b), add(a, mul(weight, sub(b, a))))),
  };
}

/** x + y of opposite signs: of the larger one's, if that is certain. */
export function difference(x: Size, y: Size, r: Interval): Size | undefined {
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
export const raised = (x: Size, c: Value): Size | undefined =>
  x.sign === -1
    ? undefined
    : { sign: 1, log: mul(c.value, x.log), slopes: paired(x, c, (a, b) => add(mul(c.value, a), mul(b, x.log))) };

/** log x, where its sign is certain. */
export function logarithm(x: Size): Size | undefined {
  if (x.sign === -1) return undefined;
  const sign = x.log.lo >= 0 ? 1 : x.log.hi <= 0 ? -1 : undefined;
  if (sign === undefined) return undefined;
  return { sign, log: log(sign === 1 ? x.log : neg(x.log)), slopes: x.slopes.map((slope) => div(slope, x.log)) };
}

/** The lesser or greater of two; the slope is that of either where it is not certain which it is. */
export function chosen(a: Size, b: Size, choose: (x: Interval, y: Interval) => Interval): Size {
  return { sign: 1, log: choose(a.log, b.log), slopes: paired(a, b, convexHull) };
}
