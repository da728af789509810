/**
 * The synthetic experiment of [T25] D.2: 100 examples a class.
 *
 * q is not printed; 3 is the smallest power that Definition 3.2 allows.
 */
export const T25_SETTING = {
  ...{ n: 200, d: 1000, s: 100, sigmaP: 0.1, alpha: 0.2, m: 20, q: 3, sigma0: 0.01 },
  labels: "balanced",
} as const;

/** Epochs, step size and sizes of batches of every synthetic run of [T25] D.2. */
export const T25_RUNS = { epochs: 10000, lr: 5e-5, batchSizes: [100, 2] } as const;
