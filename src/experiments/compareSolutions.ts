import type { Weights } from "../data/weights.ts";
import type { Run } from "../sim/run.ts";
import { simulate } from "../sim/simulate.ts";
import type { JobOptions, Outcome, SolutionDistance } from "./outcome.ts";

const dot = (a: Weights, b: Weights) => a.reduce((sum, value, k) => sum + value * (b[k] as number), 0);

/**
 * Distance between two weight vectors, absolute, relative and by angle.
 *
 * @param a [d * 2m]
 * @param b as long
 * @param epoch carried over
 * @returns the three
 * @example
 * distanceBetween(Float64Array.of(3, 0), Float64Array.of(0, 4), 7) // => { epoch: 7, distance: 5, relative: 1.25, cosine: 0 }
 */
export function distanceBetween(a: Weights, b: Weights, epoch: number): SolutionDistance {
  const difference = a.map((value, k) => value - (b[k] as number));
  const distance = Math.sqrt(dot(difference, difference));
  const [lengthA, lengthB] = [Math.sqrt(dot(a, a)), Math.sqrt(dot(b, b))];
  const longest = Math.max(lengthA, lengthB);
  const product = lengthA * lengthB;
  return {
    epoch,
    distance,
    relative: longest === 0 ? 0 : distance / longest,
    cosine: product === 0 ? 0 : dot(a, b) / product,
  };
}

/**
 * Trains twice from one start and follows the distance between the two.
 *
 * @param runs two runs with one setting, seed and recordEvery; normally they differ in the optimizer
 * @param options engine and progress
 * @returns both results, and the distance at every epoch that both recorded
 * Source: ours; the question is [Z21] Theorem 4.2 (a strongly convex objective has one solution).
 */
export function compareSolutions(
  [first, second]: readonly [Run, Run],
  { onProgress, ...options }: JobOptions = {},
): Outcome {
  const kept = new Map<number, Weights>();
  const distances: SolutionDistance[] = [];
  const a = simulate(first, {
    ...options,
    onRecord: ({ epoch }, weights) => kept.set(epoch, weights.slice()),
    onProgress: (done) => onProgress?.(done / 2),
  });
  const b = simulate(second, {
    ...options,
    onRecord: ({ epoch }, weights) => {
      const other = kept.get(epoch);
      if (other) distances.push(distanceBetween(other, weights, epoch));
    },
    onProgress: (done) => onProgress?.((1 + done) / 2),
  });
  return { results: [a, b], distances };
}
