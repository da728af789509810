import { openStream } from "../../../src/random/stream.ts";
import { uniform } from "../../../src/random/uniform.ts";
import { parseRun } from "../../../src/sim/run.ts";
import { type MarginEnd, type MarginTraining, marginEndOf } from "./marginEnd.ts";

const N = 4;
/** All examples. */
export const RADEMACHER_N = N;
const D = 24;
const SCALES = [0.5, 2] as const;

/** The sizes in words. */
export const RADEMACHER_AT = `n = ${N}, d = ${D}, y_i x_i = a_i (1, +-1, ..., +-1), a_i uniform in [1/2, 2], linear network`;

/**
 * Scaled Rademacher data: all coordinates of an example are of one size, and the first tells the classes apart.
 *
 *   y_i x_i = a_i (1, r_i2, ..., r_id),  r_ik = +-1
 *
 * @param seed of a_i in [1/2, 2] and of the signs
 * @returns y_i x_i, [n][d]
 * Source: [BSY25], at second hand.
 * @example
 * scaledRademacher(1).every((row) => row.every((x) => Math.abs(x) === row[0])) // => true
 */
export function scaledRademacher(seed: number): number[][] {
  const stream = openStream(seed, "trainOwn", 0);
  return Array.from({ length: N }, () => {
    const scale = SCALES[0] + (SCALES[1] - SCALES[0]) * uniform(stream);
    return Array.from({ length: D }, (_, k) => (k === 0 || uniform(stream) < 0.5 ? scale : -scale));
  });
}

/**
 * Trains the linear network on scaled Rademacher data, batches in a cycle, from 0, with lr/sqrt(t).
 *
 * What the network sees of an example is the sum of its patches, y e_1 + xi: xi = y (y x - e_1).
 *
 * @param training optimizer, epochs, seed of the data, examples of a batch
 * @returns the margins of the end
 * Source: ours; incremental Adam of [BSY25] goes through the examples in a cycle.
 */
export function rademacherEnd({
  optimizer,
  epochs,
  seed,
  batchSize,
}: Pick<MarginTraining, "optimizer" | "epochs" | "seed"> & { readonly batchSize: number }): MarginEnd {
  const labels = Array.from({ length: N }, (_, i) => (i % 2 === 0 ? 1 : -1));
  const noisePatches = scaledRademacher(seed).map((row, i) =>
    row.map((x, k) => (labels[i] as number) * (k === 0 ? x - 1 : x)),
  );
  const steps = epochs * Math.ceil(N / batchSize);
  const batches = Array.from({ length: steps }, (_, t) =>
    Array.from({ length: batchSize }, (__, e) => (t * batchSize + e) % N),
  );
  return marginEndOf(
    parseRun({
      setting: { n: N, d: D, s: 1, sigmaP: 1, alpha: 0, m: 1, q: 3, sigma0: 1 },
      start: { labels, noisePatches, weights: [[new Array(D).fill(0)], [new Array(D).fill(0)]] },
      ...{ network: "linear", optimizer, batches, lrSchedule: "inverseSqrt", recordEvery: steps, testSize: 1 },
    }),
  );
}
