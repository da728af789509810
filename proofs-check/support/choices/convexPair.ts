import { drawStart } from "../../../src/data/start.ts";
import type { Weights } from "../../../src/data/weights.ts";
import { distanceBetween } from "../../../src/experiments/compareSolutions.ts";
import { networkOf } from "../../../src/setting/network.ts";
import { ENGINES } from "../../../src/sim/engines/registry.ts";
import { parseRun } from "../../../src/sim/run.ts";
import { simulate } from "../../../src/sim/simulate.ts";
import { sizesText } from "./sizes.ts";

/** Supports overlap: the linear model asks for nothing there. */
const SIZES = { n: 20, d: 201, s: 40, sigmaP: 0.2, alpha: 0.2, m: 1, q: 3, sigma0: 0.05 };
const SETTING = { ...SIZES, labels: "balanced" as const };

/** The sizes of every such pair, in words. */
export const CONVEX_SIZES = sizesText(SIZES);

const RATES = { sgd: 1, adam: 0.01 } as const;
const EPOCHS = 1000;

type Name = keyof typeof RATES;

/** A solution of the linear model, and how it separates its training set. */
export interface Solution {
  readonly weights: Weights;
  readonly trainError: number;
  readonly testError: number;
  /** The least margin of a training example over the l2 and over the l_inf norm of all weights. */
  readonly margins: { readonly l2: number; readonly lInf: number };
}

/** Trains the linear model on the whole set. */
function solve(name: Name, weightDecay: number, seed: number): Solution {
  const run = parseRun({
    setting: SETTING,
    network: "linear",
    optimizer: { name, lr: RATES[name], weightDecay },
    ...{ batchSize: SETTING.n, epochs: EPOCHS, recordEvery: EPOCHS, seed, testSize: 1000 },
  });
  let weights: Weights = new Float64Array(0);
  const { final } = simulate(run, {
    onRecord: (_, at) => {
      weights = at.slice();
    },
  });
  const network = networkOf("linear", run.setting);
  const { examples } = drawStart(run.setting, network, seed);
  const least = ENGINES[0]
    .judge(
      network,
      run.setting.d,
      examples,
    )(weights)
    .margins.reduce((a, b) => Math.min(a, b));
  const l2 = Math.sqrt(weights.reduce((sum, w) => sum + w * w, 0));
  const lInf = weights.reduce((most, w) => Math.max(most, Math.abs(w)), 0);
  return {
    weights,
    trainError: final.trainError,
    testError: final.testError,
    margins: { l2: least / l2, lInf: least / lInf },
  };
}

/** The linear model trained by GD and by full-batch Adam from one start. */
export interface ConvexPair {
  readonly gd: Solution;
  readonly adam: Solution;
  /** |W_GD - W_Adam|_2 over the longer of the two, and their cosine. */
  readonly relative: number;
  readonly cosine: number;
}

/**
 * Trains the linear model twice from one start: by GD (eta = 1) and by full-batch Adam (eta = 0.01), 1000 epochs each.
 *
 * n = 20, d = 201, s = 40, sigmaP = 0.2, alpha = 0.2, sigma0 = 0.05
 *
 * @param weightDecay lambda of both, coupled
 * @param seed of the start and the test set
 * @returns both, and how far apart they are
 * Source: ours; [Z21] Theorem 4.2.
 */
export function convexPair(weightDecay: number, seed: number): ConvexPair {
  const [gd, adam] = [solve("sgd", weightDecay, seed), solve("adam", weightDecay, seed)];
  const { relative, cosine } = distanceBetween(gd.weights, adam.weights, EPOCHS);
  return { gd, adam, relative, cosine };
}
