import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activeSet } from "../../src/dynamics/activeSet.ts";
import { coordinate } from "../../src/dynamics/coordinate.ts";
import { gram } from "../../src/dynamics/gram.ts";
import type { Problem } from "../../src/dynamics/recurrence.ts";
import { scalar } from "../../src/dynamics/scalar.ts";
import { worstDeviation } from "./agreement.ts";
import { cases } from "./arbitrary.ts";

const STEPS = 1000;
const TOLERANCE = 1e-10;

const sgd = (optimizer: Problem["optimizer"]) => ({ ...optimizer, name: "sgd" });
/** What the conditions of scalar and coordinate ask for. */
const uncoupled = (optimizer: Problem["optimizer"]) => ({
  ...optimizer,
  weightDecay: optimizer.name.endsWith("w") ? optimizer.weightDecay : 0,
});
const normalized = (optimizer: Problem["optimizer"]) =>
  uncoupled({ ...optimizer, name: optimizer.name === "sgd" ? "adamw" : optimizer.name, eps: 0 });
const adaptive = (optimizer: Problem["optimizer"]) =>
  uncoupled({ ...optimizer, name: optimizer.name.startsWith("adam") ? optimizer.name : "adamw" });

describe("levels 0 and 1 agree after 1000 steps", () => {
  it.each([
    ["gram, disjoint supports", gram, cases("disjoint", STEPS, sgd)],
    ["gram, overlapping supports", gram, cases("independent", STEPS, sgd)],
    ["scalar", scalar, cases("disjoint", STEPS, normalized)],
    ["coordinate", coordinate, cases("disjoint", STEPS, adaptive)],
  ] as const)("%s", (_, method, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (testCase) => {
        expect(method.unmet(testCase.problem)).toBeUndefined();
        expect(worstDeviation(method, testCase)).toBeLessThan(TOLERANCE);
      }),
      { numRuns: 100 },
    );
  });

  it("active-set, to the last bit, whatever the optimizer and the supports", () => {
    for (const supports of ["disjoint", "independent"] as const) {
      fc.assert(
        fc.property(cases(supports, STEPS), (testCase) => worstDeviation(activeSet, testCase) === 0),
        { numRuns: 50 },
      );
    }
  });
});
