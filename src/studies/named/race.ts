import type { Part } from "../study.ts";

/** A race of the feature against disjoint noise with sqrt(s) sigmaP = 1. */
export interface Course {
  readonly n: number;
  readonly alpha: number;
  readonly lr: number;
  readonly sigma0: number;
  /** Steps of a run. */
  readonly steps: number;
}

/** A hundred steps are the start, and a sign step carries a weight to 1, as in docs/results/flip. */
export const usualCourse = (n: number, alpha: number, lr: number): Course => ({
  ...{ n, alpha, lr, sigma0: 100 * lr, steps: Math.round(1 / lr) },
});

/** What the runs of a race share. */
export const courseBase = ({ n, alpha, sigma0 }: Course) => ({
  setting: {
    ...{ n, d: 1e9, alpha, m: 10, q: 3, sigma0 },
    ...{ labels: "balanced" as const, supports: "disjoint" as const },
  },
  testSize: 200,
});

/** Batches by K = n/b, and epochs for all steps, `longer` times as many. */
export function byPeriod({ n, steps }: Course, periods: readonly number[], longer = 1) {
  const epochs = periods.map((K) => Math.ceil((longer * steps) / K));
  return { batchSize: periods.map((K) => n / K), epochs, recordEvery: epochs };
}

/** Supports by s sigmaP, which is sqrt(s). */
export const bySize = (sizes: readonly number[]) => ({
  s: sizes.map((size) => size * size),
  sigmaP: sizes.map((size) => 1 / size),
});

/** What all races vary. */
export const RACED: Part["by"] = ["s", "batchSize"];
