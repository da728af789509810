/**
 * The nine pairs (b1, b2) of [T25] D.3: b1 in {0, 0.5, 0.9} with b2 in {0.5, 0.9, 0.95} where b1^2 < b2, and (0.9, 0.99).
 *
 * A group of lists that are gone through together.
 */
export const PRINTED_BETAS = {
  beta1: [0, 0, 0, 0.5, 0.5, 0.5, 0.9, 0.9, 0.9],
  beta2: [0.5, 0.9, 0.95, 0.5, 0.9, 0.95, 0.9, 0.95, 0.99],
} as const;
