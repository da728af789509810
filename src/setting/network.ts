import { isImages } from "./imageSource.ts";
import { type ModelKey, modelKeys, noisePatchesOf } from "./model.ts";
import type { Setting } from "./setting.ts";

/** The models that can be trained: the CNN of [T25] Definition 3.2, or the linear (convex) model of [Z21] Theorem 4.2. */
export const NETWORKS = ["cnn", "linear"] as const;
export type NetworkName = (typeof NETWORKS)[number];

/**
 * What is trained: `neurons` weight vectors a class and the activation's power.
 *
 * cnn: m neurons, sigma(z) = max(z, 0)^q.   linear: one neuron, sigma(z) = z.
 */
export interface Network {
  readonly name: NetworkName;
  readonly neurons: number;
  readonly q: number;
  /** What it has beyond the papers' model; absent where it has nothing. */
  readonly model?: Model;
}

/** Everything about data and network that the papers fix, as numbers that a forward pass needs. */
export interface Model {
  /** K, whose outputs are formed. */
  readonly classes: number;
  /** Strength of the signal patch. */
  readonly mu: number;
  /** k, coordinates of the feature. */
  readonly featureSupport: number;
  /** P - 1, or 1 where signal and noise are one vector. */
  readonly noisePatches: number;
  /** Whether signal and noise are one vector. */
  readonly unpatched: boolean;
  /** One of ACTIVATIONS, or of a user's own. */
  readonly activation: NonNullable<Setting["activation"]>;
  readonly leak: number;
  readonly knee: number;
  /** What the outputs are multiplied by. */
  readonly scale: number;
  readonly biases: boolean;
  /** Whether the second layer is trained. */
  readonly head: boolean;
  /** Whether patches are multiplied in single precision. */
  readonly single: boolean;
}

function modelOf(setting: Shape, neurons: number): Model {
  const { patches = 2, outputScale, secondLayer } = setting;
  const { mu = 1, featureSupport = 1, activation = "power", leak = 0.1, knee = 1, biases = false } = setting;
  return {
    classes: setting.classes ?? 2,
    ...{ mu, featureSupport, noisePatches: noisePatchesOf(setting), unpatched: patches === 1, activation, leak, knee },
    ...{ scale: outputScale === "1/m" ? 1 / neurons : 1, biases, head: secondLayer === "trained" },
    single: isImages(setting.data) && setting.data.precision === "float32",
  };
}

type Shape = Pick<Setting, "m" | "q"> & Partial<Setting>;

/** The papers' model: two patches, a feature of one coordinate, max(z, 0)^q, all else one. */
export const PAPERS_MODEL = modelOf({ m: 1, q: 3 }, 1);

/** How many neurons there are in all, K m: lanes of the weights. */
export const lanesIn = ({ neurons, model = PAPERS_MODEL }: Network): number => model.classes * neurons;

/** Keys that say how examples are drawn, and nothing of what a network does with one. */
const OF_DATA: readonly ModelKey[] = [
  ...(["data", "features", "frequencyRatio", "strengthRatio", "xor", "basis"] as const),
  ...(["noise", "alongFeature", "flip", "flipEvery", "balance"] as const),
];

/**
 * The network of a setting.
 *
 * @param name "cnn" or "linear"
 * @param setting its m, q and activation are used by the CNN only
 * @returns the network
 * Source: [T25] Definition 3.2; [Z21] Theorem 4.2.
 * @example
 * networkOf("linear", { m: 20, q: 3 }) // => { name: "linear", neurons: 1, q: 1 }
 */
export function networkOf(name: NetworkName, setting: Shape): Network {
  const layer = name === "cnn" ? { name, neurons: setting.m, q: setting.q } : { name, neurons: 1, q: 1 };
  const seen = modelKeys(setting).some((key) => !OF_DATA.includes(key));
  return seen ? { ...layer, model: modelOf(setting, layer.neurons) } : layer;
}
