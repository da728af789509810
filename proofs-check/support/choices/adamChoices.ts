import fc from "fast-check";
import { log } from "../../../src/numeric/log.ts";
import { power } from "../../../src/numeric/power.ts";
import { meets, type RunInput } from "../../meeting.ts";
import { share, uniform } from "../../uniform.ts";
import { type Choice, chosenRun } from "./chosenRun.ts";
import { startFor } from "./room.ts";

/** Large batches: n/b = 1 and s sigmaP = 6, all hypotheses of Theorem 4.1 with the constant 1. */
export const LARGE: Choice = { n: 8, s: 36, m: 5, alpha: 0.2, sigma0: 0.08 };

/**
 * Mini-batches: n/b = 20, all hypotheses of Theorem 4.2 with the constant 1. Its betas forget in no more steps than n/b, 10 and 20
 * (`forgetting`), which is what n/b = Omega(log(1/eps)) stands for; b = 2, since at b = 1 half of the steps see no example of a class.
 */
export const MINI: Choice = {
  ...{ n: 40, s: 4, m: 10, alpha: 0.2, sigma0: 0.048, batchSize: 2, betas: [0.2, 0.2] },
  decay: ["adam-decay", 0.5],
};

/** A run in units of 1/eta: as many steps as a sign needs to move a weight by `times`. */
export const runFor = (choice: Choice, times: number, seed: number): RunInput =>
  chosenRun(choice, (lr) => Math.ceil(times / lr), seed);

/**
 * Draws runs around a choice that meet hypotheses with the constant 1, in the upper half of what they leave to sigma0: steps may be larger there.
 *
 * @param hypotheses by their names
 * @param choice what is not drawn: n, m, batchSize, decay
 * @param times length of the run, in 1/eta
 * @param most the largest s: steps are as small as s is large
 * @returns an arbitrary of run files: s from 4, alpha from sigmaP/4 to 2 sigmaP, sigma0, betas and seed vary
 * Source: ours.
 */
export function around(
  hypotheses: readonly string[],
  choice: Choice,
  times: number,
  most: number,
): fc.Arbitrary<RunInput> {
  return fc
    .record({
      s: fc.integer({ min: 4, max: most }),
      strength: share.map((x) => power(8, x) / 4),
      start: uniform(2, 4),
      betas: fc.constantFrom<readonly [number, number]>([0.2, 0.2], [0.5, 0.9], [0.9, 0.99], [0.9, 0.999]),
      seed: fc.nat({ max: 1e6 }),
    })
    .map(({ s, strength, start, betas, seed }) => {
      const drawn = { s, alpha: strength / Math.sqrt(s), sigma0: startFor(choice.n, s, start), betas };
      return runFor({ ...choice, ...drawn }, times, seed);
    })
    .filter((run) => meets(hypotheses, run));
}

/** Powers of log n, with which finite readings replace a tilde: the first. */
export const polylog = (n: number): number => log(n);
