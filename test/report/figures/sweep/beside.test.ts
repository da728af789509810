import { describe, expect, it } from "vitest";
import { parsePlan } from "../../../../src/experiments/sweep/plan.ts";
import { besideOf } from "../../../../src/report/figures/sweep/beside.ts";
import { PRESETS } from "../../../../src/setting/presets.ts";

const SETTING = PRESETS.paper?.setting;

const besides = (base: object) => {
  const plan = {
    base: { setting: SETTING, optimizer: { name: "adam", lr: 5e-5 }, batchSize: 200, epochs: 10_000, ...base },
    axes: { weightDecay: [1e-5, 1e-4] },
    seeds: 1,
  };
  return besideOf(parsePlan(plan), "weightDecay", () => "all");
};

describe("what is known beside a sweep", () => {
  it("is what the papers publish, of their model alone, and thresholds where they are derived", () => {
    expect(besides({}).thresholds.map(({ name }) => name)).toEqual([
      "feature (Adam)",
      "noise (Adam)",
      "some noise (Adam)",
    ]);
    expect(besides({ batchSize: 100 }).published.length).toBeGreaterThan(0);
    for (const beyond of [{ loss: "hinge" }, { labelSmoothing: 0.1 }, { setting: { ...SETTING, basis: "rotated" } }]) {
      expect(besides({ ...beyond, batchSize: 100 })).toEqual({ published: [], thresholds: [] });
      expect(besides(beyond).thresholds).toEqual([]);
    }
    // The feature's threshold goes with mu^q, the noise's stay where they are.
    const [feature, ...noise] = besides({}).thresholds;
    const wider = besides({ setting: { ...SETTING, mu: 2, featureSupport: 4 } });
    expect(wider).toEqual({ published: [], thresholds: [{ ...feature, at: 8 * (feature?.at as number) }, ...noise] });
  });
});
