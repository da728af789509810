import { describe, expect, test } from "vitest";
import { drawActiveStart } from "../../src/data/activeStart.ts";
import { activeSet } from "../../src/dynamics/activeSet.ts";
import type { Problem, Recurrence } from "../../src/dynamics/recurrence.ts";
import { reduce } from "../../src/dynamics/reduce.ts";
import { networkOf } from "../../src/setting/network.ts";
import type { Setting } from "../../src/setting/setting.ts";
import { joinBatches } from "../../src/sim/batches.ts";
import { UNIT } from "../helpers/close.ts";
import { Precise, precise } from "../helpers/precise.ts";
import { shadowOf } from "./shadow.ts";

const STEPS = 250;
const LOOKS = new Set([1, 10, 50, 100, 150, 200, STEPS]);
const BATCHES = [[0, 1], [2, 3], [1, 3], [0]];
/** Relative, of every initial weight of the second shadow: so small that differences grow in proportion. */
const DISTURBANCE = 1e-25;

function problemOf(m: number, seed: number, optimizer: object, supports: "disjoint" | "independent"): Problem {
  const setting: Setting = {
    n: 4,
    d: 9,
    s: 2,
    sigmaP: 0.5,
    alpha: 0.25,
    m,
    q: 3,
    sigma0: 0.3,
    labels: "balanced",
    supports,
  };
  const network = networkOf("cnn", setting);
  const standard = { lr: 0.002, weightDecay: 0.1, convention: "pytorch", betas: [0.9, 0.99], eps: 0 } as const;
  const complete = { ...standard, ...optimizer } as Problem["optimizer"];
  return { network, optimizer: complete, start: drawActiveStart(setting, network, seed) };
}

interface Look {
  t: number;
  /** Largest error of any coefficient, of level 0 and of level 1: in u, relative to the largest size of its terms so far. */
  errors: number[];
  /** By how much the disturbance has grown, at most so far. */
  growth: number;
}

/** Both levels beside the truth in 60 digits, and beside the truth of a start that is slightly disturbed. */
function follow(problem: Problem): Look[] {
  const alternating = (at: number) => new Precise(DISTURBANCE).times(at % 3 === 0 ? -1 : 1).plus(1);
  const shadow = shadowOf(problem);
  const disturbed = shadowOf(problem, alternating);
  const levels: Recurrence[] = [activeSet, reduce(problem).method].map((method) => method.start(problem));
  const looks: Look[] = [];
  let most = shadow.sizes();
  let growth = 1;
  for (let t = 1; t <= STEPS; t++) {
    const batch = BATCHES[t % BATCHES.length];
    shadow.step(batch);
    disturbed.step(batch);
    for (const level of levels) level.run(joinBatches([batch]));
    most = shadow.sizes().map((size, k) => Math.max(size, most[k]));
    if (!LOOKS.has(t)) continue;
    const truth = shadow.coefficients();
    const worst = (differences: number[]) => Math.max(...differences.map((difference, k) => difference / most[k]));
    growth = Math.max(
      growth,
      worst(disturbed.coefficients().map((x, k) => x.minus(truth[k]).abs().toNumber())) / DISTURBANCE,
    );
    const errors = levels.map((level) => {
      const { signal, noise } = level.coefficients();
      return worst([...signal, ...noise].map((x, k) => precise(x).minus(truth[k]).abs().toNumber())) / UNIT;
    });
    looks.push({ t, errors, growth });
  }
  return looks;
}

/**
 * What is expected of the errors. A step rounds a weight about 4 times at either level (rho itself, its product, the difference; at
 * level 1 rho^t and the sum with c), and its own step, some thousandths of a weight, by the roundings that its moments have
 * gathered: at most 1/(1 - b2) = 100 each, less than 4 more. Earlier errors go on as disturbances of the weights do, which the second
 * shadow measures. So: 8 (t + 2) u times the growth, for t steps and the inner product at the end.
 */
const PER_STEP = 8;
/** Level 1 takes rho^t as a power, whose roundings are all of one kind, where those of level 0 are of both signs. */
const LEVEL_1 = 4;

describe("against a training in 60 digits, in units of rounding", () => {
  test.each([
    ["gram", 2, 1, { name: "sgd", lr: 0.05 }, "independent"],
    ["gram", 1, 2, { name: "sgd", lr: 0.05 }, "disjoint"],
    ["scalar", 1, 3, { name: "adamw" }, "disjoint"],
    // Here a small difference grows to 10^7 times its size: with eps = 0 a pre-activation that comes near 0 still makes full steps.
    ["scalar", 2, 2, { name: "adamw", convention: "paper" }, "disjoint"],
    ["coordinate", 1, 3, { name: "adamw", eps: 1e-3 }, "disjoint"],
    ["scalar", 1, 1, { name: "signsgdw" }, "disjoint"],
  ] as const)(
    "%s, m = %d, seed %d, %j: both levels err as their roundings add up",
    (method, m, seed, optimizer, supports) => {
      const problem = problemOf(m, seed, optimizer, supports);
      expect(reduce(problem).method.name).toBe(method);
      for (const { t, errors, growth } of follow(problem)) {
        for (const error of errors) expect(error).toBeLessThanOrEqual(PER_STEP * (t + 2) * growth);
        expect(errors[1]).toBeLessThanOrEqual(LEVEL_1 * errors[0] + PER_STEP);
        // The shadow is not the training itself: some rounding error there must be.
        expect(errors[0]).toBeGreaterThan(0);
      }
    },
  );
});
