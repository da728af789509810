import { CONVENTIONS } from "../../src/optimizers/optimizer.ts";
import { optimizerNamed } from "../../src/optimizers/registry.ts";
import { ACTIVATIONS, BASES, FLIP_TIMES, NOISES, OUTPUT_SCALES, SECOND_LAYERS } from "../../src/setting/model.ts";
import { NETWORKS } from "../../src/setting/network.ts";
import { LABELS, SUPPORTS } from "../../src/setting/setting.ts";
import { LOSSES } from "../../src/sim/losses/registry.ts";
import { BESIDE } from "../choice/beside.ts";
import { TRUTHS } from "../choice/beyond.ts";
import { BY_FORMULA } from "../choice/formula.ts";
import { type Choice, CLASSES, DECAYS, TIMES } from "../choice/state.ts";

type Options = readonly (readonly [value: string, words: string])[];

const optionsOf = <Name extends string>(names: readonly Name[], words: Readonly<Record<Name, string>>): Options =>
  names.map((name) => [name, words[name]]);

/** The options of what is chosen by words, and how each is called in the page. */
export const OPTIONS = {
  supports: optionsOf(SUPPORTS, { independent: "drawn by chance", disjoint: "disjoint, as the proofs assume" }),
  beside: optionsOf(BESIDE, {
    none: "nothing",
    exact: "exact recurrence in coefficients (level 1)",
    gram: "level 1 by gram: SGD and GD",
    scalar: "level 1 by scalar: disjoint supports, ε = 0",
    coordinate: "level 1 by coordinate: disjoint supports",
    "active-set": "level 1 by active-set: all of them",
    signs: "the papers’ sign recurrence (level 2)",
  }),
  time: optionsOf(TIMES, { linear: "linear", log: "logarithmic" }),
  shown: optionsOf(CLASSES, { "+1": "class +1", "-1": "class −1" }),
  labels: optionsOf(LABELS, { balanced: "half and half", rademacher: "a coin each" }),
  network: optionsOf(NETWORKS, { cnn: "CNN, two layers", linear: "linear (convex)" }),
  convention: optionsOf(CONVENTIONS, { pytorch: "corrected, as in PyTorch", paper: "as the paper prints them" }),
  noise: optionsOf(NOISES, {
    ...{ gaussian: "Gaussian", rademacher: "plus or minus one", uniform: "uniform", laplace: "Laplace" },
  }),
  activation: optionsOf(ACTIVATIONS, {
    power: "max(z, 0)^q",
    leakyRelu: "leaky ReLU",
    smoothedRelu: "smoothed ReLU",
    oddPower: "odd power",
  }),
  xor: optionsOf(TRUTHS, { false: "the feature's sign", true: "an exclusive or: +1 shows ±u, −1 ±v" }),
  basis: optionsOf(BASES, { standard: "as drawn", rotated: "turned at random" }),
  flipEvery: optionsOf(FLIP_TIMES, { once: "once", step: "at every step" }),
  outputScale: optionsOf(OUTPUT_SCALES, { "1": "1", "1/m": "1/m" }),
  alongFeature: optionsOf(TRUTHS, { false: "none", true: "as on every coordinate" }),
  biases: optionsOf(TRUTHS, { false: "none", true: "one a neuron, 0 at the start" }),
  secondLayer: optionsOf(SECOND_LAYERS, { fixed: "fixed at 1", trained: "trained, 1 at the start" }),
  loss: optionsOf(LOSSES, {
    ...{ crossEntropy: "cross-entropy", hinge: "hinge", squaredHinge: "squared hinge" },
    ...{ square: "square", exponential: "exponential" },
  }),
  decay: optionsOf(DECAYS, {
    decoupled: "decoupled (w shrinks by itself)",
    coupled: "coupled (added to the gradient)",
  }),
} satisfies Partial<Record<keyof Choice, Options>>;

/** How an optimizer is called. */
export const optimizerTitle = (name: string): string =>
  name === BY_FORMULA ? "by formula…" : optimizerNamed(name).title;
