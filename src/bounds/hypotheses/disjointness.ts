import { Decimal } from "decimal.js";
import { logGamma } from "../../statistics/logGamma.ts";

/** Whether the training supports meet. */
export interface Disjointness {
  /** P(B_1, ..., B_n pairwise disjoint). */
  readonly probability: Decimal;
  /** 1 - probability, as precise where it is small. */
  readonly complement: Decimal;
  /** n (n-1)/2 s^2/(d-1), which is at least the complement: the sum over pairs of the expected size of what they share. */
  readonly unionBound: Decimal;
}

/**
 * Probability that n supports of s coordinates each, drawn independently from d - 1, are pairwise disjoint.
 *
 * P = prod_{i<n} C(d-1-is, s)/C(d-1, s) = F(N, ns)/F(N, s)^n,  N = d - 1,  F(N, k) = N!/(N-k)!;  0 if ns > N.
 *
 * @param n supports, an integer >= 1
 * @param s coordinates of each, an integer >= 1
 * @param d coordinates of a patch, an integer >= s + 1; text or a Decimal where no double holds it, such as "1e30"
 * @returns probability and complement to 20 digits, and the union bound
 * Source: docs/theory.md 4.2, disjoint-supports; ours: counted by factorials, so that the cost depends on none of n, s and d.
 * @example
 * disjointness(2, 1, 3).probability.toString() // => "0.5"
 * disjointness(200, 100, 1000).probability.toString() // => "0"
 */
export function disjointness(n: number, s: number, d: Decimal.Value): Disjointness {
  // The logarithms of factorials are about N log N: as many digits are lost when they cancel, and the complement, at least 1/N, needs as many again.
  const digits = 2 * new Decimal(d).log(10).ceil().toNumber() + 50;
  const Exact = Decimal.clone({ precision: digits, minE: -9e15, maxE: 9e15, toExpNeg: -20, toExpPos: 20 });
  const N = new Exact(d).sub(1);
  const used = new Exact(n).mul(s);
  const unionBound = used.mul(used.sub(s)).div(2).div(N).toSignificantDigits(20);
  if (n === 1) return { probability: new Exact(1), complement: new Exact(0), unionBound };
  if (used.gt(N)) return { probability: new Exact(0), complement: new Exact(1), unionBound };
  const logFactorial = (k: Decimal) => logGamma(k.add(1), Exact);
  // ln of F(N, ns)/F(N, s)^n, with (n - 1) ln N! taken together.
  const log = logFactorial(N.sub(s))
    .mul(n)
    .sub(logFactorial(N).mul(n - 1))
    .sub(logFactorial(N.sub(used)));
  const probability = log.exp();
  return {
    probability: probability.toSignificantDigits(20),
    complement: new Exact(1).sub(probability).toSignificantDigits(20),
    unionBound,
  };
}
