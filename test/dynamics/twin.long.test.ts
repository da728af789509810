import type { Decimal } from "decimal.js";
import { expect, test } from "vitest";
import { drawActiveStart } from "../../src/data/activeStart.ts";
import { activeSet } from "../../src/dynamics/activeSet.ts";
import type { Problem } from "../../src/dynamics/recurrence.ts";
import { reduce } from "../../src/dynamics/reduce.ts";
import { networkOf } from "../../src/setting/network.ts";
import type { Setting } from "../../src/setting/setting.ts";
import { joinBatches } from "../../src/sim/batches.ts";
import { precise } from "../helpers/precise.ts";
import { shadowOf } from "./shadow.ts";
import { twinOf } from "./twin.ts";

const STEPS = 1000;
/** One to three examples, each away for up to three steps. */
const BATCHES = [[0, 1], [2], [1, 2], [0]];

/** One neuron a class, three examples of two noise coordinates. */
function problemOf(seed: number, optimizer: object, supports: "disjoint" | "independent"): Problem {
  const setting: Setting = {
    ...{ n: 3, d: supports === "disjoint" ? 7 : 5, s: 2, sigmaP: 0.5, alpha: 0.25, m: 1, q: 3, sigma0: 0.3 },
    ...{ labels: "balanced", supports },
  };
  const network = networkOf("cnn", setting);
  const standard = { lr: 0.002, weightDecay: 0.1, convention: "pytorch", betas: [0.9, 0.99], eps: 0 } as const;
  return {
    network,
    optimizer: { ...standard, ...optimizer } as Problem["optimizer"],
    start: drawActiveStart(setting, network, seed),
  };
}

const RUNS = [
  ["gram", 1, { name: "sgd", lr: 0.05 }, "independent"],
  ["gram", 2, { name: "sgd", lr: 0.05 }, "disjoint"],
  ["scalar", 1, { name: "adamw" }, "disjoint"],
  ["scalar", 3, { name: "adamw", convention: "paper", betas: [0.5, 0.7] }, "disjoint"],
  ["scalar", 2, { name: "signsgdw" }, "disjoint"],
  ["coordinate", 1, { name: "adamw", eps: 1e-3 }, "disjoint"],
] as const;

test.each(RUNS)(
  "%s, seed %d, %j: in 60 digits the recurrence is the full training, and both levels in doubles are near it",
  (method, seed, optimizer, supports) => {
    const problem = problemOf(seed, optimizer, supports);
    expect(reduce(problem).method.name).toBe(method);
    const [full, twin] = [shadowOf(problem), twinOf(problem)];
    const levels = [activeSet, reduce(problem).method].map((level) => level.start(problem));
    for (let t = 0; t < STEPS; t++) {
      const batch = BATCHES[t % BATCHES.length];
      full.step(batch);
      twin.step(batch);
      for (const level of levels) level.run(joinBatches([batch]));
    }
    const truth = twin.coefficients();
    const farthest = (from: readonly Decimal[]) => Math.max(...from.map((x, k) => x.minus(truth[k]).abs().toNumber()));
    // Weights stay below 10: 1e-59 a rounding, 1e4 of them, and room for a training that multiplies small differences by 1e14.
    expect(farthest(full.coefficients())).toBeLessThan(1e-40);
    // They are two computations, not one: some digit differs.
    expect(farthest(full.coefficients())).toBeGreaterThan(0);
    for (const level of levels) {
      const { signal, noise } = level.coefficients();
      // 1000 steps of some ten roundings of numbers below 10 are 1e-11; these trainings multiply differences by less than ten.
      expect(farthest([...signal, ...noise].map(precise))).toBeLessThan(1e-10);
    }
  },
);
