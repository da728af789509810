import type { Keeper } from "../sim/checkpoint/snapshot.ts";
import type { Engine } from "../sim/engine.ts";
import type { Result } from "../sim/simulate.ts";

/** How far apart two trainings are at one epoch. */
export interface SolutionDistance {
  readonly epoch: number;
  /** |W_a - W_b|_2 */
  readonly distance: number;
  /** |W_a - W_b|_2 / max(|W_a|_2, |W_b|_2), 0 for two zeros */
  readonly relative: number;
  /** <W_a, W_b> / (|W_a|_2 |W_b|_2): 1 where only the lengths differ */
  readonly cosine: number;
}

/** What a run kept whole, or a comparison, gives: a result for each of its runs, and for a comparison the distance over time. */
export interface Outcome {
  readonly results: readonly Result[];
  readonly distances?: readonly SolutionDistance[];
}

/** How a job is carried out. */
export interface JobOptions {
  /** The first of the registry unless given. */
  readonly engine?: Engine;
  /** Told the share done, in (0, 1]. */
  readonly onProgress?: (done: number) => void;
  /** Where a single run goes on from, and who keeps it on its way. */
  readonly keeper?: Keeper | undefined;
}
