/** What [Z21] says of its synthetic experiment, in words; the ranges are how they are read. */
export const Z21_SYNTHETIC = {
  weightDecay: 1e-5,
  gd: { trainError: 0, testError: { words: "near 0", range: [0, 0.05] } },
  adam: { trainError: 0, testError: { words: "well above 1/2", range: [0.5, 1] } },
} as const;

/**
 * What Theorem 4.2 says of a convex model with decay and without. "The same solution" read as: a hundredth of its length, what is left of Adam's constant
 * step size.
 */
export const Z21_CONVEX = {
  same: {
    distance: { words: "same solution", range: [0, 0.01] },
    testErrors: { words: "same test error", range: [0, 0.01] },
  },
  different: {
    distance: { words: "may differ", range: [0, 2] },
    testErrors: { words: "may differ", range: [0, 1] },
  },
} as const;
