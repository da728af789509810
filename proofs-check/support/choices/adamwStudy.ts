import type { RunInput } from "../../meeting.ts";
import { roomFor } from "./room.ts";

/** The letters of a study of AdamW, each free to vary apart. */
export interface Letters {
  readonly n: number;
  /** Batch size. */
  readonly b: number;
  readonly s: number;
  readonly sigmaP: number;
  readonly alpha: number;
  readonly m: number;
  readonly sigma0: number;
  readonly eta: number;
  readonly lambda: number;
  /** eps = cEps lambda eta. */
  readonly cEps: number;
  readonly betas: readonly [number, number];
}

/**
 * The run of a study: AdamW as the paper prints it (no bias correction, eps = cEps lambda eta), q = 3, disjoint supports.
 *
 * @param letters all of them
 * @param steps how long, rounded up to whole epochs
 * @param seed of the run
 * @param records moments told after the start
 * @returns a run file
 * Source: ours; [T25] 3.6.
 */
export function studyRun(letters: Letters, steps: number, seed: number, records = 1): RunInput {
  const { n, b, s, sigmaP, alpha, m, sigma0, eta, lambda, cEps, betas } = letters;
  const recordEvery = Math.max(1, Math.ceil((steps * b) / n / records));
  return {
    setting: { n, d: roomFor(n, s), s, sigmaP, alpha, m, q: 3, sigma0, labels: "balanced", supports: "disjoint" },
    optimizer: { name: "adamw", lr: eta, weightDecay: lambda, betas, eps: cEps * lambda * eta, convention: "paper" },
    batchSize: b,
    epochs: records * recordEvery,
    seed,
    testSize: 1,
    recordEvery,
  };
}
