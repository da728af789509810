import type { Decimal } from "decimal.js";
import { Precise, precise } from "../helpers/precise.ts";
import { type Dyadic, dyadic, minus, plus, power, sign, times } from "./exact.ts";

/** A real function, known to 60 digits and, where those leave it open, exactly. */
interface Real {
  /** Whether f is defined there. */
  readonly defined?: (a: number, b: number) => boolean;
  /** f(a, b) to about 60 digits. */
  readonly near: (a: Decimal, b: Decimal) => Decimal;
  /** More than the error of `near`: of operands known to 2e-59 and of the operation itself; relative to |f| unless said otherwise. */
  readonly slack?: (near: Decimal, a: Decimal, b: Decimal) => Decimal;
  /** The sign of f(a, b) - v for finite v, without error. */
  readonly exactly: (a: number, b: number, v: number) => number;
}

const TINY = new Precise("1e-55");
const open = (name: string): never => {
  throw new Error(`60 digits do not decide ${name}`);
};

/** a^n for n >= 0; no large power but one of 0, 1 or a power of two has the 53 bits that can bring it to 55 digits of a double. */
function wholePower(a: number, n: number): Dyadic {
  const base = dyadic(a);
  return n > 64 && base.m * base.m > 1n ? open(`${a}^${n}`) : power(base, n);
}

export const REALS = {
  neg: { near: (a) => a.neg(), exactly: (a, _, v) => sign(minus(dyadic(-a), dyadic(v))) },
  add: {
    near: (a, b) => a.plus(b),
    slack: (_, a, b) => a.abs().plus(b.abs()).times(TINY),
    exactly: (a, b, v) => sign(minus(plus(dyadic(a), dyadic(b)), dyadic(v))),
  },
  sub: {
    near: (a, b) => a.minus(b),
    slack: (_, a, b) => a.abs().plus(b.abs()).times(TINY),
    exactly: (a, b, v) => sign(minus(minus(dyadic(a), dyadic(b)), dyadic(v))),
  },
  mul: {
    near: (a, b) => a.times(b),
    exactly: (a, b, v) => sign(minus(times(dyadic(a), dyadic(b)), dyadic(v))),
  },
  div: {
    defined: (_, b) => b !== 0,
    near: (a, b) => a.div(b),
    exactly: (a, b, v) => sign(minus(dyadic(a), times(dyadic(v), dyadic(b)))) * Math.sign(b) + 0,
  },
  sqrt: {
    defined: (a) => a >= 0,
    near: (a) => a.sqrt(),
    exactly: (a, _, v) => (v < 0 ? 1 : sign(minus(dyadic(a), power(dyadic(v), 2)))),
  },
  pown: {
    defined: (a, n) => a !== 0 || n >= 0,
    near: (a, n) => a.pow(n),
    // The error of a grows |n|-fold.
    slack: (near, _, n) => near.abs().times(n.abs().plus(100)).times("1e-57"),
    exactly: (a, n, v) => {
      const whole = wholePower(a, Math.abs(n));
      // a^-k - v = (1 - v a^k)/a^k
      return n >= 0 ? sign(minus(whole, dyadic(v))) : sign(minus(dyadic(1), times(dyadic(v), whole))) * sign(whole) + 0;
    },
  },
  exp: {
    near: (a) => a.exp(),
    // e^a is never 0 and, but for a = 0, no double: what 60 digits leave open is a next to 0.
    exactly: (a, _, v) => (v <= 0 ? 1 : v === 1 ? Math.sign(a) : open(`e^${a} against ${v}`)),
  },
  log: {
    defined: (a) => a > 0,
    near: (a) => a.ln(),
    // An error of 2e-59 in a is one of 2e-59 in its logarithm, however small that is.
    slack: (near) => near.abs().plus(1).times(TINY),
    exactly: (a, _, v) => (v === 0 ? Math.sign(a - 1) : open(`ln ${a} against ${v}`)),
  },
  min: {
    near: (a, b) => Precise.min(a, b),
    exactly: (a, b, v) => sign(minus(dyadic(Math.min(a, b)), dyadic(v))),
  },
  max: {
    near: (a, b) => Precise.max(a, b),
    exactly: (a, b, v) => sign(minus(dyadic(Math.max(a, b)), dyadic(v))),
  },
} satisfies Record<string, Real>;
export type RealName = keyof typeof REALS;

export const isDefined = (name: RealName, a: number, b: number): boolean =>
  (REALS[name] as Real).defined?.(a, b) ?? true;

export type Judge = (v: number) => number;

/**
 * Places doubles below, at or above f(a, b): with 60 digits, and without rounding where the two are too close for those.
 *
 * @returns v -> sign of f(a, b) - v
 */
export function judge(name: RealName, a: number, b: number): Judge {
  const real: Real = REALS[name];
  const [x, y] = [precise(a), precise(b)];
  const near = real.near(x, y);
  const slack = real.slack?.(near, x, y) ?? near.abs().times(TINY);
  return (v) => {
    if (!Number.isFinite(v)) return -Math.sign(v);
    if (!near.isFinite()) return near.s;
    const distance = near.minus(precise(v));
    return distance.abs().gt(slack.plus(TINY.times(Math.abs(v)))) ? distance.s : real.exactly(a, b, v);
  };
}
