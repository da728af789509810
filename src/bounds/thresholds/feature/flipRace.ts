import type { OptimizerSpec } from "../../../optimizers/schema.ts";
import type { Setting } from "../../../setting/setting.ts";
import { movementOf } from "../../hypotheses/movementOf.ts";
import { flipConstant } from "./flipBoundary.ts";
import { typicalNoise } from "./typicalNoise.ts";

/** Measured of the law's constant before any study (docs/findings.md, the boundary of the flip), and how far from it nothing is said. */
const FITTED = 0.79;
const MARGIN = 2;
/** Adam's finite-batch constant is of means over many steps; so is that of what remembers squares. */
const REMEMBERS_SQUARES = ["adam", "adamw", "rmsprop", "amsgrad", "adagrad"];
/** A sign of a mean over many steps is not slowed by differences of batches. */
const REMEMBERS_SIGNS = ["signum", "lion"];

/** A run, as far as the race asks. */
export interface Raced {
  readonly setting: Pick<Setting, "n" | "alpha" | "q" | "s" | "sigmaP">;
  readonly optimizer: Pick<OptimizerSpec, "name"> & { readonly betas?: readonly [number, number] | undefined };
  readonly batchSize: number;
  /** Whether batches are taken as alike, each the mean; no unless given. */
  readonly alike?: boolean;
}

/** How the feature stands against the noise. */
export interface FlipRace {
  /** K/G(K): how far the feature moves an epoch, of what an example's noise coordinates move. */
  readonly lead: number;
  /** 0.79 c_b |zeta|_1: what that has to be for a draw. */
  readonly needed: number;
  /** lead/needed. */
  readonly ratio: number;
  /** Beyond 2 and 1/2 of a draw; near it "open". */
  readonly says: "learns" | "flips" | "open";
}

function constantOf({ setting, optimizer, batchSize, alike }: Raced): number {
  const { alpha, q } = setting;
  const noise = typicalNoise(setting);
  const race = { alpha, q, noise, batchSize: alike ? Infinity : batchSize };
  if (REMEMBERS_SIGNS.includes(optimizer.name)) return flipConstant({ ...race, batchSize: Infinity }) * noise;
  const squares = REMEMBERS_SQUARES.includes(optimizer.name);
  return flipConstant(squares ? { ...race, betas: [0.9, 0.999] } : race) * noise;
}

/**
 * How the feature stands against the noise in the race that decides whether it flips.
 *
 * (K/G(K)) / (0.79 c_b |zeta|_1),  K = n/b, rounded, at least 1;  |zeta|_1 = sqrt(2/pi) s sigmaP
 *
 * @param raced alpha > 0, q > 1; of signs the cost is of order b^4 unless batches are alike
 * @returns the two sides and what they say; undefined where the optimizer has no G
 * Source: ours, docs/notes/one-boundary.md: supports disjoint, decay without a part; 0.79 from docs/results/flip, seeds 1002 and 1003.
 * @example
 * const setting = { n: 64, alpha: 0.2, q: 3, s: 4, sigmaP: 0.5 }
 * flipRace({ setting, optimizer: { name: "adamw", betas: [0.9, 0.99] }, batchSize: 1 })?.says // => "learns"
 */
export function flipRace(raced: Raced): FlipRace | undefined {
  const { setting, optimizer, batchSize } = raced;
  const K = Math.max(1, Math.round(setting.n / batchSize));
  const moved = movementOf(optimizer, K);
  if (moved === undefined) return undefined;
  const lead = K / moved;
  const needed = FITTED * constantOf(raced);
  const ratio = lead / needed;
  return { lead, needed, ratio, says: ratio >= MARGIN ? "learns" : ratio <= 1 / MARGIN ? "flips" : "open" };
}
