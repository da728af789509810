import fc from "fast-check";
import { FEW_ERRORS_OF_GD } from "../../src/bounds/hypotheses/readings.ts";
import type { Moment } from "../../src/sim/trajectory.ts";
import { frequency } from "../checks/frequency.ts";
import { property } from "../checks/property.ts";
import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { hypothesesOf, meets, type RunInput } from "../meeting.ts";
import { trajectoryOf } from "../support/choices/chosenRun.ts";
import { certifiedEnds } from "../support/evidence/certifiedEnds.ts";
import { WITH_HIGH_PROBABILITY } from "../support/evidence/withHighProbability.ts";
import { uniform } from "../uniform.ts";

/** s sigmaP = 4.8, sqrt(s) sigmaP = 0.98; every hypothesis of thm-4.1 is met with the constant 1. */
const SETTING = {
  ...{ n: 10, d: 2.4e6, s: 24, sigmaP: 0.2, alpha: 0.3, m: 12, q: 3, sigma0: 0.05 },
  ...{ labels: "balanced" as const, supports: "disjoint" as const },
};

/** Long enough to fit the training set. */
const TRAININGS = {
  sgd: { lr: 0.3, epochs: 600 },
  adam: { lr: 1e-4, epochs: 2500 },
} as const;

/** The numbers of the claim. */
export interface GdGeneralizesNumbers {
  /** Test errors of GD: what "o(1)" stands for; and of Adam. */
  readonly gd?: readonly [number, number];
  readonly adam?: readonly [number, number];
  /** Decay of both. */
  readonly weightDecay?: number;
}

/** A run of the claim: GD and Adam have the same start where they have the same seed. */
const runFrom = (name: keyof typeof TRAININGS, weightDecay: number, seed: number): RunInput => ({
  setting: SETTING,
  optimizer: { name, lr: TRAININGS[name].lr, weightDecay, convention: "pytorch" },
  batchSize: SETTING.n,
  epochs: TRAININGS[name].epochs,
  seed,
  testSize: 200,
});

/** Whether a training fits and its test error lies in a range. */
const right = (final: Pick<Moment, "trainError" | "testError"> | undefined, [from, to]: readonly [number, number]) =>
  final !== undefined && final.trainError === 0 && final.testError >= from && final.testError <= to;

/** The end of a training. */
const finalOf = (run: RunInput) => trajectoryOf(run, 1).final;

/** The training by GD from the start of a training by Adam; a smaller start takes longer. */
const inGd = ({ setting, optimizer, seed }: RunInput): RunInput => ({
  ...{ setting, seed, batchSize: setting.n, testSize: 200 },
  optimizer: { name: "sgd", lr: TRAININGS.sgd.lr, weightDecay: optimizer.weightDecay, convention: "pytorch" },
  epochs: Math.ceil((TRAININGS.sgd.epochs * SETTING.sigma0) / setting.sigma0),
});

/** Trainings by full-batch Adam that meet every hypothesis of thm-4.1, and of GD's but those on sign steps, with the constant 1. */
const drawn = (weightDecay: number): fc.Arbitrary<RunInput> =>
  fc
    .record({
      s: fc.integer({ min: 12, max: 36 }),
      alpha: uniform(0.1, 0.4),
      sigma0: uniform(0.03, 0.05),
      seed: fc.nat({ max: 1e6 }),
    })
    .map(({ seed, ...numbers }) => {
      const setting = { ...SETTING, ...numbers, sigmaP: 0.98 / Math.sqrt(numbers.s) };
      const run = runFrom("adam", weightDecay, seed);
      return { ...run, setting, optimizer: { ...run.optimizer, betas: [0.9, 0.999] as const } };
    })
    .filter((run) => meets(hypothesesOf("thm-4.1"), run));

/**
 * GD with weight decay generalizes from the very starts from which full-batch Adam does not.
 *
 * GD: training error 0, test error o(1), read as at most 0.05;  Adam, same lambda and start: training error 0, test error >= 1/2
 *
 * @param numbers of the claim; their defaults are its own
 * @returns the claim
 * Source: [Z21] Theorem 4.1. GD's learning rate is beyond the conditions on eta that all theorems share: they bound sign steps, and a step of GD
 *   is eta times a gradient.
 */
export const gdGeneralizes = ({
  gd = [0, FEW_ERRORS_OF_GD],
  adam = [1 / 2, 1],
  weightDecay = 1e-4,
}: GdGeneralizesNumbers = {}): Claim => {
  const ends = (name: keyof typeof TRAININGS, range: readonly [number, number]) => (seed: number) => {
    return right(finalOf(runFrom(name, weightDecay, seed)), range);
  };
  const where = `n = 10, s = 24, sigmaP = 0.2, alpha = 0.3, m = 12, q = 3, sigma0 = 0.05, lambda = ${weightDecay}, disjoint supports`;
  return defineClaim({
    id: "gd-generalizes",
    source: "Z21 4.1",
    kind: "outcome",
    statement:
      "GD with weight decay ends with training error 0 and test error o(1), from the same start from which full-batch Adam ends with training error 0 and test error at least 1/2",
    latex: String.raw`L_{\mathrm{test}}(W_{\mathrm{GD}}) = o(1),\quad L_{\mathrm{test}}(W_{\mathrm{Adam}}) \ge \tfrac12 - o(1)`,
    hypotheses: hypothesesOf("gd-generalizes"),
    readAs: [`test error o(1): at most ${gd[1]}; test error >= 1/2 - o(1): at least ${adam[0]}`, WITH_HIGH_PROBABILITY],
    restsOn: ["gd-signal", "gd-noise", "thm-4.1"],
    checks: [
      frequency({
        asymptotic: true,
        name: "GD",
        part: "GD generalizes",
        about: `GD ends with training error 0 and test error in [${gd.join(", ")}]`,
        at: where,
        levels: [1],
        outcome: ends("sgd", gd),
        claimed: [0.5, 1],
      }),
      frequency({
        asymptotic: true,
        name: "Adam",
        part: "Adam does not",
        about: `full-batch Adam ends with training error 0 and test error in [${adam.join(", ")}] from the same starts`,
        at: where,
        levels: [1],
        outcome: ends("adam", adam),
        claimed: [0.5, 1],
      }),
      property({
        name: "both, wherever",
        part: "both, from one start",
        about:
          "s from 12 to 36, alpha from 0.1 to 0.4 and sigma0 from 0.03 to 0.05 drawn, where the hypotheses hold with the constant 1",
        levels: [1],
        asymptotic: true,
        cases: drawn(weightDecay),
        shrinks: 3,
        violation(run) {
          const [ofGd, ofAdam] = [inGd(run), run].map(finalOf);
          const told = (final: typeof ofGd) => `training error ${final?.trainError}, test error ${final?.testError}`;
          if (!right(ofGd, gd)) return `GD: ${told(ofGd)}`;
          return right(ofAdam, adam) ? undefined : `Adam: ${told(ofAdam)}`;
        },
        run: (run) => run,
      }),
      certifiedEnds("GD"),
    ],
  });
};
