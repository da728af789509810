import { describe, expect, it } from "vitest";
import { flipOf } from "../../../../src/report/figures/run/stages.ts";
import type { Moment } from "../../../../src/sim/trajectory.ts";

const history = (...features: number[]) =>
  features.map((f, epoch) => ({ epoch, featureLearning: { "+1": f, "-1": 1 } }) as unknown as Moment);

describe("flipOf", () => {
  it("is where the feature is largest, and where it is negative for good", () => {
    const flip = flipOf(history(0.1, 0.3, -0.1, 0.2, -0.1, -0.2), "+1");
    expect([flip?.turns.epoch, flip?.negative.epoch]).toEqual([1, 4]);
  });

  it("is none of a feature that ends positive, or was never learnt", () => {
    expect(flipOf(history(0.1, 0.3, 0.2), "+1")).toBeUndefined();
    expect(flipOf(history(0.1, -0.1, -0.2), "+1")).toBeUndefined();
    expect(flipOf(history(0.1, 0.3, -0.2), "-1")).toBeUndefined();
  });
});
