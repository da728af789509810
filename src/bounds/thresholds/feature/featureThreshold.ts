import type { Start } from "../../../data/start.ts";
import { realPower } from "../../../numeric/realPower.ts";
import { type Network, PAPERS_MODEL } from "../../../setting/network.ts";
import { batchGradient } from "../../../sim/gradient.ts";
import type { PerClass } from "../../../sim/trajectory.ts";
import { biasGain } from "../wider/biasGain.ts";

/**
 * The weight decay up to which Adam's feature grows from a given size, where half of the probability is still on the wrong class.
 *
 * lambda_feature = (q p/2) U^(q-2): from there sgn( (p/2) q U^(q-1) - lambda U ) turns
 *
 * @param q power of the activation, >= 2
 * @param classShare p_j, share of the class among the examples (of a batch), in [0, 1]
 * @param signal U = j w_{j,r}[1], in weights; a neuron with U <= 0 learns nothing
 * @returns the threshold, in the unit of weight decay; 0 for U <= 0
 * Source: ours, docs/notes/thresholds.md; Corollary 4.3 of [T25] with its constant.
 * @example
 * featureThreshold(3, 0.5, 0.02) // => 0.015
 */
export const featureThreshold = (q: number, classShare: number, signal: number): number =>
  signal > 0 ? ((q * classShare) / 2) * realPower(signal, q - 2) : 0;

/** What a start says of one class. */
export interface FeatureStart {
  /** p_j, share of the class among the examples; of flipped labels, less the share of those of its patches that are seen as the other class. */
  readonly classShare: number;
  /** U_j = max_r (j <w_{j,r}, v>)_+, in weights; v is coordinate 1 in the papers' model. */
  readonly signal: number;
  /** The neuron that has it, 0..m-1 (the first of them; 0 where U_j = 0). */
  readonly neuron: number;
  /** lambda_feature(j) = (q p_j/2) U_j^(q-2), times what a wider model makes of it (`gainsOf`): above it every neuron's feature shrinks. */
  readonly threshold: number;
  /**
   * The same at the first step of the full batch, with the residuals and the feature noise as they are:
   * max_r (-j <g_{j,r}, v>)/(j <w_{j,r}, v>) over j <w_{j,r}, v> > 0, g the gradient of the mean loss; 0 where none is positive.
   */
  readonly firstStep: number;
}

/**
 * Feature thresholds of Adam (coupled decay), read off a start.
 *
 * Above `threshold` (with residuals 1/2) the feature of every neuron of class j shrinks, whatever the feature noise, which only takes away:
 * training of class j is stuck. Below, that of neuron `neuron` grows as long as alpha sum_i sigma'(x_i) does not outweigh it: `firstStep` says
 * whether it does at the start.
 *
 * @param network a cnn of m neurons a class, q >= 2, two classes
 * @param start in full or on its active coordinates
 * @returns both classes; a class without examples has thresholds 0
 * Source: ours, docs/notes/thresholds.md; for wider models docs/notes/wider-thresholds.md.
 */
export function featureThresholds(network: Network, start: Start): PerClass<FeatureStart> {
  const { examples, weights } = start;
  const { neurons: m, model = PAPERS_MODEL } = network;
  const { labels, truths = labels } = examples;
  const k = model.featureSupport;
  const gain = model.scale * realPower(model.mu, network.q) * (model.biases ? biasGain(network.q, model.mu) : 1);
  const alongFeature = (rows: ArrayLike<number>, lane: number) => {
    let sum = 0;
    for (let c = 0; c < k; c++) sum += rows[c * 2 * m + lane] as number;
    return sum / Math.sqrt(k);
  };
  const gradient = batchGradient(network, weights, examples, [...examples.labels.keys()]);
  const ofClass = (j: 1 | -1): FeatureStart => {
    const seenAs = (y: number) => labels.filter((label, i) => label === y && truths[i] === j).length;
    const classShare = (seenAs(j) - seenAs(-j)) / examples.count;
    const first = j === 1 ? 0 : m;
    let [signal, neuron, firstStep] = [0, 0, 0];
    for (let r = 0; r < m; r++) {
      const u = j * alongFeature(weights, first + r);
      if (u > 0) firstStep = Math.max(firstStep, (-j * alongFeature(gradient, first + r)) / u);
      if (u > signal) [signal, neuron] = [u, r];
    }
    return {
      classShare,
      signal,
      neuron,
      threshold: gain * featureThreshold(network.q, Math.max(0, classShare), signal),
      firstStep,
    };
  };
  return { "+1": ofClass(1), "-1": ofClass(-1) };
}
