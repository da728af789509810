import { describe, expect, it } from "vitest";
import { trained, trainedAt, trainedRun } from "../../../../proofs-check/support/batches/trained.ts";
import { parseDynamics } from "../../../../src/dynamics/run.ts";
import { parseRun } from "../../../../src/sim/run.ts";
import { simulate } from "../../../../src/sim/simulate.ts";

const sizes = { n: 4, s: 4, sigma0: 0.05 };
const optimizer = { name: "adam", lr: 0.01, weightDecay: 0, betas: [0.9, 0.99], eps: 1e-3 };
const chosen = { ...sizes, optimizer, batchSize: 2, epochs: 5, seed: 3 };

describe("trained", () => {
  it("ends where the network does", () => {
    const { method: _, ...run } = trainedRun(chosen);
    const { final } = simulate(parseRun(run));
    const end = trained(chosen);
    // Ten steps of numbers of size 1, summed in another order.
    for (const j of ["+1", "-1"] as const) {
      expect(Math.abs(end.featureLearning[j] - final.featureLearning[j])).toBeLessThan(1e-12);
      const [own, all] = [end.noiseMemorization.max[j], final.noiseMemorization.max[j]];
      expect(Math.abs((own as number) - (all as number))).toBeLessThan(1e-12);
    }
    expect([end.epoch, end.trainError]).toEqual([5, final.trainError]);
  });

  it("has noise of |zeta| about 1 whatever s is, supports apart, and labels flipped where that is asked", () => {
    const { setting } = trainedRun(chosen);
    expect(setting).toMatchObject({ s: 4, sigmaP: 0.5, d: 33, alpha: 0.2, m: 10, q: 3, supports: "disjoint" });
    expect(setting).not.toHaveProperty("flip");
    expect(trainedRun({ ...chosen, flip: 0.4 }).setting).toHaveProperty("flip", 0.4);
    expect(trainedRun({ ...chosen, s: 16 }).setting.sigmaP).toBe(0.25);
  });

  it("has a run that a report keeps and a command reads again, and says its sizes", () => {
    const run = trainedRun(chosen);
    expect(parseDynamics(JSON.parse(JSON.stringify(run)))).toEqual(run);
    expect(trainedAt(sizes)).toBe(
      "n = 4, d = 33, s = 4, sigmaP = 0.5, alpha = 0.2, m = 10, q = 3, sigma0 = 0.05, labels = balanced, supports = disjoint",
    );
  });
});
