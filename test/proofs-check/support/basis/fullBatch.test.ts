import { describe, expect, it } from "vitest";
import { fullBatch, fullBatchAt, fullBatchRun } from "../../../../proofs-check/support/basis/fullBatch.ts";
import { parseRun } from "../../../../src/sim/run.ts";

const sizes = { n: 4, s: 3, sigmaP: 0.25, alpha: 0.5, m: 2, sigma0: 0.1 };
const training = { sizes, optimizer: { name: "sgd", lr: 0.1 }, epochs: 3, seed: 5, testSize: 20 } as const;

describe("fullBatch", () => {
  it("has as many coordinates as supports and the feature need, one batch, no decay", () => {
    const run = fullBatchRun(training);
    // 4 supports of 3, and the feature.
    expect(run.setting).toMatchObject({ ...sizes, d: 13, q: 3, supports: "disjoint" });
    expect(fullBatchRun({ ...training, basis: "rotated" }).setting).toEqual({ ...run.setting, basis: "rotated" });
    expect(run).toMatchObject({ batchSize: 4, recordEvery: 3, testSize: 20, optimizer: { weightDecay: 0 } });
    // What a report keeps, and a command reads again.
    expect(parseRun(JSON.parse(JSON.stringify(run)))).toEqual(run);
  });

  it("starts from one point in both bases, and gradient descent ends at one", () => {
    const [standard, rotated] = (["standard", "rotated"] as const).map(
      (basis) => fullBatch({ ...training, basis, recordEvery: 1 }).history,
    ) as [ReturnType<typeof fullBatch>["history"], ReturnType<typeof fullBatch>["history"]];
    // Sums of 13 terms of size 1, over three steps that double nothing.
    standard.forEach(({ trainLoss }, k) => {
      expect(Math.abs(trainLoss - (rotated[k]?.trainLoss as number))).toBeLessThan(1e-12);
    });
    expect(standard).toHaveLength(4);
    expect(standard.at(-1)?.trainLoss).toBeLessThan(standard[0]?.trainLoss as number);
  });

  it("says its sizes", () => {
    expect(fullBatchAt(sizes)).toBe(
      "n = 4, s = 3, sigmaP = 0.25, alpha = 0.5, m = 2, sigma0 = 0.1, q = 3, disjoint, full batch",
    );
  });
});
