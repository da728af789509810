import type { Operator } from "../../algebra/formula.ts";
import { add, sub } from "../../interval/add.ts";
import { div } from "../../interval/div.ts";
import { exp } from "../../interval/exp.ts";
import { type Interval, point } from "../../interval/interval.ts";
import { log } from "../../interval/log.ts";
import { mul } from "../../interval/mul.ts";
import { sqrt } from "../../interval/sqrt.ts";
import { paired } from "./size.ts";

/** A number that depends on positive symbols: enclosures of it and of its derivatives by their logarithms. */
export interface Value {
  readonly value: Interval;
  readonly slopes: readonly Interval[];
}

const TWO = point(2);

/** A square root, of what is not negative. */
export function rootOf({ value, slopes }: Value): Value | undefined {
  if (!(value.lo >= 0)) return undefined;
  const root = sqrt(value);
  return { value: root, slopes: slopes.map((slope) => div(slope, mul(TWO, root))) };
}

/** x^c of a positive x and a c without slopes. */
function power(x: Value, c: Value): Value | undefined {
  if (!(x.value.lo > 0) || c.slopes.some(({ lo, hi }) => lo !== 0 || hi !== 0)) return undefined;
  const to = (exponent: Interval) => exp(mul(exponent, log(x.value)));
  const steep = mul(c.value, to(sub(c.value, point(1))));
  return { value: to(c.value), slopes: x.slopes.map((slope) => mul(steep, slope)) };
}

/** A sum, difference, product, quotient or power; undefined where it is not certain to be defined. */
export function combined(operator: Operator, x: Value, y: Value): Value | undefined {
  switch (operator) {
    case "+":
      return { value: add(x.value, y.value), slopes: paired(x, y, add) };
    case "-":
      return { value: sub(x.value, y.value), slopes: paired(x, y, sub) };
    case "*": {
      const slope = (a: Interval, b: Interval) => add(mul(a, y.value), mul(x.value, b));
      return { value: mul(x.value, y.value), slopes: paired(x, y, slope) };
    }
    case "/": {
      if (y.value.lo <= 0 && y.value.hi >= 0) return undefined;
      const value = div(x.value, y.value);
      return { value, slopes: paired(x, y, (a, b) => div(sub(a, mul(value, b)), y.value)) };
    }
    case "^":
      return power(x, y);
  }
}
