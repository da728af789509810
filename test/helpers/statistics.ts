/**
 * Thresholds for statistical tests. Each is crossed by a correct generator with probability at most e^-RARE = 2e-9
 * (times 2 where two-sided); streams have fixed seeds, so a pass stays a pass.
 */
const RARE = 20;

/** Hoeffding: the mean of N independent numbers in [0, 1] is further than this from its expectation with probability <= 2 e^-RARE. */
export const hoeffding = (N: number) => Math.sqrt(RARE / (2 * N));

/** Dvoretzky-Kiefer-Wolfowitz with Massart's constant: the same bound, for the Kolmogorov-Smirnov distance of N numbers. */
export const kolmogorov = (N: number) => Math.sqrt(RARE / (2 * N));

/** Laurent-Massart: a chi-square variable with k degrees of freedom exceeds this with probability <= e^-RARE. */
export const chiSquareUpper = (k: number) => k + 2 * Math.sqrt(k * RARE) + 2 * RARE;

/** Laurent-Massart, the other side. */
export const chiSquareLower = (k: number) => k - 2 * Math.sqrt(k * RARE);

/** P(|N(0,1)| > 6.4) <= 2 exp(-6.4^2/2) < 2 e^-RARE. */
export const NORMAL_DEVIATES = 6.4;

/** Pearson's statistic of counts that should all be equal; close to chi-square(cells - 1) for counts in the hundreds. */
export function pearson(counts: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const expected = total / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** sup |F_N - F| of a sample against a distribution function. */
export function kolmogorovDistance(sample: readonly number[], distribution: (x: number) => number): number {
  const sorted = [...sample].sort((a, b) => a - b);
  return sorted.reduce((most, x, i) => {
    const p = distribution(x);
    return Math.max(most, p - i / sorted.length, (i + 1) / sorted.length - p);
  }, 0);
}

export const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
