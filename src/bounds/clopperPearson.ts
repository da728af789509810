import jstat from "jstat";
import { InputError, show } from "../setting/inputError.ts";

/** A frequency, and where the probability behind it lies. */
export interface Frequency {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** jstat finds quantiles to about 1e-9; the interval is made wider by more than that. */
const SLACK = 1e-8;

/**
 * Exact confidence interval for a probability, from how often something was seen.
 *
 * low = B(a/2; x, k-x+1),  high = B(1-a/2; x+1, k-x),  B the quantile of the beta distribution, a = 1 - level; low = 0 for x = 0, high = 1 for x = k.
 * Whatever the probability, it lies in the interval with probability at least `level`.
 *
 * @param x how often it was seen, an integer from 0 to k
 * @param k of how many, an integer >= 1
 * @param level in (0, 1); 0.95 unless given
 * @returns x/k and the interval, wider than the formula by at most 2e-8 at each end
 * @throws InputError for other numbers
 * Source: Clopper and Pearson, Biometrika 26 (1934); the quantiles are those of jstat.
 * @example
 * const { share, low, high } = clopperPearson(16, 56)
 * share // => 0.2857142857142857
 * [low.toFixed(2), high.toFixed(2)] // => ["0.17", "0.42"]
 */
export function clopperPearson(x: number, k: number, level = 0.95): Frequency {
  if (!Number.isSafeInteger(k) || k < 1 || !Number.isSafeInteger(x) || x < 0 || x > k) {
    throw new InputError(
      `x must be an integer from 0 to k with k >= 1, but x is ${show(x)} and k is ${show(k)}; correct them`,
    );
  }
  if (!(level > 0 && level < 1)) {
    throw new InputError(`level must be a number in (0, 1), but is ${show(level)}; correct it`);
  }
  const tail = (1 - level) / 2;
  const low = x === 0 ? 0 : jstat.beta.inv(tail, x, k - x + 1);
  const high = x === k ? 1 : jstat.beta.inv(1 - tail, x + 1, k - x);
  return { share: x / k, low: Math.max(0, low - SLACK), high: Math.min(1, high + SLACK) };
}
