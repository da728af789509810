import { realPower } from "../../../numeric/realPower.ts";
import type { Setting } from "../../../setting/setting.ts";
import { failingDecay } from "../feature/failingDecay.ts";
import { gainsOf } from "./gains.ts";

/**
 * The weight decay from which AdamW with small steps cannot hold the feature that a start has.
 *
 * `failingDecay` of the weight w = u/sqrt(k) on each coordinate of the feature: its gradient is C w^(q-1), C = c mu^q k^((q-2)/2) 2l q p/2, its margin c M (mu sqrt(k) w)^q;
 * at q = 2, C/eps
 *
 * @param setting of which model
 * @param eps >= 0
 * @param signal u = <w, v> of the neuron at the start
 * @param classShare p; of a flipped class less what is seen as the other (`featureThresholds`); the setting's own unless given
 * @returns lambda_fail; 0 without a feature, Infinity where eps = 0
 * Source: ours, docs/notes/wider-thresholds.md. Coordinates of the feature are taken as equal, which decay makes them; biases are left out.
 * @example
 * heldBy({ n: 8, d: 99, s: 2, sigmaP: 1, alpha: 0, m: 2, q: 2, sigma0: 0.1, labels: "balanced" }, 0.25, 1) // => 2
 */
export function heldBy(setting: Setting, eps: number, signal: number, classShare?: number): number {
  if (!(signal > 0)) return 0;
  const { q } = setting;
  const { featurePull, noise, mu, coordinates, scale, classShare: share } = gainsOf(setting);
  // A start's own share has the flipped labels in it already.
  const gain = classShare === undefined ? featurePull : noise * realPower(mu, q);
  const pull = gain * realPower(Math.sqrt(coordinates), q - 2);
  const own = classShare ?? share;
  if (q === 2) return (pull * own) / eps;
  const margin = scale * realPower(mu * Math.sqrt(coordinates), q);
  const balance = { q, classShare: own, activeNeurons: 1, eps, pull, margin };
  return failingDecay(balance, signal / Math.sqrt(coordinates));
}
