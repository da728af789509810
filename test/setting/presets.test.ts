import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { drawExamples } from "../../src/data/examples.ts";
import { PRESETS } from "../../src/setting/presets.ts";
import { settingSchema } from "../../src/setting/setting.ts";
import { parseRun } from "../../src/sim/run.ts";

describe("every preset", () => {
  test.each(Object.entries(PRESETS))("%s is a complete and valid setting", (_, { about, setting }) => {
    expect(settingSchema.parse(setting)).toEqual(setting);
    expect(about).not.toBe("");
  });

  test.each(Object.entries(PRESETS))("%s gives its setting to a run", (preset, { setting }) => {
    const run = parseRun({ preset, optimizer: { name: "sgd", lr: 0.1 }, batchSize: setting.n, epochs: 1 });
    expect(run.setting).toEqual(setting);
  });
});

describe("the paper preset", () => {
  test("is the synthetic setting of [T25] D.2", () => {
    expect(PRESETS.paper?.setting).toEqual({
      n: 200,
      d: 1000,
      s: 100,
      sigmaP: 0.1,
      alpha: 0.2,
      m: 20,
      q: 3,
      sigma0: 0.01,
      labels: "balanced",
    });
  });
});

describe("the paper-disjoint preset", () => {
  test("is the paper preset with more coordinates and disjoint supports", () => {
    expect(PRESETS["paper-disjoint"]?.setting).toEqual({ ...PRESETS.paper?.setting, d: 20031, supports: "disjoint" });
  });
});

describe("presets that are called disjoint", () => {
  test.prop([fc.constantFrom("disjoint", "paper-disjoint"), fc.maxSafeNat()], { numRuns: 20 })(
    "draw supports that do not overlap, whatever the seed",
    (name, seed) => {
      const setting = (PRESETS[name] as (typeof PRESETS)[string]).setting;
      const { coordinates } = drawExamples(setting, seed, "trainExample", setting.n);
      const noise = coordinates.filter((coordinate) => coordinate !== 0);
      expect(noise).toHaveLength(setting.n * setting.s);
      expect(new Set(noise).size).toBe(noise.length);
    },
  );
});
