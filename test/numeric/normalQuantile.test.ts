import { readFileSync } from "node:fs";
import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { normalQuantile } from "../../src/numeric/normalQuantile.ts";
import { Precise, precise } from "../helpers/precise.ts";

const fixture = JSON.parse(readFileSync(new URL("./fixtures/normal_quantile.json", import.meta.url), "utf8")) as {
  quantiles: [number, number][];
};

/** Phi(x) - 1/2 = phi(x) (x + x^3/3 + x^5/15 + ...) to 60 digits: all terms of one sign. */
function aboveHalf(x: number) {
  const square = precise(x).pow(2);
  let term = precise(x);
  let sum = term;
  for (let k = 3; term.abs().gt("1e-65"); k += 2) {
    term = term.times(square).div(k);
    sum = sum.plus(term);
  }
  return sum.times(density(x));
}
const density = (x: number) => precise(x).pow(2).div(-2).exp().div(Precise.acos(-1).times(2).sqrt());

/** u as `uniform` gives it: (k + 1/2) 2^-52. */
const grid = fc.integer({ min: 0, max: 2 ** 52 - 1 }).map((k) => (k + 0.5) / 2 ** 52);
const tail = fc.integer({ min: 0, max: 2 ** 20 }).map((k) => (k + 0.5) / 2 ** 52);

describe("normalQuantile", () => {
  test("agrees with Python's statistics.NormalDist at every probability of the fixture", () => {
    // The same approximation with another log: 1 ulp in log is half an ulp in its root r; x(r) has condition number
    // r x'(r)/x < 3 on r >= 1.6, plus the roundings of two degree-7 Horner schemes with positive terms there: below 2e-15.
    expect(fixture.quantiles.length).toBeGreaterThan(500);
    for (const [p, x] of fixture.quantiles)
      expect(Math.abs(normalQuantile(p) - x)).toBeLessThanOrEqual(2e-15 * Math.abs(x));
  });

  test.prop([fc.oneof(grid, tail)], { numRuns: 300 })(
    "inverts the distribution function, computed to 60 digits",
    (p) => {
      // Phi(x (1 + e)) - p = e x phi(x) to first order, so (Phi(x) - p)/(x phi(x)) is the relative error of x = quantile(p);
      // the method's own 1e-16 plus the same roundings as above.
      const x = normalQuantile(p);
      const excess = aboveHalf(x).minus(precise(p).minus(0.5));
      expect(
        excess
          .div(density(x).times(precise(x)))
          .abs()
          .toNumber(),
      ).toBeLessThan(2e-15);
    },
  );

  test.prop([fc.oneof(grid, tail)])("is exactly antisymmetric about 1/2 on the numbers that uniform gives", (p) => {
    expect(normalQuantile(1 - p)).toBe(-normalQuantile(p));
  });

  test.prop([fc.integer({ min: 1, max: 2 ** 16 - 2 })])("grows with the probability, across its three regions", (k) => {
    expect(normalQuantile((k + 1) / 2 ** 16)).toBeGreaterThan(normalQuantile(k / 2 ** 16));
  });
});
