import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activeSet } from "../../src/dynamics/activeSet.ts";
import { coordinate } from "../../src/dynamics/coordinate.ts";
import type { Method, Problem, Recurrence } from "../../src/dynamics/recurrence.ts";
import { scalar } from "../../src/dynamics/scalar.ts";
import { networkOf } from "../../src/setting/network.ts";
import type { Setting } from "../../src/setting/setting.ts";
import { joinBatches } from "../../src/sim/batches.ts";
import { mustBeSameState } from "../helpers/sameState.ts";
import type { Case } from "./arbitrary.ts";
import { mustFollow } from "./backward.ts";
import { sameTraining } from "./same.ts";
import { widerCases } from "./widerCases.ts";

const STEPS = 100;

const withoutEps = (optimizer: Problem["optimizer"]) => ({ ...optimizer, eps: 0 });
/** Any eps where all noise entries have one size. */
const scalarOf = (optimizer: Problem["optimizer"], { noise }: Setting) =>
  noise === "rademacher" ? optimizer : withoutEps(optimizer);
const adaptive = (optimizer: Problem["optimizer"]) => ({
  ...optimizer,
  name: optimizer.name.startsWith("adam") ? optimizer.name : "adamw",
});

describe("beyond the papers' model every step of level 1 is one of level 0 from level 1's own state", () => {
  // The bounds of docs/notes/exactness.md, of n (P - 1) patches in the place of n examples; docs/notes/patches.md says why they hold.
  it.each([
    ["scalar", scalar, widerCases(STEPS, scalarOf)],
    ["coordinate", coordinate, widerCases(STEPS, adaptive)],
  ] as const)("%s", (_, method, arbitrary) => {
    mustFollow(method, arbitrary);
  });

  it("active-set: to the last bit", () => {
    fc.assert(
      fc.property(
        widerCases(40, (same) => same),
        (testCase) => sameTraining(activeSet, testCase),
      ),
      { numRuns: 40 },
    );
  });
});

describe("a training beyond the papers' model", () => {
  /** Two halves of the steps. */
  const halves = ({ legs }: Case) => {
    const batches = legs.flatMap(({ indices, offsets }) =>
      Array.from({ length: offsets.length - 1 }, (_, k) => [...indices.subarray(offsets[k], offsets[k + 1])]),
    );
    const middle = Math.floor(batches.length / 2);
    return [batches.slice(0, middle), batches.slice(middle)].map(joinBatches) as [
      ReturnType<typeof joinBatches>,
      ReturnType<typeof joinBatches>,
    ];
  };

  it.each([
    ["scalar", scalar, widerCases(20, scalarOf)],
    ["coordinate", coordinate, widerCases(20, adaptive)],
    ["active-set", activeSet, widerCases(20, (same) => same)],
  ] as const)("%s goes on from a state as if it had never stopped", (_, method: Method, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (testCase) => {
        const [whole, begun, goesOn] = [0, 1, 2].map(() => method.start(testCase.problem)) as [
          Recurrence,
          Recurrence,
          Recurrence,
        ];
        const [first, second] = halves(testCase);
        whole.run(first);
        begun.run(first);
        goesOn.restore(begun.state());
        begun.coefficients();
        for (const training of [whole, begun, goesOn]) training.run(second);
        mustBeSameState(goesOn.state(), whole.state());
        mustBeSameState(begun.state(), whole.state());
      }),
      { numRuns: 40 },
    );
  });

  // m = 1, ReLU, square loss, P = 3, k = 1, mu = 2, alpha = 1/2: y = +1, xi_1 = (-1/2, 1, -2, 0, 0), xi_2 = (-1/2, 0, 0, 4, 1).
  // w_+ = (1, 1, 0, 0, 1): <w_+, mu v> = 2, <w_+, xi_1> = -1/2 + 1 = 1/2, <w_+, xi_2> = -1/2 + 1 = 1/2; F_+ = 3. w_- = (0, 0, 1/2, 0, 0): 0 and below, F_- = 0.
  // (1 - 3)^2 has -L' = -4 at b = 1, so the gradient of w_+ is +4 (mu v + xi_1 + xi_2): by coordinate 4 (2 - 1), 4, -8, 16, 4; that of w_- is 0.
  // SignSGDW with eta = 1/4, lambda = 1: rho = 3/4. w_+' = 3/4 w_+ - 1/4 (1, 1, -1, 1, 1) = (1/2, 1/2, 1/4, -1/4, 1/2), w_-' = (0, 0, 3/8, 0, 0).
  it("one step by hand: ReLU, square loss, two noise patches", () => {
    const setting = { m: 1, q: 1, mu: 2, patches: 3 };
    const problem: Problem = {
      network: networkOf("cnn", setting),
      optimizer: { name: "signsgdw", lr: 0.25, weightDecay: 1, convention: "paper" },
      start: {
        d: 5,
        coordinates: Float64Array.of(0, 1, 2, 3, 4),
        examples: {
          ...{ count: 1, labels: Int8Array.of(1), rows: Int32Array.of(0, 3, 6) },
          ...{ coordinates: Int32Array.of(0, 1, 2, 0, 3, 4), values: Float64Array.of(-0.5, 1, -2, -0.5, 4, 1) },
        },
        weights: Float64Array.of(1, 0, 1, 0, 0, 0.5, 0, 0, 1, 0),
      },
      loss: { loss: "square" },
      wider: true,
    };
    const recurrence = scalar.start(problem);
    expect(recurrence.run(joinBatches([[0]]))).toBe(true);
    expect([...recurrence.weights()]).toEqual([0.5, 0, 0.5, 0, 0.25, 0.375, -0.25, 0, 0.5, 0]);
    const { signal, noise } = recurrence.coefficients();
    expect([...signal]).toEqual([0.5, 0]);
    // xi_1: -1/4 + 1/2 - 1/2, -3/4;  xi_2: -1/4 - 1 + 1/2, 0.
    expect([...noise]).toEqual([-0.25, -0.75, -0.75, 0]);
    // c: w_+ went along -sgn(a) dir by eta on both patches, by the same number.
    expect([...(recurrence.along?.() as Float64Array)]).toEqual([-0.25, 0, -0.25, 0]);
  });
});
