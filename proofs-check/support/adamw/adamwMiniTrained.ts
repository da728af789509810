import type { Letters } from "../choices/adamwStudy.ts";

/** A training of mini-batch AdamW that is cheap; every hypothesis is met with the constant 1, and lambda lies in [b^2/n, 1] = [1/24, 1]. */
export const TRAINED: Letters = {
  ...{ n: 24, b: 1, s: 4, sigmaP: 0.5, alpha: 0.2, m: 5, sigma0: 0.08, eta: 1.5e-3, lambda: 0.25, cEps: 1 },
  betas: [0.5, 0.9],
};
