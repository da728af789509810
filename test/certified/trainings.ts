import type { DynamicsRun } from "../../src/dynamics/run.ts";
import { parseDynamics } from "../../src/dynamics/run.ts";

/** Optimizers that reach every recurrence: gram, scalar, coordinate, coupled decay, signs. */
const OPTIMIZERS = [
  { name: "sgd", lr: 0.05, weightDecay: 0.1 },
  { name: "adamw", lr: 0.01, weightDecay: 0.1, betas: [0.9, 0.99], eps: 0, convention: "pytorch" },
  { name: "adamw", lr: 0.01, weightDecay: 0.05, betas: [0.5, 0.7], eps: 0, convention: "paper" },
  { name: "adamw", lr: 0.01, weightDecay: 0.1, betas: [0.9, 0.99], eps: 1e-3, convention: "pytorch" },
  { name: "adam", lr: 0.01, weightDecay: 0.01, betas: [0.9, 0.999], eps: 1e-3, convention: "paper" },
  { name: "signsgdw", lr: 0.01, weightDecay: 0.1 },
  { name: "signsgd", lr: 0.01, weightDecay: 0.01 },
] as const;

/**
 * A small training, drawn: three examples of two coordinates, one neuron a class.
 *
 * @param seed of the start; with it go the optimizer, the batch size and, for SGD, whether supports may meet
 * @returns a checked run of 20 epochs, recorded every fifth
 */
export function smallTraining(seed: number): DynamicsRun {
  const optimizer = OPTIMIZERS[seed % OPTIMIZERS.length] as (typeof OPTIMIZERS)[number];
  const meets = optimizer.name === "sgd" && seed % 2 === 0;
  return parseDynamics({
    setting: {
      ...{ n: 3, d: meets ? 5 : 7, s: 2, sigmaP: 0.5, alpha: 0.25, m: 1 + (seed % 2), q: 3 + (seed % 3), sigma0: 0.3 },
      ...(meets ? {} : { supports: "disjoint" }),
    },
    optimizer,
    ...{ batchSize: 1 + (seed % 3), epochs: 20, seed: seed + 1, recordEvery: 5, testSize: 1 },
  });
}
