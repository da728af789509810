import fc from "fast-check";

/** Parts into which a range is cut. */
const PARTS = 1 << 20;

/**
 * A number in a range, uniform but for fast-check's liking for ends.
 *
 * `fc.double` is uniform in its bits instead: where the range touches 0, it is almost always next to 0.
 *
 * @param min the least
 * @param max the largest
 * @returns an arbitrary; it shrinks towards `min`
 * Source: ours.
 */
export const uniform = (min: number, max: number): fc.Arbitrary<number> =>
  fc.nat({ max: PARTS }).map((k) => min * (1 - k / PARTS) + max * (k / PARTS));

/** A number in [0, 1]. */
export const share: fc.Arbitrary<number> = uniform(0, 1);
