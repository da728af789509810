import { fc, test } from "@fast-check/vitest";
import type { Decimal } from "decimal.js";
import { describe, expect, it } from "vitest";
import { normalCdf, normalTail } from "../../src/numeric/normalCdf.ts";
import { normalQuantile } from "../../src/numeric/normalQuantile.ts";
import { Precise, precise, relativeError } from "../helpers/precise.ts";

/**
 * Q(x) = 1/2 - phi(x) (x + x^3/3 + x^5/15 + ...), all terms of one sign, to 60 digits and the x^2/2/ln 10 + 2 that the difference loses.
 */
function exact(x: number): Decimal {
  const digits = 60 + Math.ceil((x * x) / 4.6 + 2);
  const Long = Precise.clone({ precision: digits });
  const argument = new Long(precise(x));
  const square = argument.pow(2);
  const density = square.div(-2).exp().div(new Long(PI).times(2).sqrt());
  const least = new Long(10).pow(-digits).div(density);
  let [term, sum] = [argument, argument];
  for (let k = 3; term.abs().gt(least); k += 2) {
    term = term.times(square).div(k);
    sum = sum.plus(term);
  }
  return new Long(0.5).minus(density.times(sum));
}
const PI = Precise.clone({ precision: 400 }).acos(-1);

const BOUND = 2e-15;
const uniformly = (low: number, high: number) =>
  fc.integer({ min: 0, max: 2 ** 30 }).map((k) => low + ((high - low) * k) / 2 ** 30);

describe("normalTail", () => {
  test.prop([uniformly(-9, 9)], { numRuns: 300 })("has the stated relative error across its three regions", (x) => {
    expect(relativeError(normalTail(x), exact(x))).toBeLessThan(BOUND);
  });

  test.prop([uniformly(5, 37.5)], { numRuns: 20 })("has the stated relative error in the far tail", (x) => {
    expect(relativeError(normalTail(x), exact(x))).toBeLessThan(BOUND);
  });

  test.prop([fc.double({ min: -1, max: 1, noNaN: true })], { numRuns: 100 })("has it also for tiny arguments", (x) => {
    expect(relativeError(normalTail(x), exact(x))).toBeLessThan(BOUND);
  });

  test.prop([fc.integer({ min: -8 * 2 ** 10, max: 37 * 2 ** 10 })])("never grows with its argument", (k) => {
    expect(normalTail((k + 1) / 1024)).toBeLessThanOrEqual(normalTail(k / 1024));
  });

  test.prop([uniformly(-8, 8)])("and the distribution function add up to 1", (x) => {
    // Each within 2e-15 of its value, and one of the two at most 1/2.
    expect(Math.abs(normalTail(x) + normalCdf(x) - 1)).toBeLessThan(2 * BOUND);
  });

  test.prop([fc.integer({ min: 1, max: 307 })])("is inverted by the normal quantile", (k) => {
    // Q(x (1 + e)) is Q(x) times about exp(-e x^2), so 4e-16 of relative error in the quantile are 4e-16 x^2 in the tail; x^2 < 2 k ln 10.
    const p = 10 ** -k;
    expect(Math.abs(normalTail(-normalQuantile(p)) / p - 1)).toBeLessThan(BOUND * (2 + 2 * k * Math.LN10));
  });

  it("takes the ends of the doubles to the ends of the probabilities", () => {
    expect([Infinity, -Infinity, 40, -40, 0, NaN, Number.MAX_VALUE].map(normalTail)).toEqual([0, 1, 0, 1, 0.5, NaN, 0]);
  });
});
