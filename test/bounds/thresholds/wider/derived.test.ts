import { describe, expect, it } from "vitest";
import { isDerived, mustBeDerived } from "../../../../src/bounds/thresholds/wider/derived.ts";
import { InputError } from "../../../../src/setting/inputError.ts";
import type { ModelOfRun } from "../../../../src/setting/mustBePapers.ts";
import type { Setting } from "../../../../src/setting/setting.ts";

const setting: Setting = { n: 8, d: 99, s: 2, sigmaP: 1, alpha: 0, m: 2, q: 3, sigma0: 0.1, labels: "balanced" };

const DERIVED: Partial<Setting>[] = [
  {},
  { mu: 2, featureSupport: 4, patches: 5, noise: "laplace", flip: 0.1, q: 2.5, secondLayer: "trained" },
  { classes: 3, outputScale: "1/m" },
  { biases: true, basis: "standard", activation: "power", features: 1, xor: false },
  { q: 2, alongFeature: false, balance: 0.3 },
];

const BEYOND: [string, Partial<Setting>, Partial<ModelOfRun>?][] = [
  ["setting.data", { data: "own" }],
  ["setting.patches", { patches: 1 }],
  ["setting.features", { features: 2 }],
  ["setting.xor", { xor: true }],
  ["setting.basis", { basis: "rotated" }],
  ["setting.activation", { activation: "leakyRelu" }],
  ["setting.q", { q: 1.5 }],
  ["setting.mu", { mu: 0 }],
  ["setting.flipEvery", { flip: 0.1, flipEvery: "step" }],
  ["setting.alongFeature", { alongFeature: true }],
  ["setting.biases", { biases: true, featureSupport: 2 }],
  ["setting.biases", { biases: true, classes: 3 }],
  ["setting.biases", { biases: true, mu: 0.5 }],
  ["loss", {}, { loss: "hinge" }],
  ["labelSmoothing", {}, { labelSmoothing: 0.1 }],
  ["warmup", {}, { warmup: 2 }],
  ["lrSchedule", {}, { lrSchedule: "cosine" }],
  ["batchSchedule", {}, { batchSchedule: "1 + e" }],
];

describe("mustBeDerived", () => {
  it.each(DERIVED)("takes %o", (more) => {
    expect(isDerived({ setting: { ...setting, ...more } })).toBe(true);
    expect(() => mustBeDerived({ setting: { ...setting, ...more } })).not.toThrow();
  });

  it.each(BEYOND)("refuses another %s in one sentence", (key, more, run = {}) => {
    const asked = { setting: { ...setting, ...more }, ...run };
    expect(isDerived(asked)).toBe(false);
    expect(() => mustBeDerived(asked)).toThrow(InputError);
    expect(() => mustBeDerived(asked)).toThrow(
      new RegExp(`^${key} must be .* for thresholds, which are .*; correct it$`),
    );
  });
});
