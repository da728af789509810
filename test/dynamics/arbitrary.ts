import fc from "fast-check";
import { type ActiveStart, drawActiveStart } from "../../src/data/activeStart.ts";
import { drawStart, type Start } from "../../src/data/start.ts";
import type { Problem } from "../../src/dynamics/recurrence.ts";
import { CONVENTIONS } from "../../src/optimizers/optimizer.ts";
import { NETWORKS, networkOf } from "../../src/setting/network.ts";
import type { Setting } from "../../src/setting/setting.ts";
import { type Batches, cutIntoBatches } from "../../src/sim/batches.ts";

/** The same training twice: on the active coordinates, and on all. */
export interface Case {
  readonly problem: Problem;
  readonly dense: Start;
  readonly legs: readonly Batches[];
}

const OPTIMIZERS = ["sgd", "adam", "adamw", "signsgd", "signsgdw"];

/**
 * Small trainings of `steps` steps, in legs.
 *
 * @param supports disjoint or independent ones
 * @param steps how many
 * @param change restricts the optimizer
 */
export const cases = (
  supports: "disjoint" | "independent",
  steps: number,
  change: (optimizer: Problem["optimizer"]) => Problem["optimizer"] = (same) => same,
): fc.Arbitrary<Case> =>
  fc
    .record({
      n: fc.integer({ min: 1, max: 8 }),
      s: fc.integer({ min: 1, max: 7 }),
      spare: fc.integer({ min: 0, max: 9 }),
      sigmaP: fc.constantFrom(0.1, 0.5, 1),
      alpha: fc.constantFrom(0, 0.2, 0.6),
      m: fc.integer({ min: 1, max: 4 }),
      q: fc.integer({ min: 3, max: 5 }),
      sigma0: fc.constantFrom(0.01, 0.1, 0.3),
      labels: fc.constantFrom("balanced" as const, "rademacher" as const),
      networkName: fc.constantFrom(...NETWORKS),
      name: fc.constantFrom(...OPTIMIZERS),
      lr: fc.constantFrom(1e-3, 5e-3),
      weightDecay: fc.constantFrom(0, 0.01, 0.5),
      convention: fc.constantFrom(...CONVENTIONS),
      betas: fc.constantFrom<[number, number]>([0.9, 0.999], [0.9, 0.99], [0.5, 0.7], [0, 0.9], [0.9, 0.75], [0.3, 0]),
      eps: fc.constantFrom(0, 1e-8, 1e-3),
      batchSize: fc.integer({ min: 1, max: 8 }),
      seed: fc.nat(1000),
      shift: fc.nat(1000),
    })
    .map(({ spare, networkName, name, lr, weightDecay, convention, betas, eps, batchSize, seed, shift, ...rest }) => {
      const { n, s } = rest;
      const d = supports === "disjoint" ? n * s + 1 + spare : s + 2 + spare;
      const setting: Setting = { ...rest, d, ...(supports === "disjoint" && { supports }) };
      const network = networkOf(networkName, setting);
      const start: ActiveStart = drawActiveStart(setting, network, seed);
      const optimizer = change({ name, lr, weightDecay, convention, betas, eps });
      // Examples come back after one to a few epochs, now and then twice in a batch, as spelled-out batches may have it.
      const legs = Array.from({ length: 4 }, (_, leg) => {
        const length = Math.ceil(steps / 4) * batchSize;
        const order = Int32Array.from({ length }, (_, k) => (k * 3 + shift + ((k * k) % 5) * leg) % n);
        return cutIntoBatches(order, batchSize);
      });
      return { problem: { network, optimizer, start }, dense: drawStart(setting, network, seed), legs };
    });
