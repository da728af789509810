import { normalsAcross, normalsAlong } from "../random/many.ts";
import { lanesIn, type Network } from "../setting/network.ts";
import { allCoordinates } from "./activeSet.ts";

/**
 * Weights, coordinate-major: the 2m neurons of one coordinate side by side, so that a sparse example touches contiguous lanes.
 *
 *   weights[k * 2m + r] = w_{+1,r}[k],   weights[k * 2m + m + r] = w_{-1,r}[k],   k = 0..d-1, r = 0..m-1
 */
export type Weights = Float64Array;

/** The same weights as files hold them: [2][m][d], class +1 first. */
export type NestedWeights = number[][][];

/** From this coordinate on, counted from 0, a lane's stream has no more words: two a normal, 2^34 in all. */
const FAR = 8589934592;

/**
 * The lane of a neuron, neurons being numbered in turn: w_{+1,1}, w_{-1,1}, w_{+1,2}, ...: what is drawn neuron by neuron is only added to by a larger m.
 *
 *   K r + c -> c m + r,  c = 0..K-1
 */
export const laneOf = (neuron: number, m: number, classes = 2) => (neuron % classes) * m + Math.floor(neuron / classes);

/** The lanes of neurons 0, 1, ..., K m - 1. */
export const lanesOf = (m: number, classes = 2): Int32Array =>
  new Int32Array(classes * m).map((_, neuron) => laneOf(neuron, m, classes));

/**
 * Draws initial weights on some coordinates: w_{j,r} ~ N(0, sigma0^2 I_d).
 *
 *   w_neuron[k] = sigma0 * normal k of stream neuron (k < 2^33), or normal neuron of stream k of another purpose (k >= 2^33); neuron = 2r for class +1, 2r+1 for -1
 *
 * @param network m neurons a class
 * @param coordinates [A] ascending integers in [0, 2^53)
 * @param sigma0 standard deviation, >= 0
 * @param seed integer in [0, 2^53)
 * @returns weights [A * 2m], row a those of coordinates[a]; a weight depends on its neuron and coordinate, not on m, d or the other coordinates
 * Source: [T25] Definition 3.2.
 */
export function drawWeightsAt(network: Network, coordinates: Float64Array, sigma0: number, seed: number): Weights {
  const m = network.neurons;
  const width = lanesIn(network);
  const weights = new Float64Array(coordinates.length * width);
  const firstFar = coordinates.findIndex((k) => k >= FAR);
  const near = firstFar < 0 ? coordinates.length : firstFar;
  const from = (begun: number) => (first: number, rows: Float64Array) => weights.set(rows, (begun + first) * width);
  const table = { seed, lanes: lanesOf(m, width / m), scale: sigma0 };
  normalsAcross({ ...table, purpose: "initialWeights", places: coordinates.subarray(0, near) }, from(0));
  normalsAlong({ ...table, purpose: "farWeights", places: coordinates.subarray(near) }, from(near));
  return weights;
}

/**
 * Draws initial weights on every coordinate: those of `drawWeightsAt`.
 *
 * @param network m neurons a class
 * @param d coordinates
 * @param sigma0 standard deviation, >= 0
 * @param seed integer in [0, 2^53)
 * @returns weights [d * 2m]; neuron r does not depend on m, nor coordinate k on d
 * Source: [T25] Definition 3.2.
 */
export function drawWeights(network: Network, d: number, sigma0: number, seed: number): Weights {
  return drawWeightsAt(network, allCoordinates(d), sigma0, seed);
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
 * @param classes K
 * @returns [K][m][d], class +1 first
 * @example
 * weightsToNested(Float64Array.of(1, 3, 2, 4), 1) // => [[[1, 2]], [[3, 4]]]
 */
export function weightsToNested(weights: Weights, neurons: number, classes = 2): NestedWeights {
  const width = classes * neurons;
  const lane = (r: number) =>
    Array.from({ length: weights.length / width }, (_, k) => weights[k * width + r] as number);
  return Array.from({ length: classes }, (_, c) => Array.from({ length: neurons }, (__, r) => lane(c * neurons + r)));
}
