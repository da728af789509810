import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { svgOf } from "../../../../src/report/figures/svg.ts";
import { sweepCurve } from "../../../../src/report/figures/sweep/sweepCurve.ts";
import { elementsOf } from "../../../helpers/xml.ts";

const figure = sweepCurve("sweep", "");
const drawn = (xs: readonly number[], more: object = {}) =>
  svgOf(figure, {
    ...{ axes: ["beta1"], about: "", command: "c", published: [], thresholds: [] },
    points: xs.map((x) => ({
      ...{ at: [x], series: "", seeds: 3, diverged: 0, median: 0.5, low: 0.4, high: 0.6, coverage: 0.75 },
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

it("a published value is open, so that what was measured there is seen", () => {
  const published = [{ at: 10, series: "", testError: 0.5, source: "[T25] Table 1", differs: [] }];
  const svg = drawn([1, 10, 100], { published });
  expect(svg).toMatch(/<g [^>]*fill="none"[^>]*aria-label="dot"/);
  expect(svg).toContain(">published: [T25] Table 1<");
});
