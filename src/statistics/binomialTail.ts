import { log } from "../numeric/log.ts";

const HALF_LOG_2PI = 0.9189385332046728;
/** Below it Stirling's series is moved up; from it on the first term left out is below 2^-53. */
const STIRLING_FROM = 16;
/** Relative distance of x to its mean up to which the deviance is a series. */
const NEAR = 0.1;
/** A term of the tail, relative to its sum, from which on nothing is added: 10^5 like it are below 2^-49. */
const NEGLIGIBLE = 1e-20;

/** log n! - log(sqrt(2 pi n) (n/e)^n), n >= 1. */
function stirlingError(n: number): number {
  let moved = 0;
  let x = n;
  // log1p(1/x) = 2 atanh(1/(2x + 1)), so that (x + 1/2) log1p(1/x) - 1 = v^2/3 + v^4/5 + ..., v = 1/(2x + 1)
  for (; x < STIRLING_FROM; x++) moved += oddSeries(1 / (2 * x + 1));
  const z = 1 / (x * x);
  return moved + (1 / 12 - z * (1 / 360 - z * (1 / 1260 - z * (1 / 1680 - z / 1188)))) / x;
}

/** atanh(v)/v - 1 = v^2/3 + v^4/5 + ..., |v| <= 1/3. */
function oddSeries(v: number): number {
  const square = v * v;
  let power = square;
  let sum = 0;
  for (let k = 3; power / k > 2 ** -60 * sum; k += 2) {
    sum += power / k;
    power *= square;
  }
  return sum;
}

/** x log(x/mean) + mean - x, >= 0; the mean at x = 0. `gap` is mean - x, given apart because it may be known better than the mean. */
function deviance(x: number, mean: number, gap: number): number {
  if (x === 0) return mean;
  const u = gap / x;
  if (Math.abs(u) > NEAR) return x * (mean / x - 1 - log(mean / x));
  // u - log1p(u) with log1p(u) = 2 atanh(v), v = u/(2 + u), and u - 2 v = u v
  const v = u / (2 + u);
  return x * v * (u - 2 * oddSeries(v));
}

/** A probability and its complement, each to full precision. */
export interface Odds {
  readonly p: number;
  readonly q: number;
}

/**
 * The upper tail of a binomial distribution, below its mean.
 *
 * log P(X >= k),  X ~ Bin(n, p):  the first term C(n, k) p^k q^(n-k) by its deviances, the others by their ratios to it,
 * S = sum_{i>=k} C(n, i)/C(n, k) (p/q)^(i-k)
 *
 * @param k an integer from 1 to n
 * @param n an integer; the cost is of order sqrt(n)
 * @param odds 0 < p <= k/n, and q = 1 - p
 * @returns the logarithm, and its slope in log p, which is k/S. An error in the logarithm moves the p that belongs to it by a few ulps:
 *   at a logarithm of -30 or more its size is about 2^-52 sqrt(k) (of the deviances), and the slope is about sqrt(k)
 * Source: the saddle-point expansion of C. Loader, Fast and accurate computation of binomial probabilities (2000).
 */
export function binomialTail(k: number, n: number, { p, q }: Odds): { readonly log: number; readonly slope: number } {
  const misses = n - k;
  const gap = p < q ? n * p - k : misses - n * q;
  const stirling =
    misses === 0
      ? 0
      : stirlingError(n) - stirlingError(k) - stirlingError(misses) + log(n / k / misses) / 2 - HALF_LOG_2PI;
  const first = stirling - deviance(k, n * p, gap) - deviance(misses, n * q, -gap);
  let [term, sum] = [1, 1];
  for (let i = 0; i < misses && term > NEGLIGIBLE * sum; i++) {
    term *= (((misses - i) / (k + 1 + i)) * p) / q;
    sum += term;
  }
  return { log: first + log(sum), slope: k / sum };
}
