import { test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { drawExamples } from "../../src/data/examples.ts";
import { directionsOf, drawShown, hasShown } from "../../src/data/features.ts";
import { drawPatches } from "../../src/data/patch.ts";
import { featureCoordinatesOf, featureCountOf } from "../../src/setting/model.ts";
import { PRESETS } from "../../src/setting/presets.ts";
import type { Setting } from "../../src/setting/setting.ts";
import { parseRun } from "../../src/sim/run.ts";
import { seeds } from "../helpers/arbitraries.ts";
import { featureSettings } from "../helpers/widerSettings.ts";

const SMALL = PRESETS.small?.setting as Setting;
const shownIn = (setting: Setting, count: number) =>
  [...drawPatches(setting, 3, "testExample", count)].map(({ label, shown }) => ({ label, ...shown }));

describe("what examples show", () => {
  it("is each feature as often and as strongly as its ratios say", () => {
    const setting: Setting = { ...SMALL, mu: 2, features: 2, frequencyRatio: 0.25, strengthRatio: 3 };
    const all = shownIn(setting, 4000);
    // 1/(1 + 1/4) = 0.8 of 4000, within five standard deviations sqrt(4000 0.8 0.2) = 25.3.
    const first = all.filter(({ feature }) => feature === 0);
    expect(Math.abs(first.length - 3200)).toBeLessThan(5 * 25.3);
    for (const { label, feature, sign, strength } of all) {
      expect(sign).toBe(label);
      expect(strength).toBe(label * (feature === 0 ? 2 : 6));
    }
  });

  it("is u or v with either sign where labels are an exclusive or", () => {
    const all = shownIn({ ...SMALL, mu: 1.5, xor: true }, 400);
    for (const { label, feature, sign, strength } of all) {
      expect(feature).toBe(label === 1 ? 0 : 1);
      expect(strength).toBe(1.5 * (sign as number));
    }
    for (const label of [1, -1]) {
      const up = all.filter((one) => one.label === label && one.sign === 1).length;
      // 100 of 200, within five standard deviations sqrt(50).
      expect(Math.abs(up - 100)).toBeLessThan(5 * Math.sqrt(50));
    }
  });

  test.prop([featureSettings, seeds])("lies on coordinates of its own, beside those of the noise", (setting, seed) => {
    const directions = directionsOf({ ...setting, basis: "standard" }, seed);
    const k = setting.featureSupport ?? 1;
    expect([...directions.coordinates]).toEqual(Array.from({ length: featureCoordinatesOf(setting) }, (_, c) => c));
    expect(directions.values.every((value) => value === 1 / Math.sqrt(k))).toBe(true);
    expect(directions.rows.length - 1).toBe(featureCountOf(setting));
    for (const { shown, coordinates, values, others = [] } of drawPatches(setting, seed, "trainExample", setting.n)) {
      expect(shown !== undefined).toBe(hasShown(setting));
      const { feature = 0 } = shown ?? {};
      for (const one of [{ coordinates, values }, ...others]) {
        const [on, noise] = [one.coordinates.slice(0, k), one.coordinates.slice(k)];
        expect([...on]).toEqual(Array.from({ length: k }, (_, c) => feature * k + c));
        expect(noise.every((c) => c >= featureCoordinatesOf(setting) && c < setting.d)).toBe(true);
        if (shown && !setting.alongFeature)
          expect(one.values[0]).toBe(-setting.alpha * shown.sign * (1 / Math.sqrt(k)));
      }
    }
  });

  test.prop([featureSettings, seeds])(
    "changes nothing else of an example: labels and noise are the same numbers",
    (setting, seed) => {
      const { features, xor, frequencyRatio, strengthRatio, ...one } = setting;
      const k = setting.featureSupport ?? 1;
      const alone = { ...one, d: setting.d - featureCoordinatesOf(setting) + k };
      const noise = (given: Setting) =>
        [...drawPatches(given, seed, "trainExample", setting.n)].map(({ label, values, coordinates }) => ({
          label,
          values: values.slice(k),
          places: coordinates.slice(k).map((c) => c - featureCoordinatesOf(given)),
        }));
      expect(noise(setting)).toEqual(noise(alone));
    },
  );

  it("is a part of the examples, and is one draw a seed", () => {
    const examples = drawExamples({ ...SMALL, features: 3 }, 3, "testExample", 50);
    expect([...(examples.shown?.features ?? [])]).toEqual(
      shownIn({ ...SMALL, features: 3 }, 50).map(({ feature }) => feature),
    );
    expect(drawShown({ ...SMALL, xor: true }, 3, "trainExample", 1, -1).feature).toBe(1);
    expect(drawExamples(SMALL, 3, "testExample", 5).shown).toBeUndefined();
  });

  it("is refused in one sentence where it does not go together", () => {
    const run = (more: object) =>
      parseRun({ setting: { ...SMALL, ...more }, optimizer: { name: "sgd", lr: 0.1 }, batchSize: 2, epochs: 1 });
    expect(() => run({ xor: true, features: 2 })).toThrow(
      /^setting.features must be absent where xor is true, but is 2; leave it out$/,
    );
    expect(() => run({ strengthRatio: 2 })).toThrow(
      /^setting.strengthRatio must be absent unless features is at least 2/,
    );
    expect(() => run({ features: SMALL.d })).toThrow(/^setting.features must be on fewer coordinates than d/);
    expect(() => run({ flipEvery: "step" })).toThrow(/^setting.flipEvery must be absent unless labels are flipped/);
    expect(() => run({ basis: "rotated", d: 2 ** 20 })).toThrow(/^setting must fit in 2 GiB/);
    expect(() => run({ features: 2, d: SMALL.s + 1 })).toThrow(/^setting.s must be at most d - 2/);
  });
});
