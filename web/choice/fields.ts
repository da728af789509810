import { CONVENTIONS } from "../../src/optimizers/optimizer.ts";
import { ACTIVATIONS, BASES, FLIP_TIMES, NOISES, OUTPUT_SCALES, SECOND_LAYERS } from "../../src/setting/model.ts";
import { NETWORKS } from "../../src/setting/network.ts";
import { LABELS, SUPPORTS } from "../../src/setting/setting.ts";
import { LOSSES } from "../../src/sim/losses/registry.ts";
import { BESIDE } from "./beside.ts";
import { TRUTHS } from "./beyond.ts";
import { type Choice, CLASSES, DECAYS, TIMES } from "./state.ts";

/** How a part of a choice is written: one of these words, a number, a number that may be left to the run file's default, or text. */
export type Kind = readonly string[] | "number" | "auto" | "text";

/** A part of a choice: what people call it. */
export interface Field {
  readonly label: string;
  readonly symbol?: string;
  readonly kind: Kind;
}

/** Every part of a choice, in the order of its address. Adding one is one entry here, one of `Choice` and one of `standardOf`. */
export const FIELDS: Readonly<Record<keyof Choice, Field>> = {
  preset: { label: "setting", kind: "text" },
  optimizer: { label: "optimizer", kind: "text" },
  weightDecay: { label: "weight decay", symbol: "λ", kind: "number" },
  batchSize: { label: "batch size", symbol: "b", kind: "number" },
  lr: { label: "learning rate", symbol: "η", kind: "number" },
  epochs: { label: "epochs", symbol: "T", kind: "number" },
  alpha: { label: "feature noise", symbol: "α", kind: "number" },
  sigma0: { label: "initial weights", symbol: "σ₀", kind: "number" },
  s: { label: "support size", symbol: "s", kind: "number" },
  supports: { label: "noise supports", kind: SUPPORTS },
  seed: { label: "seed", kind: "number" },
  beside: { label: "laid over it", kind: BESIDE },
  time: { label: "time axis", kind: TIMES },
  shown: { label: "class shown", kind: CLASSES },
  n: { label: "training examples", symbol: "n", kind: "number" },
  d: { label: "coordinates", symbol: "d", kind: "number" },
  m: { label: "neurons a class", symbol: "m", kind: "number" },
  q: { label: "power of the activation", symbol: "q", kind: "number" },
  sigmaP: { label: "noise strength", symbol: "σₚ", kind: "number" },
  labels: { label: "labels", kind: LABELS },
  network: { label: "network", kind: NETWORKS },
  beta1: { label: "memory of the gradient", symbol: "β₁", kind: "auto" },
  beta2: { label: "memory of its square", symbol: "β₂", kind: "auto" },
  eps: { label: "added to the root", symbol: "ε", kind: "auto" },
  momentum: { label: "momentum", symbol: "μ", kind: "auto" },
  rho: { label: "radius of SAM", symbol: "ρ", kind: "auto" },
  maxNorm: { label: "bound of the gradient’s norm", kind: "auto" },
  convention: { label: "bias of the moments", kind: CONVENTIONS },
  testSize: { label: "fresh examples", kind: "number" },
  recordEvery: { label: "epochs a record", kind: "auto" },
  decay: { label: "weight decay is", kind: DECAYS },
  memory: { label: "memory", kind: "text" },
  direction: { label: "direction", kind: "text" },
  mu: { label: "signal strength", symbol: "μ", kind: "number" },
  classes: { label: "classes", symbol: "K", kind: "number" },
  featureSupport: { label: "coordinates of the feature", symbol: "k", kind: "number" },
  features: { label: "features", kind: "number" },
  frequencyRatio: { label: "how often the next one, for once", kind: "number" },
  strengthRatio: { label: "strength of the next one", kind: "number" },
  xor: { label: "labels are an exclusive or", kind: TRUTHS },
  basis: { label: "axes", kind: BASES },
  patches: { label: "patches of an example", symbol: "P", kind: "number" },
  noise: { label: "noise is drawn", kind: NOISES },
  alongFeature: { label: "noise along the feature", kind: TRUTHS },
  flip: { label: "share of labels flipped", kind: "number" },
  flipEvery: { label: "flipped anew", kind: FLIP_TIMES },
  balance: { label: "share of class +1", kind: "number" },
  activation: { label: "activation", kind: ACTIVATIONS },
  leak: { label: "slope of leakyRelu", kind: "number" },
  knee: { label: "knee of smoothedRelu", kind: "number" },
  outputScale: { label: "outputs are multiplied by", kind: OUTPUT_SCALES },
  biases: { label: "biases", kind: TRUTHS },
  secondLayer: { label: "second layer", kind: SECOND_LAYERS },
  loss: { label: "loss", kind: LOSSES },
  labelSmoothing: { label: "label smoothing", kind: "number" },
  lrSchedule: { label: "lr is multiplied by", kind: "text" },
  warmup: { label: "epochs of warm-up", kind: "number" },
  batchSchedule: { label: "b is multiplied by", kind: "text" },
  start: { label: "start, as JSON", kind: "text" },
  batches: { label: "batches, as JSON", kind: "text" },
};
