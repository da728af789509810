/** Relative; a step sums fewer than a hundred rounded terms of at most this size, and what is compared is summed in another order. */
const ROUNDING = 1e-13;

/**
 * Whether a number is positive by more than rounding.
 *
 * @param excess by which an inequality fails, negative where it holds
 * @param size of the numbers that it is the difference of
 * @returns whether it counts
 */
export const beyondRounding = (excess: number, size: number): boolean => excess > ROUNDING * Math.abs(size);
