import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { stageKeys, stagesOf } from "../../../../src/report/figures/run/stages.ts";
import { trajectory } from "../../../../src/report/figures/run/trajectory.ts";
import { SCREEN } from "../../../../src/report/figures/sheet/page.ts";
import { svgOf } from "../../../../src/report/figures/svg.ts";
import { elementsOf } from "../../../helpers/xml.ts";
import { inputOf } from "../inputs.ts";

const data = trajectory.read(inputOf("trajectory"));
const [first] = data.history as [(typeof data.history)[number]];

/** Moments with these heights: feature, median and 95% of fresh noise of both classes alike, and whether the training set is fitted. */
const history = (heights: readonly (readonly [number, number, number, boolean])[]) =>
  heights.map(([feature, median, high, fitted], k) => ({
    ...{ ...first, epoch: 10 * k, step: k, trainError: fitted ? 0 : 0.5 },
    featureLearning: { "+1": feature, "-1": feature },
    freshNoise: {
      low: { "+1": Math.min(median, 0), "-1": Math.min(median, 0) },
      median: { "+1": median, "-1": median },
      high: { "+1": high, "-1": high },
    },
  }));
const drawn = (heights: Parameters<typeof history>[0]) => svgOf(trajectory, { ...data, history: history(heights) });

describe("the stages of a trajectory", () => {
  it("are the first record without an error, and where feature and fresh noise part for good", () => {
    // Above the noise at epoch 10, not at 20, and again from 30 on; fitted at 20 and 40.
    const above = drawn([
      [0, 0, 1, false],
      [3, 0, 1, false],
      [1, 0, 1, true],
      [3, 0, 1, false],
      [4, 0, 1, true],
    ]);
    expect(above).toContain("first record with training error 0 (epoch 20)");
    expect(above).toContain("feature above 95% of fresh noise from here on (epoch 30)");
    expect(above).not.toContain("feature below most fresh noise");
    // Below the median from the start on.
    const below = drawn([
      [0, 1, 2, false],
      [0, 1, 2, false],
    ]);
    expect(below).toContain("feature below most fresh noise from here on (epoch 0)");
    expect(below).not.toContain("training error 0 (");
  });

  it("are not marked where the end is open, and stand together where they coincide", () => {
    const open = drawn([
      [0, 1, 2, false],
      [1, 1, 2, false],
    ]);
    expect(open).not.toMatch(/from here on/);
    const both = drawn([
      [1, 0, 2, false],
      [3, 0, 2, true],
    ]);
    expect(both.match(/>a, b</g)).toHaveLength(4);
  });
});

describe("the letters of stages", () => {
  const height = fc.double({ min: -3, max: 3, noNaN: true });
  const moment = fc.tuple(height, height, height, fc.boolean());
  test.prop([fc.array(fc.tuple(moment, moment), { minLength: 2, maxLength: 6 }), fc.constantFrom("+1", "-1", "both")])(
    "follow each other, those of a legend are in its panels, and whichever class is shown",
    (both, shown) => {
      const plus = history(both.map(([one]) => one));
      const minus = history(both.map(([, other]) => other));
      const mixed = plus.map((one, k) => {
        const other = minus[k] as (typeof minus)[number];
        const of = <T>(key: (m: typeof one) => { "+1": T; "-1": T }) => ({
          "+1": key(one)["+1"],
          "-1": key(other)["-1"],
        });
        return {
          ...one,
          featureLearning: of((m) => m.featureLearning),
          freshNoise: {
            low: of((m) => m.freshNoise.low),
            median: of((m) => m.freshNoise.median),
            high: of((m) => m.freshNoise.high),
          },
        };
      });
      const classes = shown === "both" ? (["+1", "-1"] as const) : ([shown] as ("+1" | "-1")[]);
      const letters = stageKeys(mixed, classes).flatMap(({ letter }) => letter ?? []);
      expect(letters).toEqual(["a", "b"].slice(0, letters.length));
      const marked = classes.flatMap((j) => stagesOf(mixed, j).flatMap(({ letter }) => letter.split(", ")));
      expect([...new Set(marked)].sort()).toEqual(letters);
    },
  );

  it("and flips of a class that is not drawn are in no legend", () => {
    const texts = (panel: string) =>
      svgOf(trajectory, data, { page: { ...SCREEN, bare: true, panel } }).split("</desc>")[1];
    // The recorded run: class -1 flips at 60, class +1 never does.
    expect(texts("minus-log")).toContain("below 0 from here on (epoch 60)");
    expect(texts("plus-log")).not.toMatch(/turns around|never|[+-]1:/);
    expect(texts("plus-log,minus-log")).toContain("(epoch +1: never, -1: 60)");
  });
});

describe("a trajectory", () => {
  const height = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  test.prop([fc.array(fc.tuple(height, height, height, fc.boolean()), { minLength: 2, maxLength: 6 })], {
    numRuns: 30,
  })("is drawn whatever the heights, every number a number", (heights) => {
    const svg = drawn(heights);
    expect(() => elementsOf(svg)).not.toThrow();
    expect(svg).not.toMatch(/NaN|Infinity/);
  });

  it("of an earlier version, without fresh noise, has no mark and no band of it", () => {
    const old = data.history.map(({ freshNoise: _, ...moment }) => moment);
    expect(svgOf(trajectory, { ...data, history: old })).not.toMatch(/fresh (examples|noise from)/);
  });

  it("of a class without examples has no band of memorized noise", () => {
    const none = { "+1": null, "-1": 1 };
    const lone = data.history.map(({ freshNoise: _, ...moment }) => ({
      ...moment,
      noiseMemorization: { min: none, max: none },
    }));
    const bands =
      svgOf(trajectory, { ...data, history: lone }).match(/aria-label="area"[^>]*><path d="([^"]*)"/g) ?? [];
    expect(bands).toHaveLength(2);
  });
});
