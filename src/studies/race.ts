import { movementOf } from "../bounds/hypotheses/movementOf.ts";
import { flipConstant } from "../bounds/thresholds/feature/flipBoundary.ts";
import type { Trial } from "../experiments/sweep/trial.ts";
import { FEW, MOST, type Predicted } from "./study.ts";

/** What a run says of itself. */
type Config = Trial["config"];

/** Measured of the law's constant before these studies (docs/findings.md, the boundary of the flip), and how far from it nothing is said. */
const FITTED = 0.79;
const MARGIN = 2;
/** E|z| of a normal number. */
const MEAN_SIZE = Math.sqrt(2 / Math.PI);
/** Adam's finite-batch constant is of means over many steps; so is that of what remembers squares. */
const REMEMBERS_SQUARES = ["adam", "adamw", "rmsprop", "amsgrad", "adagrad"];
/** A sign of a mean over many steps is not slowed by differences of batches. */
const REMEMBERS_SIGNS = ["signum", "lion"];

function constantOf({ setting, optimizer, batchSize = setting.n }: Config): number {
  const { alpha, q, s, sigmaP } = setting;
  const noise = s * sigmaP * MEAN_SIZE;
  const race = { alpha, q, noise, batchSize };
  if (REMEMBERS_SIGNS.includes(optimizer.name)) return flipConstant({ ...race, batchSize: Infinity }) * noise;
  const squares = REMEMBERS_SQUARES.includes(optimizer.name);
  return flipConstant(squares ? { ...race, betas: [0.9, 0.999] } : race) * noise;
}

/**
 * How the feature stands against the noise: above 1 it wins the race, below it flips.
 *
 *   (K/G(K)) / (0.79 c_b |zeta|_1),   K = n/b
 *
 * @param config of a run with disjoint supports, batches that divide n, and decay without a part
 * @returns the quotient; undefined where the optimizer has no G
 * Source: ours, docs/notes/one-boundary.md; 0.79 from docs/results/flip, seeds 1002 and 1003.
 */
export function raceOf(config: Config): number | undefined {
  const { method, optimizer, setting, batchSize = setting.n } = config;
  const K = setting.n / batchSize;
  const signs = method === "sign";
  const moved = signs ? 1 : movementOf(optimizer, K);
  if (moved === undefined) return undefined;
  const reach = constantOf(signs ? { ...config, optimizer: { ...optimizer, name: "signsgdw" } } : config);
  return K / moved / (FITTED * reach);
}

/**
 * What the race says of how many seeds learn.
 *
 * @param config as `raceOf`
 * @returns most, few, or undefined within a factor 2 of the boundary
 * Source: ours, docs/notes/one-boundary.md.
 */
export function learnersBy(config: Config): Predicted | undefined {
  const race = raceOf(config);
  if (race === undefined || (race < MARGIN && race > 1 / MARGIN)) return undefined;
  return race > 1 ? MOST : FEW;
}
