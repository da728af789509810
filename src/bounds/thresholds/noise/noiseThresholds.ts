import type { Start } from "../../../data/start.ts";
import { type Network, PAPERS_MODEL } from "../../../setting/network.ts";
import { driftThreshold } from "./noiseDrift.ts";
import { flowThreshold } from "./noiseFlow.ts";
import { noisePair, response } from "./noisePair.ts";
import { noiseThreshold } from "./noiseThreshold.ts";

/** What a start says of memorization by full-batch Adam: per noise patch (one an example in the papers' model) the largest threshold of the m neurons of its class, which decides. */
export interface NoiseStart {
  /** [n (P-1)], `noiseThreshold`: the value that is explicit in x_i and |zeta_i|^2. */
  readonly mean: Float64Array;
  /** [n (P-1)], `flowThreshold`: with the start's own fluctuations. */
  readonly flow: Float64Array;
  /** [n (P-1)], `driftThreshold`: of the first step alone; often Infinity. */
  readonly drift: Float64Array;
  /** Share of the pairs (neuron, example of its class) with x_i > 0 whose drift threshold is Infinity; about 0.206 for large s. */
  readonly endless: number;
}

/**
 * Noise thresholds of full-batch Adam (coupled decay), read off a start.
 *
 * @param network a cnn of m neurons a class, q >= 2
 * @param start in full or on its active coordinates; time O(n m s log s)
 * @returns the three thresholds of every noise patch
 * Source: ours, docs/notes/thresholds.md.
 */
export function noiseThresholds(network: Network, start: Start): NoiseStart {
  const { count: n } = start.examples;
  const { noisePatches, scale } = network.model ?? PAPERS_MODEL;
  const patches = n * noisePatches;
  const [mean, flow, drift] = [new Float64Array(patches), new Float64Array(patches), new Float64Array(patches)];
  let [responding, endless] = [0, 0];
  for (let i = 0; i < patches; i++) {
    const raise = (values: Float64Array, value: number) => {
      values[i] = Math.max(values[i] as number, scale * value);
    };
    for (let r = 0; r < network.neurons; r++) {
      const pair = noisePair(network, start, i, r);
      const x = response(pair);
      const squaredNoise = pair.noise.reduce((sum, zeta) => sum + zeta * zeta, 0);
      const last = driftThreshold(pair, network.q, n);
      raise(mean, noiseThreshold(network.q, n, x, squaredNoise));
      raise(flow, flowThreshold(pair, network.q, n));
      raise(drift, last);
      if (x > 0) responding++;
      if (last === Infinity) endless++;
    }
  }
  return { mean, flow, drift, endless: responding > 0 ? endless / responding : 0 };
}
