import { add, neg, sub } from "../../interval/add.ts";
import { div } from "../../interval/div.ts";
import { exp } from "../../interval/exp.ts";
import { type Interval, point } from "../../interval/interval.ts";
import { log } from "../../interval/log.ts";
import { max, min } from "../../interval/minMax.ts";
import { mul } from "../../interval/mul.ts";
import { pown } from "../../interval/pown.ts";
import { sqrt } from "../../interval/sqrt.ts";
import { nextDown, nextUp } from "../../numeric/nextUp.ts";
import type { Expression, Formula } from "./formula.ts";
import type { Values } from "./valueOf.ts";

/** Of the functions that `valueOf` knows those that intervals have. */
const CALLS: Readonly<Record<string, (first: Interval, ...rest: readonly Interval[]) => Interval | undefined>> = {
  // Of what may be below 0 there may be none.
  sqrt: (of) => (of.lo >= 0 ? sqrt(of) : undefined),
  log,
  exp,
  min: (...of) => of.reduce(min),
  max: (...of) => of.reduce(max),
};

/** Decimals take a double as its shortest text says it, which is off by half a unit of the last place at most. */
const around = (x: number): Interval => (Number.isSafeInteger(x) ? point(x) : { lo: nextDown(x), hi: nextUp(x) });

function power(x: Interval, y: Interval): Interval | undefined {
  if (y.lo === y.hi && Number.isInteger(y.lo)) return pown(x, y.lo);
  return x.lo > 0 ? exp(mul(y, log(x))) : undefined;
}

function combined(operator: "+" | "-" | "*" | "/" | "^", x: Interval, y: Interval): Interval | undefined {
  switch (operator) {
    case "+":
      return add(x, y);
    case "-":
      return sub(x, y);
    case "*":
      return mul(x, y);
    case "/":
      return y.lo > 0 || y.hi < 0 ? div(x, y) : undefined;
    case "^":
      return power(x, y);
  }
}

/** An interval of finite numbers, or nothing. */
const finite = (x: Interval | undefined): Interval | undefined =>
  x !== undefined && Number.isFinite(x.lo) && Number.isFinite(x.hi) ? x : undefined;

/**
 * A formula at a concrete setting, between two doubles: much sooner had than 30 digits.
 *
 * @param formula in symbols
 * @param values finite numbers by symbol
 * @returns an interval that holds the real value for the values that `valueOf` takes; undefined where doubles have none: a symbol without a value or with
 *   one that is text, a function that intervals lack, a root, logarithm or quotient that is not sure to exist, or what leaves the finite numbers
 * Source: ours; src/interval.
 * @example
 * const { lo, hi } = enclosureAt(parseFormula("sigma0^(q-2)*sigmaP/n"), { sigma0: 0.01, q: 3, sigmaP: 0.1, n: 200 })
 * [lo < 5e-6, hi > 5e-6, hi - lo < 1e-20] // => [true, true, true]
 */
export function enclosureAt(formula: Formula, values: Values): Interval | undefined {
  const walk = (part: Expression): Interval | undefined => {
    switch (part.kind) {
      case "number": {
        const [over, under] = [Number(part.value.n), Number(part.value.d)];
        if (!Number.isSafeInteger(over) || !Number.isSafeInteger(under)) return undefined;
        return div(point(Number(part.value.s) * over), point(under));
      }
      case "symbol": {
        const value = values[part.name];
        return typeof value === "number" && Number.isFinite(value) ? around(value) : undefined;
      }
      case "negative": {
        const of = walk(part.of);
        return of && neg(of);
      }
      case "call": {
        const [first, ...rest] = part.of.map(walk);
        const call = CALLS[part.name];
        if (!call || !first || rest.includes(undefined)) return undefined;
        return finite(call(first, ...(rest as Interval[])));
      }
      case "operator": {
        const [left, right] = [walk(part.left), walk(part.right)];
        return left && right && finite(combined(part.operator, left, right));
      }
    }
  };
  return walk(formula.tree);
}
