import { dynamics } from "../../src/dynamics/dynamics.ts";
import { finish } from "../../src/sim/follow.ts";
import { frequency } from "../checks/frequency.ts";
import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { hypothesesOf, type RunInput, runOf } from "../meeting.ts";

/** s sigmaP = 4.8, sqrt(s) sigmaP = 0.98; every hypothesis of thm-4.1 is met with the constant 1. */
const SETTING = {
  ...{ n: 10, d: 1e7, s: 24, sigmaP: 0.2, alpha: 0.3, m: 12, q: 3, sigma0: 0.05 },
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
  gd = [0, 0.05],
  adam = [1 / 2, 1],
  weightDecay = 1e-4,
}: GdGeneralizesNumbers = {}): Claim => {
  const ends =
    (name: keyof typeof TRAININGS, [from, to]: readonly [number, number]) =>
    (seed: number) => {
      const { final } = finish(dynamics(runOf(runFrom(name, weightDecay, seed))));
      return final.trainError === 0 && final.testError >= from && final.testError <= to;
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
    readAs: [
      `test error o(1): at most ${gd[1]}; test error >= 1/2 - o(1): at least ${adam[0]}`,
      "with high probability: in at least half of the seeds",
    ],
    restsOn: ["gd-signal", "gd-noise", "thm-4.1"],
    checks: [
      frequency({
        name: "GD",
        part: "GD generalizes",
        about: `GD ends with training error 0 and test error in [${gd.join(", ")}]`,
        at: where,
        levels: [1],
        outcome: ends("sgd", gd),
        claimed: [0.5, 1],
      }),
      frequency({
        name: "Adam",
        part: "Adam does not",
        about: `full-batch Adam ends with training error 0 and test error in [${adam.join(", ")}] from the same starts`,
        at: where,
        levels: [1],
        outcome: ends("adam", adam),
        claimed: [0.5, 1],
      }),
    ],
  });
};
