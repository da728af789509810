import fc from "fast-check";
import { describe, test } from "vitest";
import { drawActiveStart } from "../../../src/data/activeStart.ts";
import { scalar } from "../../../src/dynamics/scalar.ts";
import { networkOf } from "../../../src/setting/network.ts";
import { joinBatches } from "../../../src/sim/batches.ts";
import { cases, expectEqual, ROOMS } from "./cases.ts";

describe("the kernel of trainings in coefficients", () => {
  test.each(ROOMS)("gives the bytes of the plain recurrence: %s", (_, method, names, numRuns) => {
    fc.assert(
      fc.property(cases(method, names), fc.boolean(), (testCase, everyLeg) => expectEqual(method, testCase, everyLeg)),
      { numRuns },
    );
  });

  /** Example 1 so many times, then example 0, back and forth, the other being away for `length` steps. */
  const problemOf = (m: number, lr: number, betas: readonly [number, number], weightDecay = 1e-3) => {
    const setting = { n: 2, d: 12, s: 4, sigmaP: 0.5, alpha: 0.2, m, q: 3, sigma0: 0.1, labels: "balanced" } as const;
    const start = drawActiveStart({ ...setting, supports: "disjoint" }, networkOf("cnn", setting), 3);
    const optimizer = { name: "adamw", lr, weightDecay, betas, eps: 0, convention: "pytorch" as const };
    return { network: networkOf("cnn", setting), optimizer, start };
  };
  const backAndForth = (first: number, length: number) => {
    const away = Array.from({ length }, () => 0);
    return joinBatches([...Array.from({ length: first }, () => 1), ...away, 1, ...away, 1, ...away, 1].map((i) => [i]));
  };

  test("keeps a sum of steps only where all of them have one size", () => {
    // With these betas both corrections are 1 to the last bit from step 105 on, and the size of step 104 is a unit of the last place off. A lane
    // shows it where it is no larger than a step: rho = 1 - lr weightDecay = 1/2 lets it forget what it was. Not every lr does: in most the unit
    // is rounded away. Back after two steps, since the last size is known to be that only when the next step has begun.
    const problem = problemOf(5, 0.013, [0.5, 0.7], 1 / 0.026);
    for (let first = 100; first < 107; first++) expectEqual(scalar, { problem, legs: [backAndForth(first, 2)] }, false);
  });

  test("goes on where step sizes are no longer kept", () => {
    // 65536 are kept (setup.ts); with this b2 the correction is felt for 370000 steps.
    const legs = [backAndForth(65530, 10)];
    expectEqual(scalar, { problem: problemOf(1, 1e-5, [0.9, 0.9999]), legs }, false);
  });
});
