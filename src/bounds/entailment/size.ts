import type { OrderedSpace } from "../../algebra/linear/orderedSpace.ts";
import { Fraction } from "../../algebra/mathjs.ts";
import { signOf } from "../order/polynomial.ts";
import { compareWithOne } from "./numbers.ts";

/**
 * The logarithm of a quantity: so many times each of these levels, the largest first. Between log n, log log n and 1 lie what is not known of a bound:
 * a small power of n, any power of log n, a small one, any constant, a factor a little above 1. Integers are logs of constants.
 */
export type Size = ReadonlyMap<string, Fraction>;

/** Levels above that of constants, and the one below. */
const ABOVE = ["beyond", "anyPower", "n", "smallPower", "anyLog", "log", "smallLog", "anyConstant"] as const;
const LAST = "smallConstant";

export type Level = (typeof ABOVE)[number] | typeof LAST;

export const isLevel = (key: string): boolean => (ABOVE as readonly string[]).includes(key) || key === LAST;

const ZERO: Size = new Map();

function add(a: Size, b: Size): Size {
  const sum = new Map(a);
  for (const [key, value] of b) {
    const total = (sum.get(key) ?? new Fraction(0)).add(value);
    if (total.n === 0n) sum.delete(key);
    else sum.set(key, total);
  }
  return sum;
}

const scale = (a: Size, by: Fraction): Size =>
  by.n === 0n ? ZERO : new Map([...a].map(([key, value]) => [key, value.mul(by)]));

/** The sign of a logarithm: that of its largest level; constants are compared exactly. */
export function signOfSize(a: Size): number {
  for (const level of ABOVE) {
    const value = a.get(level);
    if (value !== undefined) return signOf(value);
  }
  const constants = compareWithOne([...a].filter(([key]) => !isLevel(key)));
  return constants !== 0 ? constants : signOf(a.get(LAST) ?? new Fraction(0));
}

/** Logarithms with their order, for which linear programs are solved. */
export const SIZES: OrderedSpace<Size> = {
  zero: ZERO,
  add,
  scale,
  compare: (a, b) => signOfSize(add(a, scale(b, new Fraction(-1)))),
};
