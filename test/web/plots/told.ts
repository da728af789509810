import type { Recorded } from "../../../web/training/recorded.ts";

/** What a record is to say of both classes alike. */
export interface Told {
  readonly signal: number;
  readonly fresh?: readonly [low: number, median: number, high: number];
  readonly memorized?: readonly [least: number, most: number];
  readonly counter?: number;
}

const both = <Value>(value: Value) => ({ "+1": value, "-1": value });

/** A record that says it; its epoch is ten times its place. */
export function told({ signal, fresh = [-9, -9, 9], memorized = [-9, 9], counter }: Told, place = 0): Recorded {
  const [low, median, high] = fresh;
  return {
    ...{ epoch: 10 * place, step: place, trainLoss: 0.1, trainError: 0, testError: 0.5 },
    featureLearning: both(signal),
    noiseMemorization: { min: both(memorized[0]), max: both(memorized[1]) },
    freshNoise: { low: both(low), median: both(median), high: both(high) },
    ...(counter !== undefined && { counterSignal: both(counter) }),
  };
}
