import { openStream } from "../random/stream.ts";
import { uniform } from "../random/uniform.ts";
import { featureCountOf } from "../setting/model.ts";
import type { Setting } from "../setting/setting.ts";
import { type Entries, type ExamplePurpose, joinRows, type Rows } from "./entries.ts";
import { rotated, rotationOf } from "./rotation.ts";

/** The feature that an example shows: its number from 0, the sign before it, and the strength of the signal, sign and mu in it. */
export interface Shown {
  readonly feature: number;
  readonly sign: number;
  readonly strength: number;
}

/** Whether examples say which feature they show: there are several, or they lie on all coordinates. */
export const hasShown = (setting: Setting): boolean => featureCountOf(setting) > 1 || setting.basis === "rotated";

/** rho^f of feature f. */
const ratioTo = (ratio: number, feature: number): number => {
  let product = 1;
  for (let f = 0; f < feature; f++) product *= ratio;
  return product;
};

/** Feature f with a frequency proportional to ratio^f. */
function chosen(u: number, count: number, ratio: number): number {
  const weights = Array.from({ length: count }, (_, f) => ratioTo(ratio, f));
  let left = u * weights.reduce((sum, weight) => sum + weight, 0);
  for (let f = 0; f + 1 < count; f++) {
    left -= weights[f] as number;
    if (left < 0) return f;
  }
  return count - 1;
}

/**
 * What an example shows.
 *
 * one of F features, number f with probability proportional to frequencyRatio^f: x_1 = mu strengthRatio^f y v_f;
 * of K >= 3 classes: mu v_y;  xor: +-mu u where y = 1, +-mu v where y = -1, either sign with probability 1/2
 *
 * @param setting with `hasShown`
 * @param seed integer in [0, 2^53)
 * @param purpose "trainExample" or "testExample"
 * @param index of the example
 * @param truth its true label
 * @returns feature, sign and strength, of a stream of its own
 * Source: ours; XOR data as in Meng, Zou, Cao 2024, several features as in Zou et al. 2023.
 */
export function drawShown(
  setting: Setting,
  seed: number,
  purpose: ExamplePurpose,
  index: number,
  truth: number,
): Shown {
  const { mu = 1, frequencyRatio = 1, strengthRatio = 1, classes = 2 } = setting;
  if (classes > 2) return { feature: truth - 1, sign: 1, strength: mu };
  const u = uniform(openStream(seed, purpose === "trainExample" ? "trainFeature" : "testFeature", index));
  if (setting.xor) {
    const sign = u < 0.5 ? -1 : 1;
    return { feature: truth === 1 ? 0 : 1, sign, strength: sign * mu };
  }
  const feature = chosen(u, featureCountOf(setting), frequencyRatio);
  return { feature, sign: truth, strength: truth * mu * ratioTo(strengthRatio, feature) };
}

/**
 * The features.
 *
 * v_f = (e_(f k + 1) + ... + e_(f k + k))/sqrt(k),  and Q v_f in a rotated basis
 *
 * @param setting its features, their support k, its basis
 * @param seed of the rotation
 * @returns one row a feature
 */
export function directionsOf(setting: Setting, seed: number): Rows {
  const { d, featureSupport: k = 1, basis } = setting;
  const entries = Array.from({ length: featureCountOf(setting) }, (_, f): Entries => {
    const own = {
      coordinates: new Float64Array(k).map((_, c) => f * k + c),
      values: new Float64Array(k).fill(1 / Math.sqrt(k)),
    };
    return basis === "rotated" ? rotated(rotationOf(d, seed), own) : own;
  });
  return joinRows(entries);
}
