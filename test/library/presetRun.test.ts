import { describe, expect, it } from "vitest";
import { type PresetRun, presetRun } from "../../src/library/presetRun.ts";
import { InputError } from "../../src/setting/inputError.ts";

const NAMES = "paper, small, disjoint, paper-disjoint, tiny";

describe("presetRun", () => {
  it("takes what it is given, and fills in the rest", () => {
    expect(presetRun({ preset: "tiny", lr: 0.5, seed: undefined })).toEqual({
      preset: "tiny",
      optimizer: { name: "adam", lr: 0.5, weightDecay: 1e-5 },
      // Half of its 6 examples.
      batchSize: 3,
      epochs: 100,
    });
    expect(presetRun({ preset: "tiny", weightDecay: 0, seed: 7 })).toMatchObject({
      optimizer: { weightDecay: 0 },
      seed: 7,
    });
  });

  it.each([
    [undefined, `preset must be one of ${NAMES}, but is missing; correct it`],
    [{ preset: "tinny" }, `preset must be one of ${NAMES}, but is "tinny"; did you mean "tiny"?`],
    [{ preset: 3 }, "preset must be a text, but is 3; correct it"],
    [
      { preset: "tiny", batchsize: 3 },
      'batchsize must be a known key of presetRun\'s spec, but is not (its value is 3); did you mean "batchSize"?',
    ],
    [{ preset: "tiny", lr: "x" }, 'lr must be a finite number > 0, but is "x"; correct it'],
    [{ preset: "tiny", lr: 0 }, "lr must be a finite number > 0, but is 0; correct it"],
    [{ preset: "tiny", weightDecay: -1 }, "weightDecay must be a finite number >= 0, but is -1; correct it"],
    [{ preset: "tiny", seed: -1 }, "seed must be an integer >= 0 (below 2^53), but is -1; correct it"],
    ["tiny", 'presetRun\'s spec must be an object, but is "tiny"; correct it'],
  ])("refuses %j in a sentence", (given, message) => {
    expect(() => presetRun(given as PresetRun)).toThrow(new InputError(message));
  });
});
