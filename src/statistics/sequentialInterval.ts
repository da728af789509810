import type { Frequency } from "./clopperPearson.ts";
import { passage } from "./passage.ts";
import type { SequentialTest } from "./sequentialTest.ts";

/** Halvings of [0, 1]. */
const HALVINGS = 60;

/** P(the series ends like this one or further up): decided upwards later < decided upwards earlier, undecided in between, by hits. */
function chanceAbove(bounds: readonly number[], hits: number, trials: number, p: number): number {
  const { up, down, open } = passage(bounds, p);
  const decided = hits >= (bounds[trials] as number) || trials - hits >= (bounds[trials] as number);
  const isUp = 2 * hits >= trials;
  const parts = [
    ...up.filter((_, k) => !decided || !isUp || k <= trials),
    ...(decided && isUp ? [] : open.filter((_, s) => decided || s >= hits)),
    ...(decided && !isUp ? down.filter((_, k) => k >= trials) : []),
  ];
  return parts.reduce((sum, chance) => sum + chance, 0);
}

/** The p at which a rising function of p crosses a value. */
function crossing(rising: (p: number) => number, value: number): number {
  let [low, high] = [0, 1];
  for (let k = 0; k < HALVINGS; k++) {
    const middle = (low + high) / 2;
    if (rising(middle) < value) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Exact confidence interval for a probability from a series that a sequential test has ended; the interval of a fixed number of trials
 * would cover too seldom.
 *
 * P_low(like this or further up) = P_high(like this or further down) = (1 - level)/2, the ends ordered: decided upwards, the earlier the further
 * up; undecided, by hits; decided downwards. Both chances are monotone in p, as one more hit never moves an end down.
 *
 * @param test that the series went by
 * @param hits an integer in [0, trials]
 * @param trials where the series ended; fewer than the test's without a verdict where some could not be carried out
 * @param level probability with which the interval covers, at least; 0.95 unless given
 * @returns hits/trials and the interval, to 10^-12
 * Source: Jennison and Turnbull, Technometrics 25 (1983); without a look before the last it is Clopper's and Pearson's.
 */
export function sequentialInterval(test: SequentialTest, hits: number, trials: number, level = 0.95): Frequency {
  const tail = (1 - level) / 2;
  const bounds = test.verdict(hits, trials) === undefined ? test.bounds.slice(0, trials + 1) : test.bounds;
  const above = (p: number) => chanceAbove(bounds, hits, trials, p);
  // A series that ends like this or further down has its misses as far up.
  const below = (q: number) => chanceAbove(bounds, trials - hits, trials, q);
  return {
    share: hits / trials,
    low: hits === 0 ? 0 : crossing(above, tail),
    high: hits === trials ? 1 : 1 - crossing(below, tail),
  };
}
