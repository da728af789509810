import type { Decimal } from "decimal.js";
import { bernoulli } from "./bernoulli.ts";

/**
 * Logarithm of the gamma function, to the precision of a Decimal class.
 *
 * ln Gamma(z) = (z - 1/2) ln z - z + ln(2 pi)/2 + sum_k B_2k/(2k (2k-1) z^(2k-1)), at z moved up by Gamma(z+1) = z Gamma(z).
 *
 * @param z a Decimal >= 1
 * @param Precise the class, whose precision P decides how far z is moved (to P/2 at least) and how many terms are taken (until 10^-P)
 * @returns ln Gamma(z), with an absolute error of at most 40 10^-P x ln x, x = max(z, P/2): there the terms fall below 10^-P before they rise, at k about pi z,
 *   and the error is less than the first term left out
 * Source: Stirling's series; Abramowitz and Stegun 6.1.41, 6.1.42.
 */
export function logGamma(z: Decimal, Precise: typeof Decimal): Decimal {
  const digits = Precise.precision;
  let product = new Precise(1);
  let x = new Precise(z);
  while (x.lt(digits / 2)) {
    product = product.mul(x);
    x = x.add(1);
  }
  const tiny = new Precise(10).pow(-digits);
  const square = x.mul(x);
  let power = x;
  let series = new Precise(0);
  for (let k = 1; ; k++) {
    const b = bernoulli(k);
    const size = new Precise(b.n.toString())
      .div(b.d.toString())
      .div(2 * k * (2 * k - 1))
      .div(power);
    if (size.lt(tiny)) break;
    series = b.s < 0n ? series.sub(size) : series.add(size);
    power = power.mul(square);
  }
  const halfLog = Precise.acos(-1).mul(2).ln().div(2);
  return x.sub(0.5).mul(x.ln()).sub(x).add(halfLog).add(series).sub(product.ln());
}
