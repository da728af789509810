import { fc } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { OPERATION_NAMES, trial } from "./trial.ts";

/** Of each operation; docs/results/intervals/run.mjs does a million in all. */
const CASES = 2000;
const seed = (fc.readConfigureGlobal().seed as number) >>> 0;

describe("over numbers of every kind that has trouble to give", () => {
  it.each(OPERATION_NAMES)("%s holds the real results, as tightly as stated", (name) => {
    const outcomes = Array.from({ length: CASES }, (_, index) => ({ seed, index, ...trial(name, seed, index) }));
    expect(outcomes.filter(({ failures }) => failures.length > 0).slice(0, 3)).toEqual([]);
    // Empty operands and undefined images are the minority.
    expect(outcomes.filter(({ points }) => points > 0).length).toBeGreaterThan(CASES / 3);
  });
});
