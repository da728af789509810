import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { normalQuantile } from "../../src/numeric/normalQuantile.ts";
import { normal } from "../../src/random/normal.ts";
import { openStream } from "../../src/random/stream.ts";
import { uniform } from "../../src/random/uniform.ts";
import * as statistics from "../helpers/statistics.ts";

describe("normal", () => {
  const N = 100_000;
  const stream = openStream(1, "testExample", 1);
  const sample = Array.from({ length: N }, () => normal(stream));

  test.prop([fc.nat(), fc.integer({ min: 1, max: 9 })])(
    "is the quantile of the next uniform, two words a number",
    (index, count) => {
      const [one, other] = [openStream(2, "shuffle", index), openStream(2, "shuffle", index)];
      for (let k = 0; k < count; k++) expect(normal(one)).toBe(normalQuantile(uniform(other)));
    },
  );

  test("has mean 0", () => {
    // The mean of N standard normals is N(0, 1/N).
    expect(Math.abs(statistics.mean(sample)) * Math.sqrt(N)).toBeLessThan(statistics.NORMAL_DEVIATES);
  });

  test("has variance 1", () => {
    // The sum of squares is chi-square with N degrees of freedom.
    const squares = sample.reduce((sum, x) => sum + x * x, 0);
    expect(squares).toBeLessThan(statistics.chiSquareUpper(N));
    expect(squares).toBeGreaterThan(statistics.chiSquareLower(N));
  });

  test("has third moment 0 and fourth moment 3", () => {
    // Var(x^3) = 15, Var(x^4) = 96; means of 1e5 are normal enough that 6.4 standard deviations are as rare as elsewhere.
    const moment = (power: number) => statistics.mean(sample.map((x) => x ** power));
    expect(Math.abs(moment(3))).toBeLessThan(statistics.NORMAL_DEVIATES * Math.sqrt(15 / N));
    expect(Math.abs(moment(4) - 3)).toBeLessThan(statistics.NORMAL_DEVIATES * Math.sqrt(96 / N));
  });

  test("has the normal distribution function", () => {
    const distribution = (x: number) => {
      let [term, sum] = [x, x];
      for (let k = 3; Math.abs(term) > 1e-18; k += 2) sum += term *= (x * x) / k;
      return 0.5 + (sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
    };
    expect(statistics.kolmogorovDistance(sample, distribution)).toBeLessThan(statistics.kolmogorov(N));
  });
});
