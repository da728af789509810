import { exp } from "../numeric/exp.ts";
import { log } from "../numeric/log.ts";
import { binomialTail, type Odds } from "./binomialTail.ts";

/** How often something was seen, and where the probability behind it lies. */
export interface Frequency {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** Newton's method doubles digits: a step as small as this was the last one. */
const LAST_STEP = 2 ** -44;
const MOST_STEPS = 100;

const EVEN: Odds = { p: 0.5, q: 0.5 };

/**
 * The p at which P(X >= k) is a tail below 1/2, 1 <= k <= trials; it is below k/trials, the median there being k.
 *
 * log P(X >= k) is concave in log p, and in q = 1 - p: Newton's method goes to the root from one side. Whichever of p and q is smaller is
 * solved for, so that both have their digits.
 */
function solve(k: number, trials: number, tail: number): Odds {
  const goal = log(tail);
  const above = 2 * k > trials && binomialTail(k, trials, EVEN).log < goal;
  let odds = 2 * k > trials ? EVEN : { p: k / trials, q: (trials - k) / trials };
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const { log: found, slope } = binomialTail(k, trials, odds);
    const step = (goal - found) / slope;
    if (above) {
      const q = odds.q - step * odds.p;
      odds = { p: 1 - q, q };
    } else {
      const p = odds.p * exp(step);
      odds = { p, q: 1 - p };
    }
    if (Math.abs(step) * odds.p <= LAST_STEP * (above ? odds.q : odds.p)) break;
  }
  return odds;
}

function check(hits: number, trials: number, level: number): void {
  if (!Number.isSafeInteger(trials) || trials < 1)
    throw new RangeError(`trials must be an integer from 1, but is ${trials}; ask for an interval once there is one`);
  if (!Number.isInteger(hits) || hits < 0 || hits > trials)
    throw new RangeError(`hits must be an integer from 0 to trials = ${trials}, but is ${hits}; correct it`);
  if (!(level > 0 && level < 1)) throw new RangeError(`level must be a number in (0, 1), but is ${level}; correct it`);
}

/**
 * Exact confidence interval for a probability, from hits in independent trials.
 *
 * P(Bin(trials, low) >= hits) = P(Bin(trials, high) <= hits) = (1 - level)/2;  low = 0 without a hit, high = 1 without a miss
 *
 * @param hits an integer in [0, trials]
 * @param trials an integer from 1 on; the cost is of order sqrt(trials)
 * @param level probability with which the interval covers, at least, in (0, 1), as the double that it is: 1 - level is exact from 0.5 on; 0.95 unless given
 * @returns hits/trials and the interval, in [0, 1]; low and high to 10^-12 of themselves
 * @throws RangeError
 * Source: Clopper and Pearson 1934, by Newton's method on the binomial tail (a package's inverse of the beta distribution would depend on
 *   the JavaScript engine's Math.exp).
 * @example
 * clopperPearson(0, 6).low // => 0
 */
export function clopperPearson(hits: number, trials: number, level = 0.95): Frequency {
  check(hits, trials, level);
  const tail = (1 - level) / 2;
  return {
    share: hits / trials,
    low: hits === 0 ? 0 : solve(hits, trials, tail).p,
    // P(X <= hits) = P(trials - X >= trials - hits), and trials - X is Bin(trials, 1 - p).
    high: hits === trials ? 1 : solve(trials - hits, trials, tail).q,
  };
}
