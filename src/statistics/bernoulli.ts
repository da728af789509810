import { Fraction } from "../algebra/mathjs.ts";

/** B_0, B_1, ... as far as they were asked for. */
const known = [new Fraction(1)];

/**
 * The Bernoulli number B_2k, exactly.
 *
 * @param k from 0
 * @returns by the recurrence sum_j C(m + 1, j) B_j = 0
 * Source: Abramowitz and Stegun 23.1.
 * @example
 * bernoulli(1).toFraction() // => "1/6"
 */
export function bernoulli(k: number): Fraction {
  for (let m = known.length; m <= 2 * k; m++) {
    let binomial = new Fraction(1);
    let sum = new Fraction(0);
    for (let j = 0; j < m; j++) {
      sum = sum.add((known[j] as Fraction).mul(binomial));
      binomial = binomial.mul(m + 1 - j).div(j + 1);
    }
    known.push(sum.div(m + 1).neg());
  }
  return known[2 * k] as Fraction;
}
