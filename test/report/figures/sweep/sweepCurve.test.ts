import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { svgOf } from "../../../../src/report/figures/svg.ts";
import { sweepCurve } from "../../../../src/report/figures/sweep/sweepCurve.ts";
import { elementsOf } from "../../../helpers/xml.ts";

const figure = sweepCurve("sweep", "");
const drawn = (xs: readonly number[], more: object = {}) =>
  svgOf(figure, {
    ...{ axes: ["beta1"], form: "median" as const, about: "", command: "c", published: [], thresholds: [] },
    points: xs.map((x) => ({
      ...{ at: [x], series: "", seeds: 3, diverged: 0, middle: 0.5, low: 0.4, high: 0.6, coverage: 0.75 },
    })),
    ...more,
  });
/** Where points stand across, in their order. */
const places = (svg: string) => [...svg.matchAll(/<circle [^>]*cx="([\d.]+)"/g)].map(([, x]) => Number(x));

describe("the axis of a sweep", () => {
  it("is logarithmic where values differ by a factor of five, and linear where they are close", () => {
    const [a, b, c] = places(drawn([1, 10, 100])) as [number, number, number];
    expect(b - a).toBeCloseTo(c - b, 1);
    const [d, e, f] = places(drawn([0, 0.5, 0.9])) as [number, number, number];
    expect((e - d) / (f - d)).toBeCloseTo(0.5 / 0.9, 2);
  });

  const value = fc.oneof(fc.constant(0), fc.double({ min: 1e-100, max: 1e100, noNaN: true }));
  test.prop([fc.uniqueArray(value, { minLength: 1, maxLength: 6 }), value])(
    "has every number a number, whatever values and thresholds there are",
    (xs, at) => {
      const svg = drawn(xs, { thresholds: [{ name: "t", at }] });
      expect(() => elementsOf(svg)).not.toThrow();
      expect(svg).not.toMatch(/NaN|Infinity/);
    },
  );
});

describe("the papers' form", () => {
  const means = (axis: string, xs: readonly number[]) => drawn(xs, { axes: [axis], form: "mean" });

  it("says what bars are, and the paper's direction beside", () => {
    const svg = means("batchSize", [16, 64, 1024]);
    expect(svg).toContain("[T25] Fig. 1, 7: rises with b (CIFAR-10)");
    expect(svg.replaceAll(/<[^>]*>/g, " ")).toMatch(/Mean test error over seeds;\s+bars:\s+standard\s+deviations/);
    expect(drawn([16, 1024], { axes: ["batchSize"] })).not.toContain("rises with b");
  });

  it("has the decay above which Adam breaks, where the axis holds it", () => {
    expect(means("weightDecay", [0.001, 1])).toContain("Adam breaks above");
    expect(means("weightDecay", [1, 10, 100]).split("In grey")[0]).not.toContain("Adam breaks above");
  });
});

it("a published value is open, so that what was measured there is seen", () => {
  const published = [{ at: 10, series: "", testError: 0.5, source: "[T25] Table 1", differs: [] }];
  const svg = drawn([1, 10, 100], { published });
  expect(svg).toMatch(/<g [^>]*fill="none"[^>]*aria-label="dot"/);
  expect(svg).toContain(">published: [T25] Table 1<");
});
