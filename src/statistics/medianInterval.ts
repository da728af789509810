import { median } from "./median.ts";

/** Where the median of a distribution lies, from k values seen. */
export interface MedianInterval {
  /** Of the values seen; of an even number, the mean of the two in the middle. Infinite where that is. */
  readonly median: number;
  readonly low: number;
  readonly high: number;
  /** Probability that [low, high] contains the median of the distribution, at least. */
  readonly coverage: number;
  readonly seeds: number;
}

const ascending = (values: readonly number[]) => [...values].sort((a, b) => a - b);

/** Their geometric mean. */
const middle = (low: number, high: number) => (low === high ? low : Math.sqrt(low) * Math.sqrt(high));

/**
 * Distribution-free confidence interval for a median, of values that are each known up to a bracket.
 *
 * [lows_(r), highs_(k+1-r)],  P >= 1 - 2 P(Bin(k, 1/2) < r): the median is below the r-th smallest value only if fewer than r values are
 * below it. r is the largest rank whose coverage is at least `level`, or 1 where none is.
 *
 * @param lows k >= 1 numbers or infinities, one a seed; k <= 1000
 * @param highs the same seeds, highs[i] >= lows[i]; the same numbers where the values are known
 * @param level the coverage wanted, in (0, 1); 0.95 unless given
 * @returns the interval with its coverage, and the median of the brackets' middles sqrt(low high)
 * Source: standard; Conover, Practical Nonparametric Statistics, section 3.2.
 * @example
 * medianInterval([1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6]) // => { median: 3.5, low: 1, high: 6, coverage: 0.96875, seeds: 6 }
 */
export function medianInterval(lows: readonly number[], highs: readonly number[], level = 0.95): MedianInterval {
  const k = lows.length;
  // 2^-k first: a tail of at most 1000 coins neither leaves the finite numbers nor loses its first terms.
  let term = 0.5 ** k;
  let tail = term;
  let rank = 1;
  let coverage = 1 - 2 * tail;
  for (; rank < k; rank++) {
    term *= (k - rank + 1) / rank;
    tail += term;
    if (1 - 2 * tail < level) break;
    coverage = 1 - 2 * tail;
  }
  return {
    median: median(lows.map((low, i) => middle(low, highs[i] as number))),
    low: ascending(lows)[rank - 1] as number,
    high: ascending(highs)[k - rank] as number,
    coverage: Math.max(0, coverage),
    seeds: k,
  };
}
