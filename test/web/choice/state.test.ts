import { test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { PRESETS } from "../../../src/setting/presets.ts";
import { parseRun } from "../../../src/sim/run.ts";
import { GALLERY } from "../../../web/choice/gallery.ts";
import { type Choice, runOf, standardOf } from "../../../web/choice/state.ts";
import { choices } from "./choices.ts";

describe("the run of a choice", () => {
  test.prop([choices])("is one that a run file can hold: parsed again, it is the same text", (choice) => {
    const run = runOf(choice);
    expect(JSON.stringify(parseRun(JSON.parse(JSON.stringify(run))))).toBe(JSON.stringify(run));
  });

  test.prop([choices])("records at most 201 moments, or as many as it is told up to 2001", (choice) => {
    const { epochs, recordEvery } = runOf(choice);
    expect(Math.ceil(epochs / recordEvery)).toBeLessThanOrEqual(choice.recordEvery === null ? 200 : 2000);
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
