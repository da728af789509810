import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { spread, valuesOf } from "../../../src/experiments/sweep/range.ts";

const ends = fc
  .tuple(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), fc.double({ min: 1e-9, max: 1e9, noNaN: true }))
  .filter(([a, b]) => a !== b);

describe("spread", () => {
  test.prop([fc.constantFrom("linear", "log"), ends, fc.integer({ min: 2, max: 50 })])(
    "goes from end to end, never back",
    (scale, [a, b], count) => {
      const values = spread(scale, [a, b], count, false);
      expect([values.length, values[0], values.at(-1)]).toEqual([count, a, b]);
      const steps = values.slice(1).map((value, k) => Math.sign(b - a) * (value - (values[k] as number)));
      // Rounding to 12 digits moves a value by 5e-12 of it at most: neighbours nearer than that may come out equal or, beside an end, turned.
      for (const step of steps) expect(step).toBeGreaterThanOrEqual(-1e-11 * Math.max(a, b));
    },
  );

  test.prop([ends, fc.integer({ min: 3, max: 30 })])("keeps ratios on the log scale", ([a, b], count) => {
    const values = spread("log", [a, b], count, false);
    const ratio = (b / a) ** (1 / (count - 1));
    values.slice(1).forEach((value, k) => expect(value / (values[k] as number) / ratio).toBeCloseTo(1, 10));
  });

  it("stays finite between ends that are as far apart as doubles can be", () => {
    expect(spread("linear", [-1e308, 1e308], 3, false)).toEqual([-1e308, 0, 1e308]);
  });

  it("gives decades as they are written", () => {
    expect(spread("log", [1e-8, 1e-1], 8, false)).toEqual([1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1]);
    expect(spread("linear", [0, 1], 11, false)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
  });

  it("gives integers once each where only they have a meaning", () => {
    // 2 * 20^(k/8): 2, 2.91, 4.23, 6.15, 8.94, 13.01, 18.92, 27.51, 40.
    expect(spread("log", [2, 40], 9, true)).toEqual([2, 3, 4, 6, 9, 13, 19, 28, 40]);
    expect(spread("linear", [1, 3], 9, true)).toEqual([1, 2, 3]);
  });
});

describe("valuesOf", () => {
  it("takes lists as they are, and what it gave", () => {
    const values = valuesOf({ log: [1, 100], count: 3 }, "axes.lr", false);
    expect(values).toEqual([1, 10, 100]);
    expect(valuesOf(values, "axes.lr", false)).toEqual(values);
  });

  it.each([
    [[]],
    [[null]],
    [[Number.NaN]],
    [3],
    ["1-3"],
    [null],
    [{ count: 3 }],
    [{ log: [1, 10] }],
    [{ log: [1, 10], linear: [1, 10], count: 3 }],
    [{ log: [0, 10], count: 3 }],
    [{ log: [1], count: 3 }],
    [{ log: [1, 1], count: 3 }],
    [{ linear: ["1", 2], count: 3 }],
    [{ linear: [1, 2], count: 1 }],
    [{ linear: [1, 2], count: 2.5 }],
    [{ toString: [1, 2], count: 3 }],
  ])("refuses %j in one sentence that names the field", (given) => {
    expect(() => valuesOf(given, "axes.lr", false)).toThrow(/^axes\.lr must be .*; correct it$/);
  });
});
