import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { fileOf, trajectories, trajectoryViolation } from "../../../../proofs-check/support/eps/trajectoryPair.ts";

describe("trajectoryViolation", () => {
  test.prop([trajectories], { numRuns: 30 })("finds none wherever it is asked", (drawn) => {
    expect(trajectoryViolation(drawn)).toBeUndefined();
  });

  it("finds trainings further apart than the square of G/eps leaves them", () => {
    const cases = fc.sample(trajectories, { seed: 1, numRuns: 60 }).filter(({ eps }) => eps >= 64);
    expect(cases.some((drawn) => trajectoryViolation(drawn, 2) !== undefined)).toBe(true);
  });

  it("trains both from one start on the full batch, with a rate of eps h and of (1 - b1) h", () => {
    const [drawn] = fc.sample(trajectories, { seed: 2, numRuns: 1 }) as [Parameters<typeof fileOf>[0]];
    const [adam, momentum] = [fileOf(drawn, "adam"), fileOf(drawn, "momentum")];
    expect({ ...adam, optimizer: momentum.optimizer }).toEqual(momentum);
    expect([adam.batchSize, adam.optimizer.lr]).toEqual([drawn.setting.n, drawn.h * drawn.eps]);
    expect(momentum.optimizer.lr).toBe(drawn.h * (1 - drawn.betas[0]));
  });
});
