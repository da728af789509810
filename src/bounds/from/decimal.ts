import { Decimal } from "decimal.js";
import type { Interval } from "../../interval/interval.ts";
import { nextDown, nextUp } from "../../numeric/nextUp.ts";

/** Beyond the doubles in size, and far finer: what is rounded to one moves less than a neighbour. */
const Precise = Decimal.clone({ precision: 40, minE: -9e15, maxE: 9e15 });

/** Digits of the numbers that are told. */
const DIGITS = 6;

/** The number with a given logarithm, in few digits, not below it (up) or not above it. */
export function numberWithLog(log: number, up: boolean): Decimal {
  const near = new Precise(log).exp();
  return near.toSignificantDigits(DIGITS, up ? Decimal.ROUND_UP : Decimal.ROUND_DOWN);
}

/** The least whole number whose logarithm is not below a given one. */
export function wholeWithLog(log: number): Decimal {
  const near = new Precise(log).exp().ceil();
  return logAround(near).lo >= log ? near : near.add(1);
}

/** The number one unit of the last digit before (-1) or after (1). */
export const neighbour = (x: Decimal, step: 1 | -1): Decimal => x.add(new Precise(10).pow(x.e - DIGITS + 1).mul(step));

/** An interval around the logarithm of a positive number. */
export function logAround(x: Decimal): Interval {
  const log = new Precise(x).ln();
  if (log.isZero()) return { lo: 0, hi: 0 };
  const near = log.toNumber();
  return { lo: nextDown(near), hi: nextUp(near) };
}
