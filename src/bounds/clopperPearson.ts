import { exp } from "../numeric/exp.ts";
import { log } from "../numeric/log.ts";
import { log1p } from "../numeric/log1p.ts";

/** How often something was seen, and where the probability behind it lies. */
export interface Frequency {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** Halvings of [0, 1]: down to 2^-52. */
const HALVINGS = 52;

/** P(X >= k), X ~ Bin(trials, p), for 1 <= k <= trials and p in (0, 1). */
function atLeast(k: number, trials: number, p: number): number {
  const odds = log(p) - log1p(-p);
  let term = trials * log1p(-p);
  let sum = 0;
  for (let i = 1; i <= trials; i++) {
    term += log((trials - i + 1) / i) + odds;
    if (i >= k) sum += exp(term);
  }
  return sum;
}

/** The p at which P(X >= k) is `tail`. */
function solve(k: number, trials: number, tail: number): number {
  let [low, high] = [0, 1];
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    if (atLeast(k, trials, middle) < tail) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Exact confidence interval for a probability, from hits in independent trials.
 *
 * P(Bin(trials, low) >= hits) = P(Bin(trials, high) <= hits) = (1 - level)/2;  low = 0 without a hit, high = 1 without a miss
 *
 * @param hits an integer in [0, trials]
 * @param trials an integer from 1 to 10^5; the cost is of order trials
 * @param level probability with which the interval covers, at least, in (0, 1); 0.95 unless given
 * @returns hits/trials and the interval, in [0, 1]
 * Source: Clopper and Pearson 1934, by bisection on the binomial tail (a package's inverse of the beta distribution would depend on
 *   the JavaScript engine's Math.exp).
 * @example
 * clopperPearson(0, 6).low // => 0
 */
export function clopperPearson(hits: number, trials: number, level = 0.95): Frequency {
  const tail = (1 - level) / 2;
  return {
    share: hits / trials,
    low: hits === 0 ? 0 : solve(hits, trials, tail),
    // P(X <= hits) = P(trials - X >= trials - hits), and trials - X is Bin(trials, 1 - p).
    high: hits === trials ? 1 : 1 - solve(trials - hits, trials, tail),
  };
}
