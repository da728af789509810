import { nextDown, nextUp } from "../numeric/nextUp.ts";

/**
 * Steps from a result r of src/numeric's exp or log to a bound on the real value y. Their error is documented, and tested, as below
 * 1 ulp of y; these allow for any below 2 ulps, which docs/notes/intervals.md shows. For sizes: an ulp of y in [2^e, 2^(e+1)) is
 * v = 2^(e-52); from 2^e upwards a step is v or more, below 2^e it is v/2, among subnormals v. If r >= 2^e, or r > y, 2 steps do.
 * Else r = 2^e - j v/2 with j = 1, 2 or 3: j steps to 2^e, and y is less than (2 - j/2) v beyond, so 2, 1 or 1 more: 4 at most.
 */
const STEPS = 4;

/**
 * A bound from above on a number known with an error below 2 ulps.
 *
 * @param x any double
 * @returns the fourth double above x, or Infinity
 * Source: ours; the argument is above.
 * @example
 * widenUp(1) // => 1.0000000000000009
 */
export function widenUp(x: number): number {
  let bound = x;
  for (let step = 0; step < STEPS; step++) bound = nextUp(bound);
  return bound;
}

/**
 * A bound from below on a number known with an error below 2 ulps.
 *
 * @param x any double
 * @returns the fourth double below x, or -Infinity
 * Source: as `widenUp`.
 * @example
 * widenDown(2) // => 1.9999999999999991
 */
export function widenDown(x: number): number {
  let bound = x;
  for (let step = 0; step < STEPS; step++) bound = nextDown(bound);
  return bound;
}
