import { normal } from "../random/normal.ts";
import { openStream } from "../random/stream.ts";
import type { Network } from "../setting/network.ts";

/**
 * Weights, coordinate-major: the 2m neurons of one coordinate side by side, so that a sparse example touches contiguous lanes.
 *
 *   weights[k * 2m + r] = w_{+1,r}[k],   weights[k * 2m + m + r] = w_{-1,r}[k],   k = 0..d-1, r = 0..m-1
 */
export type Weights = Float64Array;

/** The same weights as files hold them: [2][m][d], class +1 first. */
export type NestedWeights = number[][][];

/**
 * Draws initial weights: w_{j,r} ~ N(0, sigma0^2 I_d).
 *
 * @param network m neurons a class
 * @param d coordinates
 * @param sigma0 standard deviation, >= 0
 * @param seed integer in [0, 2^53)
 * @returns weights [d * 2m]; neuron r does not depend on m, nor coordinate k on d
 * Source: [T25] Definition 3.2.
 */
export function drawWeights(network: Network, d: number, sigma0: number, seed: number): Weights {
  const { neurons } = network;
  const width = 2 * neurons;
  const weights = new Float64Array(d * width);
  for (let lane = 0; lane < width; lane++) {
    // Even streams for class +1, odd ones for class -1, so that a larger m adds neurons and changes none.
    const stream = openStream(seed, "initialWeights", lane < neurons ? 2 * lane : 2 * (lane - neurons) + 1);
    for (let k = 0; k < d; k++) weights[k * width + lane] = sigma0 * normal(stream);
  }
  return weights;
}

/**
 * Weights from nested arrays.
 *
 * @param nested [2][m][d], class +1 first
 * @returns weights [d * 2m], coordinate-major
 * @example
 * [...weightsFromNested([[[1, 2]], [[3, 4]]])] // => [1, 3, 2, 4]
 */
export function weightsFromNested(nested: NestedWeights): Weights {
  const lanes = nested.flat();
  const d = lanes[0]?.length ?? 0;
  const weights = new Float64Array(d * lanes.length);
  lanes.forEach((lane, r) => {
    lane.forEach((value, k) => {
      weights[k * lanes.length + r] = value;
    });
  });
  return weights;
}

/**
 * Weights as nested arrays; the inverse of `weightsFromNested`.
 *
 * @param weights [d * 2m], coordinate-major
 * @param neurons m
 * @returns [2][m][d], class +1 first
 * @example
 * weightsToNested(Float64Array.of(1, 3, 2, 4), 1) // => [[[1, 2]], [[3, 4]]]
 */
export function weightsToNested(weights: Weights, neurons: number): NestedWeights {
  const width = 2 * neurons;
  const lane = (r: number) =>
    Array.from({ length: weights.length / width }, (_, k) => weights[k * width + r] as number);
  return [0, neurons].map((first) => Array.from({ length: neurons }, (_, r) => lane(first + r)));
}
