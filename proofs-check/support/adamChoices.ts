import fc from "fast-check";
import { log } from "../../src/numeric/log.ts";
import { power } from "../../src/numeric/power.ts";
import { type RunInput, unmetBy } from "../meeting.ts";
import { type Choice, chosenRun } from "./chosenRun.ts";
import { share } from "./uniform.ts";

/** Large batches: n/b = 1 and s sigmaP = 6, all hypotheses of Theorem 4.1 with the constant 1. */
export const LARGE: Choice = { n: 8, s: 36, m: 5, alpha: 0.2, sigma0: 0.1 };

/**
 * Mini-batches: n/b = 24, m = (log n)^2, all hypotheses of Theorem 4.2 with the constant 1. Its betas forget in fewer steps than n/b, 10 and 19
 * (`forgetting`), which is what n/b = Omega(log(1/eps)) stands for; b = 2, since at b = 1 half of the steps see no example of a class.
 */
export const MINI: Choice = {
  ...{ n: 48, s: 9, m: 15, alpha: 0.2, sigma0: 0.1, batchSize: 2, betas: [0.2, 0.2] },
  decay: ["adam-decay", 0.5],
};

/** A run in units of 1/eta: as many steps as a sign needs to move a weight by `times`. */
export const runFor = (choice: Choice, times: number, seed: number): RunInput =>
  chosenRun(choice, (lr) => Math.ceil(times / lr), seed);

/**
 * Draws runs around a choice that meet hypotheses with the constant 1, larger in sigma0 than the scaling family at these n, hence cheaper.
 *
 * @param hypotheses by their names
 * @param choice what is not drawn: n, m, batchSize, decay
 * @param times length of the run, in 1/eta
 * @returns an arbitrary of run files: s, alpha, sigma0, betas and seed vary
 * Source: ours.
 */
export function around(hypotheses: readonly string[], choice: Choice, times: number): fc.Arbitrary<RunInput> {
  return fc
    .record({
      s: fc.integer({ min: 4, max: 16 }),
      alpha: share.map((x) => 0.05 * power(10, x)),
      sigma0: share.map((x) => 0.1 * power(2, x)),
      betas: fc.constantFrom<readonly [number, number]>([0.2, 0.2], [0.5, 0.9], [0.9, 0.99], [0.9, 0.999]),
      seed: fc.nat({ max: 1e6 }),
    })
    .map(({ seed, ...drawn }) => runFor({ ...choice, ...drawn }, times, seed))
    .filter((run) => unmetBy(hypotheses, run).length === 0);
}

/** Powers of log n, with which finite readings replace a tilde: the first. */
export const polylog = (n: number): number => log(n);
