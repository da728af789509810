import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { flipBoundary } from "../../src/bounds/thresholds/feature/flipBoundary.ts";
import { parseDynamics } from "../../src/dynamics/run.ts";
import type { Trial } from "../../src/experiments/sweep/trial.ts";
import { learnersBy, raceOf } from "../../src/studies/race.ts";
import { FEW, MOST } from "../../src/studies/study.ts";

interface Given {
  readonly name?: string;
  readonly betas?: readonly [number, number];
  readonly n?: number;
  readonly b?: number;
  readonly size?: number;
  readonly method?: string;
}

function configOf({ name = "adamw", betas, n = 64, b = 8, size = 16, method = "auto" }: Given): Trial["config"] {
  const run = parseDynamics({
    setting: {
      ...{ n, d: 1e9, s: size * size, sigmaP: 1 / size, alpha: 0.2, m: 2, q: 3, sigma0: 0.04 },
      ...{ labels: "balanced", supports: "disjoint" },
    },
    optimizer: { name, lr: 4e-4, weightDecay: 0, ...(betas && { betas }) },
    ...{ batchSize: b, epochs: 1, seed: 1, method, testSize: 1 },
  });
  return { level: "dynamics", ...run } as Trial["config"];
}

describe("the race of a run", () => {
  it("is decided as flipBoundary has it, but for the constant that was measured", () => {
    for (const b of [1, 4, 16]) {
      const noise = 16 * Math.sqrt(2 / Math.PI);
      const boundary = flipBoundary({ alpha: 0.2, q: 3, noise, batchSize: b, betas: [0.9, 0.99] });
      const at = (K: number) => raceOf(configOf({ n: K * b, b, betas: [0.9, 0.99] })) as number;
      // Below the boundary K/G(K) is less than c_b |zeta|_1, that is 1/0.79 of the race.
      expect(at(Math.floor(boundary))).toBeLessThan(1 / 0.79);
      expect(at(Math.ceil(boundary))).toBeGreaterThanOrEqual((1 / 0.79) * (1 - 1e-6));
    }
  });

  test.prop([fc.constantFrom("lion", "signum"), fc.constantFrom(1, 2, 4, 8, 16, 32, 64)])(
    "does not depend on the batch size where the sign of a mean is kept",
    (name, b) => {
      expect(raceOf(configOf({ name, b }))).toBe(raceOf(configOf({ name, b: 64 })));
    },
  );

  it("takes one step a visit for the sign recurrence, whatever the optimizer", () => {
    expect(raceOf(configOf({ method: "sign" }))).toBe(raceOf(configOf({ name: "signsgdw" })));
  });

  it("is none of an optimizer that does not normalize", () => {
    expect(raceOf(configOf({ name: "sgd" }))).toBeUndefined();
    expect(learnersBy(configOf({ name: "sgd" }))).toBeUndefined();
  });

  it("predicts most far above the boundary, few far below, and nothing near it", () => {
    expect(learnersBy(configOf({ size: 2, b: 1 }))).toBe(MOST);
    expect(learnersBy(configOf({ size: 64, b: 64 }))).toBe(FEW);
    const near = [1, 2, 4, 8, 16, 32, 64].map((b) => raceOf(configOf({ name: "signsgdw", b })) as number);
    for (const [k, b] of [1, 2, 4, 8, 16, 32, 64].entries()) {
      const race = near[k] as number;
      const said = learnersBy(configOf({ name: "signsgdw", b }));
      expect(said).toBe(race >= 2 ? MOST : race <= 0.5 ? FEW : undefined);
    }
  });
});
