import { nextUp } from "../numeric/nextUp.ts";
import { productMinus } from "./productMinus.ts";

/*
 * Sums, products, quotients and roots rounded up and down, each to the double next to the real result (or that double itself).
 *
 * JavaScript rounds them to nearest. The error of the rounded result has a sign that can be computed exactly, so the result moves to
 * its neighbour only if the real one lies beyond: exact results stay. Ends of intervals may be infinite; such an operand
 * stands for the limit: Infinity - 1 = Infinity, 1/Infinity = 0, and 0 * Infinity = 0/0 = 0 (what the ends of a product need).
 */

/** Rounds up: the result rounded to nearest, or its upper neighbour if the real result exceeds it. */
const up = (nearest: number, excess: number) => (excess > 0 ? nextUp(nearest) : nearest + 0);

/** A result outside the range of doubles: 0 is below a positive real result, Infinity above every one. */
const outside = (nearest: number, sign: number) => up(nearest, nearest === 0 ? sign : -nearest);
const isOutside = (nearest: number) => nearest === 0 || !Number.isFinite(nearest);

/**
 * x + y rounded up.
 *
 * fl(x + y) + e = x + y with e = y - (fl(x + y) - x), |x| >= |y|: exact among subnormals too, and no step of it overflows.
 *
 * @param x a double, not NaN
 * @param y a double, not NaN, not the infinity opposite to x
 * @returns the least double >= x + y; Infinity above the largest double, -1.7976931348623157e308 for a sum below the least one
 * Source: T. J. Dekker (1971), Fast2Sum.
 * @example
 * sumUp(1, 1e-300) // => 1.0000000000000002
 * sumUp(1, 2) // => 3
 */
export function sumUp(x: number, y: number): number {
  const s = x + y;
  // Infinite because an operand is: nothing was rounded. Infinite because it overflowed: -Infinity is below the sum.
  if (!Number.isFinite(s)) return Number.isFinite(x) && Number.isFinite(y) ? outside(s, 0) : s;
  return up(s, Math.abs(x) >= Math.abs(y) ? y - (s - x) : x - (s - y));
}

/**
 * x y rounded up.
 *
 * @param x a double, not NaN
 * @param y a double, not NaN
 * @returns the least double >= x y; 0 if either is 0
 * Source: ours, from `productMinus`.
 * @example
 * productUp(3, 0.1) // => 0.30000000000000004
 * productUp(1e-200, 1e-200) // => 5e-324
 * productUp(0, Infinity) // => 0
 */
export function productUp(x: number, y: number): number {
  if (x === 0 || y === 0) return 0;
  const p = x * y;
  if (!Number.isFinite(x) || !Number.isFinite(y)) return p;
  return isOutside(p) ? outside(p, Math.sign(x) * Math.sign(y)) : up(p, productMinus(x, y, p));
}

/**
 * x / y rounded up.
 *
 * x/y - q = (x - q y)/y
 *
 * @param x a double, not NaN
 * @param y a double, not NaN; 0 stands for the limit from above, -0 for that from below
 * @returns the least double >= x/y; 0 if x is 0 or y infinite
 * Source: ours, from `productMinus`.
 * @example
 * quotientUp(1, 3) // => 0.33333333333333337
 * quotientUp(1, -0) // => -Infinity
 */
export function quotientUp(x: number, y: number): number {
  if (x === 0 || !Number.isFinite(y)) return 0;
  const q = x / y;
  if (!Number.isFinite(x) || y === 0) return q;
  return isOutside(q) ? outside(q, Math.sign(x) * Math.sign(y)) : up(q, -productMinus(q, y, x) * Math.sign(y));
}

/** sqrt(x) rounded to nearest, and the sign of the real root minus it. */
function root(x: number): [nearest: number, excess: number] {
  const s = Math.sqrt(x);
  return [s, x === 0 || x === Infinity ? 0 : -productMinus(s, s, x)];
}

/**
 * sqrt(x) rounded up.
 *
 * @param x a double >= 0
 * @returns the least double >= sqrt(x)
 * Source: ours, from `productMinus`.
 * @example
 * rootUp(2) // => 1.4142135623730951
 * rootUp(4) // => 2
 */
export const rootUp = (x: number): number => up(...root(x));

/**
 * sqrt(x) rounded down.
 *
 * @param x a double >= 0
 * @returns the greatest double <= sqrt(x)
 * Source: as `rootUp`.
 * @example
 * rootDown(2) // => 1.414213562373095
 */
export function rootDown(x: number): number {
  const [nearest, excess] = root(x);
  return 0 - up(-nearest, -excess);
}

/**
 * x + y rounded down.
 *
 * @param x as for `sumUp`
 * @param y as for `sumUp`
 * @returns the greatest double <= x + y
 * Source: -((-x) + (-y)) rounded up.
 * @example
 * sumDown(1, -1e-300) // => 0.9999999999999999
 */
export const sumDown = (x: number, y: number): number => 0 - sumUp(-x, -y);

/**
 * x y rounded down.
 *
 * @param x as for `productUp`
 * @param y as for `productUp`
 * @returns the greatest double <= x y
 * Source: -((-x) y) rounded up.
 * @example
 * productDown(3, 0.1) // => 0.3
 * productDown(1e200, 1e200) // => 1.7976931348623157e308
 */
export const productDown = (x: number, y: number): number => 0 - productUp(-x, y);

/**
 * x / y rounded down.
 *
 * @param x as for `quotientUp`
 * @param y as for `quotientUp`
 * @returns the greatest double <= x/y
 * Source: -((-x)/y) rounded up.
 * @example
 * quotientDown(1, 3) // => 0.3333333333333333
 */
export const quotientDown = (x: number, y: number): number => 0 - quotientUp(-x, y);
