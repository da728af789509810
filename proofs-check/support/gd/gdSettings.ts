import fc from "fast-check";
import { coefficientsOf } from "../../../src/dynamics/activeSet.ts";
import { problemOf } from "../../../src/dynamics/problem.ts";
import type { Coefficients, Problem } from "../../../src/dynamics/recurrence.ts";
import { integerPower } from "../../../src/numeric/integerPower.ts";
import { power } from "../../../src/numeric/power.ts";
import { familySetting } from "../../../src/setting/family.ts";
import { hypothesesOf, meets, type RunInput, runOf } from "../../meeting.ts";
import { share, uniform } from "../../uniform.ts";
import { featurePulls, largestOf, sizesOf } from "./gdStep.ts";

/** Conditions on eta that all theorems share: they bound what a sign step moves. A step of GD is eta times a gradient, and they are not needed. */
const SIGN_STEPS = ["noise-step", "support-step", "single-step"];

/** The hypotheses on GD's stages but those on sign steps. */
const NEEDED = hypothesesOf("gd-signal").filter((id) => !SIGN_STEPS.includes(id));

/** eta q (1/m)^(q-2): the largest relative growth of a feature in one step before it is learnt. */
const GROWTH = 0.05;

const around = fc.double({ min: 0.7, max: 1.5, noNaN: true });

/** The start of a run in coefficients. */
export function startOf(run: RunInput): { readonly problem: Problem; readonly at: Coefficients } {
  const problem = problemOf(runOf(run));
  return { problem, at: coefficientsOf(problem.start.weights, problem.network, problem.start.examples) };
}

/**
 * Runs of one epoch from anywhere: small settings, weights from tiny to learnt.
 *
 * @returns an arbitrary of run files for full-batch GD, supports disjoint
 */
export const gdSteps: fc.Arbitrary<RunInput> = fc
  .record({
    n: fc.integer({ min: 1, max: 8 }),
    s: fc.integer({ min: 1, max: 6 }),
    sigmaP: fc.double({ min: 0.05, max: 1, noNaN: true }),
    alpha: uniform(0, 0.9),
    m: fc.integer({ min: 1, max: 4 }),
    q: fc.integer({ min: 3, max: 5 }),
    sigma0: fc.constantFrom(0.01, 0.05, 0.2, 0.5),
    lr: fc.double({ min: 0.01, max: 0.5, noNaN: true }),
    decay: share,
    seed: fc.nat({ max: 1e6 }),
  })
  .map(({ lr, decay, seed, ...setting }) => ({
    setting: { ...setting, d: setting.n * setting.s + 3, labels: "rademacher", supports: "disjoint" },
    optimizer: {
      name: "sgd",
      lr,
      weightDecay: decay * integerPower(setting.sigma0, setting.q - 2),
      convention: "paper",
    },
    batchSize: setting.n,
    epochs: 1,
    seed,
    testSize: 1,
  }));

/** What may slow the feature down at the start, and what may let the noise win the race, as shares of the feature's pull; the larger class's. */
export interface Race {
  /** (lambda U + alpha (1/2) against) / ((q p_j/2) U^(q-1)) */
  readonly slowed: number;
  /** (max |zeta_i|^2/n + alpha^2) Gamma^(q-2) / (p_j U^(q-2)), Gamma over all neurons */
  readonly raced: number;
  /** Steps by which a feature that grows at half the start's rate is learnt: 2/((q-2) eta (q p_j/2) U^(q-2)). */
  readonly steps: number;
}

/**
 * How a start of GD is placed, in the worse class.
 *
 * @param run for full-batch GD
 * @returns shares and steps; infinite where no neuron of a class has the feature at all
 * Source: ours, from docs/theory.md 5.1 with b = n.
 */
export function raceOf(run: RunInput): Race {
  const { problem, at } = startOf(run);
  const { lr: eta, weightDecay: lambda } = run.optimizer;
  const { q } = run.setting;
  const { shares, noise, n, alpha } = sizesOf(problem);
  const { feature, lanes, all } = largestOf(problem, at);
  const each = feature.map((U, side) => {
    if (!(U > 0)) return { slowed: Infinity, raced: Infinity, steps: Infinity };
    const { toward, against } = featurePulls(problem, at, lanes[side] as number);
    const slope = integerPower(U, q - 2);
    return {
      slowed: (lambda * U + (alpha * against) / 2) / (toward / 2),
      raced: ((noise / n + alpha * alpha) * integerPower(Math.max(0, all), q - 2)) / ((shares[side] as number) * slope),
      steps: 4 / ((q - 2) * eta * q * (shares[side] as number) * slope),
    };
  });
  const worst = (of: (one: Race) => number) => Math.max(...each.map(of));
  return { slowed: worst((one) => one.slowed), raced: worst((one) => one.raced), steps: worst((one) => one.steps) };
}

/**
 * Whole trainings of full-batch GD in the theorems' scaling family, whose feature wins the race by the explicit conditions of the start.
 *
 * @param most shares `slowed` and `raced` of `Race`, at most
 * @returns an arbitrary of run files that meet every hypothesis of gd-signal but those on sign steps with the constant 1; their epochs are `steps`
 */
export function gdRaces(most: { readonly slowed: number; readonly raced: number }): fc.Arbitrary<RunInput> {
  return fc
    .record({
      n: fc.constantFrom(8, 12, 16),
      q: fc.constantFrom(3, 4),
      D: fc.double({ min: 4.8, max: 5.6, noNaN: true }),
      cS: around,
      cSigmaP: around,
      cAlpha: fc.double({ min: 0.1, max: 0.7, noNaN: true }),
      cM: fc.double({ min: 1, max: 3, noNaN: true }),
      decay: share,
      seed: fc.nat({ max: 1e6 }),
    })
    .map(({ n, decay, seed, ...constants }): RunInput => {
      const { setting: family } = familySetting(n, constants);
      const { m, q, sigma0 } = family;
      const setting = { ...family, labels: "balanced" as const, supports: "disjoint" as const };
      const weightDecay = (integerPower(sigma0, q - 2) * power(50, decay)) / 100;
      const lr = (GROWTH * integerPower(m, q - 2)) / q;
      const optimizer = { name: "sgd", lr, weightDecay, convention: "paper" as const };
      return { setting, optimizer, batchSize: n, epochs: 1, seed, testSize: 1 };
    })
    .filter((run) => meets(NEEDED, run))
    .map((run) => ({ run, race: raceOf(run) }))
    .filter(({ race }) => race.slowed <= most.slowed && race.raced <= most.raced && race.steps <= 3000)
    .map(({ run, race }) => ({ ...run, epochs: Math.ceil(race.steps) }));
}
