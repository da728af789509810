import { quantileOfSorted } from "../statistics/quantile.ts";
import type { Judged } from "./engine.ts";
import type { FreshNoise } from "./trajectory.ts";

/** What 5%, half and 95% of the fresh examples stay at or below. */
export const SHARES = { low: 0.05, median: 0.5, high: 0.95 } as const;

/**
 * How strongly each class answers to noise that the network has never seen: what decides the test error, beside the feature.
 *
 * quantiles over fresh examples of max_r <w_{j,r}, xi>, as `quantile` has them
 *
 * @param noise the maxima of class +1 and class -1, [count] each; not sorted, and left as they are
 * @returns 5%, 50% and 95% of each class
 * Source: ours, docs/theory.md 1.7.
 * @example
 * freshNoise([Float64Array.of(3, 1, 2), Float64Array.of(5, 5, 4)]).median // => { "+1": 2, "-1": 5 }
 */
export function freshNoise([plus, minus]: Judged["noise"]): FreshNoise {
  const [one, other] = [plus, minus].map((values) => Float64Array.from(values).sort()) as [Float64Array, Float64Array];
  const at = (p: number) => ({ "+1": quantileOfSorted(one, p), "-1": quantileOfSorted(other, p) });
  return { low: at(SHARES.low), median: at(SHARES.median), high: at(SHARES.high) };
}
