import { describe, expect, test } from "vitest";
import { certify } from "../../src/certified/certify.ts";
import { parseDynamics } from "../../src/dynamics/run.ts";
import { defineOptimizer } from "../../src/optimizers/defineOptimizer.ts";
import { finish } from "../../src/sim/follow.ts";
import { parseRun } from "../../src/sim/run.ts";
import { simulate } from "../../src/sim/simulate.ts";

const SETTING = {
  ...{ n: 4, d: 40, s: 3, sigmaP: 0.6, alpha: 0.4, m: 2, q: 3, sigma0: 0.3 },
  ...{ labels: "balanced", supports: "disjoint" },
};

const run = (optimizer: object) => ({
  ...{ setting: SETTING, optimizer, batchSize: 2, epochs: 20, testSize: 200, recordEvery: 20, seed: 3 },
});

const certifiedEnd = (optimizer: object, digits = 80) =>
  finish(
    certify(parseDynamics(run(optimizer)), { arithmetic: "binary", digits, until: ["features"], testError: true }),
  );

const REFUSED =
  /^a certified test error must be of SGD or of decay that is decoupled or 0, but the optimizer couples it, or the weight/;

describe("the test error of a certified end", () => {
  test.each([
    { name: "sgd", lr: 0.05, weightDecay: 0.05 },
    { name: "adamw", lr: 0.01, weightDecay: 0.1, eps: 0 },
    { name: "adamw", lr: 0.01, weightDecay: 0.1, eps: 1e-3 },
    { name: "signsgdw", lr: 0.01, weightDecay: 0.1 },
  ])("is that of the network with all its weights, on the same fresh examples: $name", (optimizer) => {
    const { testError } = certifiedEnd(optimizer);
    // Level 0 in doubles, whose margins are right to 1e-9: no fresh margin is as near to 0.
    const { final } = simulate(parseRun(run(optimizer)));
    expect(testError).toMatchObject({ examples: 200, wrong: Math.round(200 * final.testError), open: 0, level: 0.95 });
    expect(testError?.low).toBeLessThan(final.testError);
    expect(testError?.high).toBeGreaterThan(final.testError);
    expect(final.testError).toBeGreaterThan(0);
  });

  test("counts ties, and what is open, against the network", () => {
    const even = { ...run({ name: "sgd", lr: 0.05 }), setting: { ...SETTING, sigma0: 0 } };
    const asked = { arithmetic: "binary", digits: 20, until: [], testError: true } as const;
    const { testError } = finish(certify(parseDynamics(even), asked));
    // All weights stay 0, and so does every margin.
    expect(testError).toMatchObject({ wrong: 200, open: 0, high: 1 });
  });

  test("is refused where inactive weights are trained by decay that is coupled", () => {
    expect(() => certifiedEnd({ name: "signsgd", lr: 0.01, weightDecay: 0.1 })).toThrow(REFUSED);
  });

  test("is refused before the training, not after it", () => {
    const asked = { arithmetic: "binary", digits: 20, until: [], testError: true } as const;
    const legs = certify(parseDynamics(run({ name: "adam", lr: 0.01, weightDecay: 0.1 })), asked);
    expect(() => legs.next()).toThrow(REFUSED);
  });

  test("is refused where a formula names the weight, which decay alone does not move", () => {
    const memory = { kept: "b1*kept + (1-b1)*w", mom: "b1*mom + (1-b1)*g" };
    defineOptimizer({
      name: "test-reader",
      decay: "decoupled",
      betas: [0.5, 0.9],
      memory,
      direction: "sign(mom)*kept^2",
    });
    expect(() => certifiedEnd({ name: "test-reader", lr: 0.01, weightDecay: 0.1 })).toThrow(REFUSED);
  });
});
