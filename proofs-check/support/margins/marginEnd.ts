import { weightsFromNested } from "../../../src/data/weights.ts";
import { followMargins, type MarginMoment, toldOf } from "../../../src/margins/follow.ts";
import { passOver } from "../../../src/margins/margins.ts";
import { type ByNorm, byNorm } from "../../../src/margins/norms.ts";
import { finish } from "../../../src/sim/follow.ts";
import { parseRun, type Run } from "../../../src/sim/run.ts";
import "../../../src/sim/schedules/formula.ts";

/** Where a full-batch training ends. */
export interface MarginEnd extends MarginMoment {
  /** Of the linear network: no normalized margin is larger; null where examples no longer pull. */
  readonly most: ByNorm<number | null>;
  /** The least share of the largest normalized margin of each norm that is reached, of the linear network; null where a training example is wrong. */
  readonly reached: ByNorm<number | null>;
}

/** Sizes at which supports are apart and every training set can be told apart. */
const SETTING = {
  ...{ n: 8, d: 65, s: 8, sigmaP: 0.5, alpha: 0.25, m: 2, q: 3, sigma0: 0.01 },
  ...{ labels: "balanced", supports: "disjoint" },
} as const;

/** The same in words. */
export const MARGINS_AT = "n = 8, s = 8, sigmaP = 1/2, alpha = 1/4, m = 2, q = 3, sigma0 = 0.01, disjoint, full batch";

/** What a training is chosen by. */
export interface MarginTraining {
  readonly network: Run["network"];
  readonly optimizer: Readonly<Record<string, unknown>> & { readonly name: string; readonly lr: number };
  readonly epochs: number;
  readonly seed: number;
  /** What lr is multiplied by; 1/sqrt(t) unless given. */
  readonly lrSchedule?: string;
}

/**
 * Trains on the full batch, and looks at the margins of the end.
 *
 * @param training network, optimizer, epochs, seed
 * @returns the last moment
 * Source: ours.
 */
export const marginEnd = ({
  network,
  optimizer,
  epochs,
  seed,
  lrSchedule = "inverseSqrt",
}: MarginTraining): MarginEnd =>
  marginEndOf(
    parseRun({
      setting: SETTING,
      ...{ network, optimizer, epochs, seed, lrSchedule },
      ...{ batchSize: SETTING.n, recordEvery: epochs, testSize: 1 },
    }),
  );

/**
 * The margins at the end of a run.
 *
 *   reached = (margin/|W|)/(|g|_dual/mean pull):  -g/mean pull = sum_i p_i grad margin_i, p_i of sum 1, so that the largest margin is at most its dual norm
 *
 * @param run a checked run
 * @returns the last moment
 * Source: weak duality, docs/notes/margins.md (2): no solver is asked.
 */
export function marginEndOf(run: Run): MarginEnd {
  const { weights: nested, gradient: _, ...final } = finish(followMargins(run, { saveWeights: true })).final;
  const told = toldOf(run);
  const weights = weightsFromNested(nested ?? []);
  const { margins, gradient } = passOver(told, weights);
  const mean = margins.reduce((sum, margin) => sum + told.loss.pull(margin), 0) / margins.length;
  const matrix = { values: gradient, width: 2 * told.network.neurons };
  const most = byNorm(({ dual }) => (mean > 0 ? dual(matrix) / mean : null));
  return {
    ...final,
    most,
    reached: byNorm((_, name) => {
      const [margin, largest] = [final.normalized[name], most[name]];
      return margin !== null && margin > 0 && largest !== null ? margin / largest : null;
    }),
  };
}
