import { fc, test } from "@fast-check/vitest";
import { Decimal } from "decimal.js";
import { describe, expect, it } from "vitest";
import { logGamma } from "../../src/statistics/logGamma.ts";

const at = (digits: number) => Decimal.clone({ precision: digits, minE: -9e15, maxE: 9e15 });
/** The error in units of 10^-P of the largest term: x ln x at x = max(z, P/2), to where z is moved. */
const error = (found: Decimal, exact: Decimal, z: Decimal, digits: number) => {
  const x = Decimal.max(z, digits / 2);
  return found.sub(exact).abs().div(x.mul(x.ln())).mul(new Decimal(10).pow(digits)).toNumber();
};

describe("logGamma", () => {
  test.prop([fc.integer({ min: 1, max: 400 }), fc.constantFrom(30, 60, 120)])(
    "is the logarithm of a factorial",
    (k, digits) => {
      const Exact = at(digits + 20);
      let factorial = new Exact(1);
      for (let j = 2; j < k; j++) factorial = factorial.mul(j);
      const Precise = at(digits);
      const found = logGamma(new Precise(k), Precise);
      // Each operation rounds to at most 5 10^-P of its size: six of the size of x ln x, and P/2 factors whose product's logarithm is taken,
      // where x ln x > P/2.
      expect(error(found, factorial.ln(), new Decimal(k), digits)).toBeLessThan(5 * (6 + 1));
    },
  );

  test.prop([fc.integer({ min: 1, max: 40 }), fc.constantFrom(30, 60)])(
    "doubles: Gamma(z) Gamma(z + 1/2) = 2^(1-2z) sqrt(pi) Gamma(2z), between integers too",
    (quarters, digits) => {
      const Precise = at(digits);
      const z = new Precise(quarters).div(4).add(1);
      const left = logGamma(z, Precise).add(logGamma(z.add(0.5), Precise));
      const right = Precise.acos(-1)
        .ln()
        .div(2)
        .add(new Precise(1).sub(z.mul(2)).mul(new Precise(2).ln()))
        .add(logGamma(z.mul(2), Precise));
      // Three such values.
      expect(error(left, right, z.mul(2), digits)).toBeLessThan(3 * 5 * (6 + 1));
    },
  );

  it("is ln sqrt(pi)/2 at 3/2, and keeps its digits at 10^30", () => {
    const Precise = at(50);
    const half = Precise.acos(-1).sqrt().div(2).ln();
    expect(logGamma(new Precise("1.5"), Precise).sub(half).abs().lt("1e-47")).toBe(true);
    // ln Gamma(z + 1) - ln Gamma(z) = ln z: of numbers of size 7 10^31 16 digits are left at 50.
    const z = new Precise("1e30");
    const step = logGamma(z.add(1), Precise).sub(logGamma(z, Precise));
    expect(step.sub(z.ln()).abs().lt("1e-16")).toBe(true);
  });
});
