import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import {
  type BasisCase,
  basisCases,
  basisFile,
  basisViolation,
} from "../../../../proofs-check/support/basis/rotatedPair.ts";

describe("basisViolation", () => {
  test.prop([basisCases(["sgd", "momentum", "nesterov"])], { numRuns: 20 })(
    "finds none of gradient descent, which turns with the basis",
    (drawn) => {
      expect(basisViolation(drawn)).toBeUndefined();
    },
  );

  it.each(["adam", "signsgd"])("finds %s to be another training, at a step and a number", (name) => {
    const drawn = fc.sample(basisCases([name]), { seed: 1, numRuns: 10 });
    const found = drawn.map(basisViolation).filter((said) => said !== undefined);
    expect(found.length).toBeGreaterThanOrEqual(5);
    // The first three numbers are of the start, which only turns: loss and <w, v> of both classes.
    for (const said of found) expect(Number(/^number (\d+) is/.exec(said)?.[1])).toBeGreaterThanOrEqual(3);
  });
});

describe("basisFile", () => {
  it("is one run but for the basis", () => {
    const [drawn] = fc.sample(basisCases(["adam"]), { seed: 3, numRuns: 1 }) as [BasisCase];
    const [standard, rotated] = [basisFile(drawn, "standard"), basisFile(drawn, "rotated")];
    expect(rotated).toEqual({ ...standard, setting: { ...standard.setting, basis: "rotated" } });
    expect(standard).toMatchObject({ optimizer: { eps: 0, weightDecay: 0 }, batchSize: drawn.setting.n });
  });
});
