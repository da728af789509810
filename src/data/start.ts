import type { ImageSource } from "../setting/imageSource.ts";
import { lanesIn, type Network } from "../setting/network.ts";
import type { Setting } from "../setting/setting.ts";
import { drawExamples, type Examples, examplesFromPatches } from "./examples.ts";
import { extraStart } from "./extraRows.ts";
import { imageReader } from "./images/reader.ts";
import { rotated, rotationOf } from "./rotation.ts";
import { drawWeights, type NestedWeights, type Weights, weightsFromNested } from "./weights.ts";

/** Where training begins: the training examples and the initial weights. */
export interface Start {
  readonly examples: Examples;
  readonly weights: Weights;
}

/** A start written out in a file: labels [n], noise patches [n][d] with coordinate 1, weights [2][m][d] in class order +1, -1. */
export interface ExplicitStart {
  readonly labels: number[];
  readonly noisePatches: number[][];
  readonly weights: NestedWeights;
}

/** Weights with what a network trains beside its coordinates after them: biases of 0, a second layer of 1. */
export function withExtra(network: Network, weights: Weights): Weights {
  const { model } = network;
  const extra = model ? extraStart(model, lanesIn(network)) : [];
  if (extra.length === 0) return weights;
  const all = new Float64Array(weights.length + extra.length);
  all.set(weights);
  all.set(extra, weights.length);
  return all;
}

/** In a rotated basis w_0 is turned as every patch is: the training is then the same one, seen along other axes. */
function drawn({ d, sigma0, basis }: Setting, network: Network, seed: number): Weights {
  const weights = drawWeights(network, d, sigma0, seed);
  if (basis !== "rotated") return weights;
  const rotation = rotationOf(d, seed);
  const width = lanesIn(network);
  const all = new Float64Array(d).map((_, k) => k);
  const turned = new Float64Array(weights.length);
  for (let r = 0; r < width; r++) {
    const values = all.map((k) => weights[k * width + r] as number);
    rotated(rotation, { coordinates: all, values }).values.forEach((w, k) => {
      turned[k * width + r] = w;
    });
  }
  return turned;
}

const startOf = (examples: Examples, setting: Setting, network: Network, seed: number): Start => ({
  examples,
  weights: withExtra(network, drawn(setting, network, seed)),
});

/**
 * The start of (setting, network, seed).
 *
 * @param setting s <= d - 1 < 2^31; n s <= d - 1 for disjoint supports
 * @param network what is trained
 * @param seed integer in [0, 2^53)
 * @returns examples and weights, each from streams of their own; after the d coordinates biases of 0 and a second layer of 1, where the network has them
 * Source: [T25] Definitions 3.1 and 3.2.
 */
export function drawStart(setting: Setting, network: Network, seed: number): Start {
  return startOf(drawExamples(setting, seed, "trainExample", setting.n), setting, network, seed);
}

/**
 * The start of a setting whose data are images, number for number that of `drawStart`; a page that shows none need not load what draws other data.
 *
 * @param data the setting's, a source of images
 * @param setting the rest of it
 * @param network what is trained
 * @param seed integer in [0, 2^53)
 * @returns examples and weights on all coordinates
 * @throws InputError where nothing reads images
 */
export function imageStart(data: ImageSource, setting: Setting, network: Network, seed: number): Start {
  return startOf(imageReader(data).draw(setting, seed, "trainExample", setting.n), setting, network, seed);
}

/**
 * The start that a file spells out.
 *
 * @param start shapes already checked against the setting
 * @returns examples and weights, number for number
 */
export function startFromFile(start: ExplicitStart): Start {
  return {
    examples: examplesFromPatches(start.labels, start.noisePatches),
    weights: weightsFromNested(start.weights),
  };
}
