import { realPower } from "../../../numeric/realPower.ts";
import { noisePatchesOf } from "../../../setting/model.ts";
import type { Setting } from "../../../setting/setting.ts";
import { biasGain } from "./biasGain.ts";

/** What a model beyond the papers' makes of their thresholds: factors, and numbers that are counted otherwise. All factors are 1 for the papers' model. */
export interface Gains {
  /** p_j, share of the class (of +1 where they differ). */
  readonly classShare: number;
  /** P - 1. */
  readonly noisePatches: number;
  /** k, coordinates of the feature. */
  readonly coordinates: number;
  /** Of the outputs: 1 or 1/m. */
  readonly scale: number;
  /** mu. */
  readonly mu: number;
  /** Of the feature's gradient over that of the papers' model at the same u. */
  readonly featurePull: number;
  /** Of Adam's feature threshold: `featurePull`, and what biases do. */
  readonly feature: number;
  /** Of Adam's noise threshold. */
  readonly noise: number;
}

/**
 * The factors by which thresholds of the papers' model become those of a wider one.
 *
 * feature: c mu^q (1 - f K/(K-1)) 2(K-1)/K;  noise: c 2(K-1)/K;  c the output scale, f the share of flipped labels, (K-1)/K the pull on an example at the start
 *
 * @param setting whose thresholds are derived (`mustBeDerived`)
 * @returns the factors
 * Source: ours, docs/notes/wider-thresholds.md.
 * @example
 * gainsOf({ n: 8, d: 99, s: 2, sigmaP: 1, alpha: 0, m: 2, q: 3, sigma0: 0.1, labels: "balanced", mu: 2 }).feature // => 8
 */
export function gainsOf(setting: Setting): Gains {
  const { q, m, mu = 1, classes = 2, flip = 0, balance = 0.5, featureSupport = 1, outputScale, biases } = setting;
  const scale = outputScale === "1/m" ? 1 / m : 1;
  const noise = (scale * 2 * (classes - 1)) / classes;
  const featurePull = noise * realPower(mu, q) * (1 - (flip * classes) / (classes - 1));
  return {
    ...{ classShare: classes > 2 ? 1 / classes : balance, noisePatches: noisePatchesOf(setting) },
    ...{ coordinates: featureSupport, scale, mu, featurePull, noise },
    feature: featurePull * (biases ? biasGain(q, mu) : 1),
  };
}
