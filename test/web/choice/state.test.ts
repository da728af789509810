import { test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { PRESETS } from "../../../src/setting/presets.ts";
import { parseRun } from "../../../src/sim/run.ts";
import { GALLERY } from "../../../web/choice/gallery.ts";
import { type Choice, drawnRun, presetOf, runOf, standardOf } from "../../../web/choice/state.ts";
import { choices } from "./choices.ts";

describe("the run of a choice", () => {
  test.prop([choices])("is one that a run file can hold: parsed again, it is the same text", (choice) => {
    const run = runOf(choice);
    expect(JSON.stringify(parseRun(JSON.parse(JSON.stringify(run))))).toBe(JSON.stringify(run));
  });

  test.prop([choices])("records at most 201 moments, or as many as it is told up to 2001", (choice) => {
    const { epochs = 0, batches, recordEvery } = runOf(choice);
    expect(Math.ceil((batches?.length ?? epochs) / recordEvery)).toBeLessThanOrEqual(
      choice.recordEvery === null ? 200 : 2000,
    );
  });

  it("has no more records than can be drawn", () => {
    expect(() => runOf({ ...standardOf("tiny"), epochs: 4001, recordEvery: 2 })).toThrow(
      "recordEvery must be at least epochs/2000 = 3 in the page, but is 2; raise it",
    );
  });

  it("says what is chosen of the optimizer, and leaves the rest to the run file's defaults", () => {
    const optimizer = (more: Partial<Choice>) => runOf({ ...standardOf("tiny"), ...more }).optimizer;
    expect(optimizer({})).toEqual({
      ...{ name: "adam", lr: 0.01, weightDecay: 1e-5, convention: "pytorch" },
      ...{ betas: [0.9, 0.999], eps: 1e-8 },
    });
    expect(optimizer({ beta2: 0.5, eps: 0, convention: "paper" })).toMatchObject({
      ...{ betas: [0.9, 0.5], eps: 0, convention: "paper" },
    });
    expect(() => optimizer({ optimizer: "sgd", beta1: 0.5 })).toThrow(/optimizer.*betas/);
    expect(optimizer({ optimizer: "sam", rho: 0.5 })).toMatchObject({ name: "sam", rho: 0.5 });
    expect(optimizer({ optimizer: "muon" })).toMatchObject({ momentum: 0.95, eps: 1e-7 });
    expect(() => optimizer({ optimizer: "adam", maxNorm: 0.5 })).toThrow(/optimizer.*maxNorm/);
  });

  it("has the start and the batches that are written out, and says in a sentence what is wrong with them", () => {
    const setting = { ...standardOf("tiny"), n: 2, d: 3, s: 1, m: 1 };
    const start = {
      labels: [1, -1],
      noisePatches: [
        [0, 1, 0],
        [0, 0, 1],
      ],
      weights: [[[1, 2, 3]], [[4, 5, 6]]],
    };
    const batches = [[0], [1, 0], [1]];
    const run = runOf({ ...setting, start: JSON.stringify(start), batches: JSON.stringify(batches) });
    expect(run).toMatchObject({ start, batches, recordEvery: 1 });
    expect(run).not.toHaveProperty("batchSize");
    expect(run).not.toHaveProperty("epochs");
    // Four examples are seen, of two: two epochs, in three records.
    expect(drawnRun(run)).toMatchObject({ batchSize: 1, epochs: 2, recordEvery: 2 / 3 });
    const refused = (part: Partial<Choice>) => () => runOf({ ...setting, ...part });
    expect(refused({ batches: "[[0], [2]]" })).toThrow(
      "batches[1][0] must be an integer from 0 to n - 1 = 1, but is 2",
    );
    expect(refused({ batches: "0, 1" })).toThrow('batches must be JSON as in a run file, but is "0, 1"; correct it');
    expect(refused({ batches: "{}" })).toThrow(/^batches must be a list of batches/);
    expect(refused({ start: '{"labels": [], "labels": []}' })).toThrow(
      /^line 1 of start must have a key that is there once/,
    );
    expect(refused({ start: JSON.stringify({ ...start, labels: [1] }) })).toThrow(
      /^start\.labels must be a list of n = 2/,
    );
    expect(refused({ start: " ".repeat(1_000_001) })).toThrow(/^start must be at most 1000000 characters in the page/);
  });

  it("is that of a preset by its setting alone, and else an own one", () => {
    for (const name of Object.keys(PRESETS)) expect(presetOf(standardOf(name))).toBe(name);
    expect(presetOf({ ...standardOf("small"), batchSize: 3, seed: 7 })).toBe("small");
    expect(presetOf({ ...standardOf("small"), ...standardOf("tiny"), preset: "small" })).toBe("tiny");
    expect(presetOf({ ...standardOf("small"), alpha: 0.21 })).toBeUndefined();
    expect(presetOf({ ...standardOf("paper-disjoint"), supports: "independent" })).toBeUndefined();
    expect(presetOf({ ...standardOf("tiny"), start: "{}" })).toBeUndefined();
  });

  it("has no more epochs than a page can show", () => {
    expect(() => runOf({ ...standardOf("tiny"), epochs: 1e12 })).toThrow(
      "epochs must be at most 1000000 in the page, but is 1000000000000; correct it",
    );
  });

  it.each(Object.keys(PRESETS))("has the preset's own setting: %s", (preset) => {
    expect(runOf(standardOf(preset)).setting).toEqual(PRESETS[preset]?.setting);
  });

  it("says of supports what differs from the preset, and no more", () => {
    const disjoint = { ...standardOf("disjoint"), supports: "disjoint" as const };
    expect(runOf(disjoint).setting).toEqual({ ...PRESETS.disjoint?.setting, supports: "disjoint" });
    const byChance = { ...standardOf("paper-disjoint"), supports: "independent" as const };
    expect(runOf(byChance).setting).toEqual({ ...PRESETS["paper-disjoint"]?.setting, supports: "independent" });
  });
});

it.each(GALLERY)("the gallery's start can be trained: $title", ({ choice }) => {
  expect(runOf(choice).epochs).toBe(choice.epochs);
});
