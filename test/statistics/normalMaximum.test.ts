import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { log1p } from "../../src/numeric/log1p.ts";
import { normalTail } from "../../src/numeric/normalCdf.ts";
import { normal } from "../../src/random/normal.ts";
import { openStream } from "../../src/random/stream.ts";
import { positiveMaximumMoment, positiveMaximumQuantile } from "../../src/statistics/normalMaximum.ts";
import { hoeffding } from "../helpers/statistics.ts";

const counts = fc.oneof(fc.integer({ min: 1, max: 50 }), fc.constantFrom(1e3, 1e6, 1e12));
const probabilities = fc.integer({ min: 1, max: 2 ** 20 - 1 }).map((k) => k / 2 ** 20);

describe("positiveMaximumQuantile", () => {
  test.prop([counts, probabilities])("is where Phi^count reaches p, also for counts of 10^12", (count, p) => {
    const x = positiveMaximumQuantile(count, p);
    // ln Phi(x)^count; a relative error e of x moves ln p by e x phi(x) count/Phi(x): x phi(x) <= (x^2 + 1) Q(x), and count Q(x) is about -ln p.
    const reached = count * log1p(-normalTail(x));
    if (x === 0) expect(reached).toBeGreaterThanOrEqual(Math.log(p) - 1e-12);
    else expect(Math.abs(reached - Math.log(p))).toBeLessThan(2e-14 * (x * x + 1) * (1 - Math.log(p)));
  });

  it("is 0 up to 2^-count, where every normal is negative with that probability", () => {
    expect(positiveMaximumQuantile(3, 0.125)).toBe(0);
    expect(positiveMaximumQuantile(3, 0.1)).toBe(0);
    expect(positiveMaximumQuantile(3, 0.126)).toBeGreaterThan(0);
  });

  test.prop([counts, probabilities])("grows with p and with count", (count, p) => {
    expect(positiveMaximumQuantile(count + 1, p)).toBeGreaterThanOrEqual(positiveMaximumQuantile(count, p));
    expect(positiveMaximumQuantile(count, (1 + p) / 2)).toBeGreaterThanOrEqual(positiveMaximumQuantile(count, p));
  });

  it.each([1, 5, 20])("has the share p of %d drawn normals' maxima at or below it", (count) => {
    const N = 10_000;
    const stream = openStream(1, "initialWeights", count);
    const maxima = Array.from({ length: N }, () => Math.max(...Array.from({ length: count }, () => normal(stream))));
    for (const p of [0.05, 0.5, 0.9, 0.99]) {
      const x = positiveMaximumQuantile(count, p);
      const share = maxima.filter((value) => Math.max(value, 0) <= x).length / N;
      // Where all are negative with more than p the share is 2^-count.
      expect(Math.abs(share - Math.max(p, 2 ** -count))).toBeLessThan(hoeffding(N));
    }
  });
});

describe("positiveMaximumMoment", () => {
  const PI = Math.PI;
  it.each([
    // One normal: E[N_+^k] = 2^(k/2 - 1) Gamma((k+1)/2)/sqrt(pi), half the absolute moment.
    [1, 1, 1 / Math.sqrt(2 * PI)],
    [1, 2, 1 / 2],
    [1, 3, 2 / Math.sqrt(2 * PI)],
    [1, 4, 3 / 2],
    [1, 8, 105 / 2],
    // Two: int_0^inf (1 - Phi^2) = int 2Q - Q^2, int Q = phi(0), int Q^2 = phi(0) - 1/(2 sqrt(pi)) by parts.
    [2, 1, 1 / Math.sqrt(2 * PI) + 1 / (2 * Math.sqrt(PI))],
    // E[max^2] = 1, of which both negative have E[N^2; N' < N < 0] twice = 2 (1/pi) int cos^2 over an eighth of the circle = 1/4 - 1/(2 pi).
    [2, 2, 3 / 4 + 1 / (2 * PI)],
  ])("of %d normals, power %d, is %d", (count, k, expected) => {
    // A sum of at most 2^11 positive terms of a few ulps each, and a truncation of e^-40 of 0.39: 1e-14 leaves room for all.
    expect(Math.abs(positiveMaximumMoment(count, k) / expected - 1)).toBeLessThan(1e-14);
  });

  test.prop([counts, fc.integer({ min: 1, max: 12 })], { numRuns: 40 })(
    "is the integral by Simpson's rule",
    (count, k) => {
      // On [0, 20] (beyond it count Q(x) < 1e-77) in 40000 intervals of h = 1/2000. The integrand varies on the scale 1/x >= 1/12: Simpson's
      // error is about (h x)^4/180 < 1e-10 of it.
      const intervals = 40_000;
      const h = 20 / intervals;
      let sum = 0;
      for (let j = 1; j < intervals; j++) {
        const x = j * h;
        sum += (j % 2 === 1 ? 4 : 2) * k * x ** (k - 1) * -Math.expm1(count * Math.log1p(-normalTail(x)));
      }
      const atZero = k === 1 ? 1 - 2 ** -count : 0;
      expect(positiveMaximumMoment(count, k) / ((h / 3) * (sum + atZero))).toBeCloseTo(1, 9);
    },
  );

  test.prop([counts, fc.integer({ min: 1, max: 250 })], { numRuns: 40 })(
    "grows with count, and log-convexly with k",
    (count, k) => {
      const [low, middle, high] = [k, k + 1, k + 2].map((power) => positiveMaximumMoment(count, power)) as [
        number,
        number,
        number,
      ];
      expect(positiveMaximumMoment(count + 1, k)).toBeGreaterThan(low * (1 - 1e-13));
      // Cauchy-Schwarz; the ratio's own size is what 1e-13 is relative to.
      expect(middle / low).toBeLessThanOrEqual((high / middle) * (1 + 1e-13));
    },
  );

  it("is Infinity where it is beyond the doubles: E[N_+^310] = 309!!/2 > 1e308", () => {
    expect(positiveMaximumMoment(1, 310)).toBe(Infinity);
    expect(positiveMaximumMoment(1, 998)).toBe(Infinity);
  });
});
