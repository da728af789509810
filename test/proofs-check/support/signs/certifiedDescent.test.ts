import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type DescentCase,
  descentCases,
  descentFalls,
} from "../../../../proofs-check/support/signs/certifiedDescent.ts";

/** One neuron a class, one example, only the feature's coordinate matters: z = w[1] = 1/2 for class +1, nothing else responds. */
const ONE: DescentCase = {
  ...{ q: 3, lr: 0.1, weightDecay: 0.5, labels: [1], patches: [[0, 0]] },
  weights: [[[0.5, 0]], [[-1, 0]]],
};

describe("a sign step", () => {
  test.each(["decayed", "loss"] as const)("descends as Taylor's formula says, %s", (objective) => {
    fc.assert(
      fc.property(descentCases, (drawn) => {
        expect(descentFalls(drawn, objective)).toBeUndefined();
      }),
      { numRuns: 400 },
    );
  });

  test.each(["decayed", "loss"] as const)("does not by twice as much, %s", (objective) => {
    expect(descentFalls({ ...ONE, lr: 0.01 }, objective, 2)).toMatch(/^it rises by -/);
  });

  test("has the gradient of one neuron: -3 (1/2)^2/(1 + e^(1/8)) = -0.35159, with decay 1/2 w: -0.10159 and -1/2", () => {
    // |grad J|_1 = 0.10159 + 0.5 on the two weights that are not 0, so that a rate of 100 leaves 0.1 * 100 * 0.60159 at most.
    const said = descentFalls(ONE, "decayed", 100) ?? "";
    expect(Number(/eta \|grad\|_1 = (\S+)$/.exec(said)?.[1])).toBeCloseTo(0.1 * (0.1015907 + 0.5), 5);
  });
});
