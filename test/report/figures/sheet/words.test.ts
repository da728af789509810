import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import {
  formulaText,
  numberText,
  seedsText,
  settingText,
  trainingText,
} from "../../../../src/report/figures/sheet/words.ts";
import { PRESETS } from "../../../../src/setting/presets.ts";
import type { Setting } from "../../../../src/setting/setting.ts";

const RAISED = "⁻⁰¹²³⁴⁵⁶⁷⁸⁹";
/** Back from the raised digits. */
const read = (text: string) =>
  Number(
    text
      .replace(
        /·?10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/,
        (_, power) => `e${[...power].map((c) => "-0123456789"[RAISED.indexOf(c)]).join("")}`,
      )
      .replace(/^(-?)e/, "$11e"),
  );

describe("numberText", () => {
  test.prop([fc.double({ noNaN: true, noDefaultInfinity: true })])(
    "reads back as four significant digits, an integer as itself",
    (x) => {
      expect(read(numberText(x))).toBe(Number.isSafeInteger(x) ? x + 0 : Number(x.toPrecision(4)) + 0);
    },
  );
});

describe("settingText", () => {
  const { setting } = PRESETS.paper as { setting: Setting };

  it("names a preset, and all eight numbers", () => {
    expect(settingText(setting)).toBe(
      "preset paper: n = 200, d = 1000, s = 100, σₚ = 0.1, α = 0.2, m = 20, q = 3, σ₀ = 0.01",
    );
    expect(settingText({ ...setting, n: 201 })).toMatch(/^n = 201, d = 1000/);
    expect(settingText({ ...setting, supports: "disjoint" })).toMatch(/^n = 200/);
  });

  it("of images says which and how they are cut, and no number of what is drawn", () => {
    const data = {
      images: "a",
      labels: "b",
      patch: [14, 14],
      sha256: "0123456789abcdef",
    } as unknown as Setting["data"];
    const images = { ...setting, ...{ d: 196, s: 195, sigmaP: 0, alpha: 0 }, data, classes: 10, patches: 4 } as Setting;
    expect(settingText(images)).toBe(
      "n = 200, m = 20, q = 3, σ₀ = 0.01, images 0123456789ab of 10 classes in 4 patches of 196 numbers",
    );
    expect(settingText({ ...images, flip: 0.2 })).toMatch(/numbers, 20% of labels flipped$/);
  });

  it("leaves out what varies, and is that preset still", () => {
    expect(settingText({ ...setting, n: 50 }, new Set(["n"]))).toMatch(/^preset paper: d = 1000/);
  });
});

it("trainingText says what trains, without what varies", () => {
  const optimizer = { name: "adam", lr: 5e-5, weightDecay: 1e-5, betas: [0.9, 0.999] };
  expect(trainingText({ optimizer, batchSize: 2 })).toBe("Adam, η = 5·10⁻⁵, λ = 10⁻⁵, β₁ = 0.9, β₂ = 0.999, b = 2");
  expect(trainingText({ optimizer, batchSize: 2 }, new Set(["optimizer", "weightDecay", "beta2"]))).toBe(
    "η = 5·10⁻⁵, β₁ = 0.9, b = 2",
  );
  expect(trainingText({ optimizer: { name: "sgd", lr: 1 }, network: "linear" })).toBe(
    "SGD, η = 1, λ = 0, batches as given, linear network",
  );
});

it("seedsText counts, and says from where to where without a gap", () => {
  expect([[7], [1, 2, 3], [1, 3]].map(seedsText)).toEqual(["1 seed (7)", "3 seeds (1 to 3)", "2 seeds"]);
});

it("formulaText changes whole names alone", () => {
  expect(formulaText("min(B^2/n, 1) + zeta sigmaPq sigmaP")).toBe("min(B^2/n, 1) + zeta sigmaPq σₚ");
});
