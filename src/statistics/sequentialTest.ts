import { passage } from "./passage.ts";

/** Trials beyond which finding the level takes longer than a second. */
export const MOST_TRIALS = 300;

/** A rule that ends a series of trials as soon as it is clear on which side of 1/2 a probability is. */
export interface SequentialTest {
  /** Trials at most. */
  readonly most: number;
  /** The largest chance of a wrong verdict, over all probabilities. */
  readonly risk: number;
  /** [most + 1], by trials: so many hits, or so many misses, decide; Infinity where nothing can yet. */
  readonly bounds: readonly number[];
  /** true: the probability is at least 1/2, false: it is below; undefined: not decided. */
  verdict(hits: number, trials: number): boolean | undefined;
  /** From an undecided state, the number of trials at which the next verdict may come, or at which they end. */
  next(hits: number, trials: number): number;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** [k][s]: P(Bin(k, 1/2) >= s). */
function tailsOf(most: number): number[][] {
  let row = [1];
  const tails = [[1]];
  for (let k = 1; k <= most; k++) {
    const before = row;
    row = Array.from({ length: k + 1 }, (_, s) => ((before[s - 1] ?? 0) + (before[s] ?? 0)) / 2);
    let tail = 0;
    tails.push(row.map((chance) => (tail += chance)).reverse());
  }
  return tails;
}

/**
 * The test, one trial at a time, of a probability p against 1/2, with at most N trials.
 *
 * After k trials with s hits: p >= 1/2 once P(Bin(k, 1/2) >= s) <= gamma, p < 1/2 once P(Bin(k, 1/2) >= k - s) <= gamma, with the largest gamma
 * for which  P_{1/2}(the trials end with "p < 1/2") <= error.
 *
 * Whatever p is, the chance of a wrong verdict is at most `error`: one more hit never turns a series towards "p < 1/2", so that 1/2 is the worst
 * p, and there the chance is a sum over all series (exact for N <= 53, else right to 10^-12 of itself).
 *
 * @param error the chance of a wrong verdict that is allowed, in (0, 1/2)
 * @param most N, an integer from 1 to 300
 * @returns the test; its bounds are all infinite, and nothing is ever decided, where 2^-N > error
 * Source: ours, docs/notes/sequential.md; one level for every look as in Pocock, Biometrika 64 (1977).
 * @example
 * sequentialTest(0.05, 20).verdict(6, 6) // => true
 */
export function sequentialTest(error: number, most: number): SequentialTest {
  const tails = tailsOf(most);
  const boundsAt = (level: number) =>
    tails.map((row) => {
      const bound = row.findIndex((tail) => tail <= level);
      return bound < 0 ? Infinity : bound;
    });
  const riskAt = (level: number) => sum(passage(boundsAt(level), 0.5).down);
  const levels = [...new Set(tails.flat())].sort((a, b) => a - b);
  // The risk rises with the level: the last one that is allowed.
  let [fits, over] = [-1, levels.length];
  while (over - fits > 1) {
    const middle = (fits + over) >> 1;
    if (riskAt(levels[middle] as number) <= error) fits = middle;
    else over = middle;
  }
  const level = levels[fits] ?? 0;
  const bounds = boundsAt(level);
  const verdict = (hits: number, trials: number) => {
    const bound = bounds[trials] as number;
    if (hits >= bound) return true;
    return trials - hits >= bound ? false : undefined;
  };
  return {
    ...{ most, bounds, verdict },
    risk: riskAt(level),
    next(hits, trials) {
      const later = bounds.findIndex((bound, k) => k > trials && Math.max(hits, trials - hits) + k - trials >= bound);
      return later < 0 ? most : later;
    },
  };
}
