import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activeSet } from "../../src/dynamics/activeSet.ts";
import { coastByStep } from "../../src/dynamics/coastByStep.ts";
import { inactiveSize } from "../../src/dynamics/inactive.ts";
import type { Problem } from "../../src/dynamics/recurrence.ts";
import { scalar } from "../../src/dynamics/scalar.ts";
import { sign, signTwin } from "../../src/dynamics/sign.ts";
import { defineOptimizer } from "../../src/optimizers/defineOptimizer.ts";
import { amsgrad, lion as lionByFormula, signum } from "../helpers/formulaOptimizers.ts";
import { heavyBall, lion, ownAdamw } from "../helpers/ownOptimizers.ts";
import { cases } from "./arbitrary.ts";
import { followed } from "./backward.ts";
import { sameTraining } from "./same.ts";

const STEPS = 200;

const by =
  (name: string, change: Partial<Problem["optimizer"]> = {}) =>
  (optimizer: Problem["optimizer"]): Problem["optimizer"] => ({ ...optimizer, ...change, name });
const [betas, eps] = [[0.9, 0.99] as const, 0];

describe("a user's own optimizer in coefficients", () => {
  it.each([
    ["Lion", lion.name],
    ["its own AdamW", ownAdamw.name],
    ["Lion by formula", lionByFormula.name],
    ["AMSGrad by formula", amsgrad.name],
  ])("every step of scalar is one of the full training where it is normalized: %s", (_, name) => {
    let [compared, open] = [0, 0];
    fc.assert(
      fc.property(cases("disjoint", STEPS, by(name, { betas, eps })), (testCase) => {
        expect(scalar.unmet(testCase.problem)).toBeUndefined();
        const came = followed(scalar, testCase);
        expect(came.wrong).toBeUndefined();
        compared += came.compared;
        open += came.open;
      }),
      { numRuns: 40 },
    );
    expect(open).toBeLessThan(0.05 * compared);
  });

  it.each([lion.name, heavyBall.name, signum.name, amsgrad.name])("active-set agrees to the last bit: %s", (name) => {
    fc.assert(
      fc.property(cases("independent", 40, by(name)), (testCase) => sameTraining(activeSet, testCase)),
      { numRuns: 20 },
    );
  });

  it("is refused by scalar and sign where it does not qualify, by name", () => {
    fc.assert(
      fc.property(cases("disjoint", 4, by(heavyBall.name)), ({ problem }) => {
        expect(scalar.unmet(problem)).toBe("the optimizer must take normalized steps, but is test-heavy-ball");
        expect(sign.unmet(problem)).toBe("the optimizer must keep moments, but is test-heavy-ball");
        expect(scalar.unmet({ ...problem, optimizer: { ...problem.optimizer, name: ownAdamw.name, eps: 1e-3 } })).toBe(
          "eps must be 0, but is 0.001",
        );
      }),
      { numRuns: 5 },
    );
  });

  it("has the sign steps of its kind of decay as its level 2", () => {
    const optimizer = { name: lion.name, lr: 0.5, weightDecay: 0.25, convention: "paper", betas } as const;
    expect(signTwin(optimizer)).toEqual({ name: "signsgdw", lr: 0.5, weightDecay: 0.25, convention: "paper" });
  });

  it("coasts as many steps of its own with gradient 0, and its untouched weights only decay", () => {
    const optimizer = { name: lion.name, lr: 0.5, weightDecay: 0.5, convention: "paper", betas: [0.5, 0.5] } as const;
    const at = { weights: Float64Array.of(8), step: 3, moments: { mom: Float64Array.of(-4) } };
    // rho = 3/4: 8 -> 6 + 1/2 -> 4.875 + 1/2.
    expect(coastByStep(optimizer, at, 5)).toEqual({
      weights: Float64Array.of(5.375),
      step: 5,
      moments: { mom: Float64Array.of(-1) },
    });
    expect(inactiveSize(optimizer, 1)(2)).toBe(0.5625);
  });

  it("by formulas with w: weights that no example touches take their own steps, those of both signs", () => {
    const { name } = defineOptimizer({ name: "test-own-decay", decay: "decoupled", direction: "g + lambda*max(w, 0)" });
    const optimizer = { name, lr: 0.5, weightDecay: 0.5, convention: "paper" } as const;
    // rho = 3/4; w > 0: 3/4 w - 1/4 w = w/2, else 3/4 w: after two steps 1/16 and 9/16 of it.
    const both = ((1 / 4) ** 2 + (9 / 16) ** 2) / 2;
    expect(inactiveSize(optimizer, 1)(2)).toBeCloseTo(Math.sqrt(both), 14);
  });
});
