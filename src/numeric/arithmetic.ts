import { integerPower } from "./integerPower.ts";

/** What a formula needs of numbers of a kind: doubles, intervals, decimals. */
export interface Arithmetic<T> {
  /** A double as it is. */
  number(x: number): T;
  add(x: T, y: T): T;
  sub(x: T, y: T): T;
  mul(x: T, y: T): T;
  /** x times itself: of an enclosure never below 0, where the product of two that are alike may be. */
  square(x: T): T;
  div(x: T, y: T): T;
  /** x/y, and 0 where y is 0. */
  ratio(x: T, y: T): T;
  min(x: T, y: T): T;
  max(x: T, y: T): T;
  neg(x: T): T;
  abs(x: T): T;
  /** -1, 0 or 1. */
  sign(x: T): T;
  sqrt(x: T): T;
  /** x^k for an integer k of either sign. */
  power(x: T, k: number): T;
}

/**
 * The doubles, each operation rounded to nearest; powers by `integerPower`.
 *
 * Source: IEEE 754-2019; Math.min, Math.max and Math.sign where the standard leaves a choice.
 * @example
 * DOUBLES.ratio(1, 0) // => 0
 * DOUBLES.power(2, -3) // => 0.125
 */
export const DOUBLES: Arithmetic<number> = {
  number: (x) => x,
  add: (x, y) => x + y,
  sub: (x, y) => x - y,
  mul: (x, y) => x * y,
  square: (x) => x * x,
  div: (x, y) => x / y,
  ratio: (x, y) => (y === 0 ? 0 : x / y),
  min: Math.min,
  max: Math.max,
  neg: (x) => -x,
  abs: Math.abs,
  sign: Math.sign,
  sqrt: Math.sqrt,
  power: (x, k) => (k < 0 ? 1 / integerPower(x, -k) : integerPower(x, k)),
};
