/** A published row: training and test error at the end. */
interface Errors {
  readonly batchSize: number;
  readonly trainError: number;
  readonly testError: number;
}

/** [T25] Table 1: Adam, lambda = 1e-5. */
export const T25_TABLE_1 = {
  weightDecay: 1e-5,
  rows: [
    { batchSize: 100, trainError: 0, testError: 0.9545 },
    { batchSize: 2, trainError: 0, testError: 0 },
  ] satisfies Errors[],
} as const;

/** [T25] Table 2: AdamW, lambda = 0.01; Figure 6 says that lambda = 0.5 ends likewise. */
export const T25_TABLE_2 = {
  weightDecay: 0.01,
  alike: 0.5,
  rows: [
    { batchSize: 100, trainError: 0, testError: 0.5485 },
    { batchSize: 2, trainError: 0, testError: 0 },
  ] satisfies Errors[],
} as const;

/** [T25] Figure 5: Adam "fails to train" at this weight decay; it prints no number. */
export const T25_FIGURE_5 = { weightDecay: 0.05, words: "fails to train" } as const;
