/** Where a series of trials ends that stops on one of two bounds. */
export interface Passage {
  /** By trials: the chance that it ends then with so many hits as decide, or so many misses. */
  readonly up: readonly number[];
  readonly down: readonly number[];
  /** By hits: the chance that it comes to the last trial undecided. */
  readonly open: readonly number[];
}

/**
 * How a series of trials of probability p ends that stops after k trials with bounds[k] hits, or as many misses.
 *
 * f_{k+1}(s) = p f_k(s - 1) + (1 - p) f_k(s) over the states (k, s) at which it goes on
 *
 * @param bounds [N + 1], by trials; Infinity where it always goes on
 * @param p in [0, 1]
 * @returns chances; sums of products of positive numbers, so that each is right to 3 N ulps of itself, and exact at p = 1/2 for N <= 53
 * Source: standard (the recursion of Armitage, McPherson and Rowe 1969).
 * @example
 * passage([Infinity, Infinity, 2], 0.5).up[2] // => 0.25
 */
export function passage(bounds: readonly number[], p: number): Passage {
  const up = bounds.map(() => 0);
  const down = bounds.map(() => 0);
  let open = [1];
  for (let k = 1; k < bounds.length; k++) {
    const bound = bounds[k] as number;
    const before = open;
    open = Array.from({ length: k + 1 }, (_, s) => p * (before[s - 1] ?? 0) + (1 - p) * (before[s] ?? 0));
    for (let s = 0; s <= k; s++) {
      const ends = s >= bound ? up : k - s >= bound ? down : undefined;
      if (!ends) continue;
      ends[k] = (ends[k] as number) + (open[s] as number);
      open[s] = 0;
    }
  }
  return { up, down, open };
}
