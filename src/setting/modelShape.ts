import {
  dataField,
  fraction,
  integerBetween,
  nonNegative,
  numberAbove,
  numberBetween,
  oneOf,
  ownOr,
  positive,
  positiveInteger,
  truth,
} from "./fields.ts";
import { ACTIVATIONS, BASES, FLIP_TIMES, type ModelKey, NOISES, OUTPUT_SCALES, SECOND_LAYERS } from "./model.ts";

/**
 * What a setting may have beyond the papers' model. Each key may be absent, and then means what it means in the papers; absent stays absent, so
 * that the configuration of an older result is still the same text.
 *
 * x = (mu y v, xi_1, ..., xi_(P-1)),  v = (e_1 + ... + e_k)/sqrt(k),  xi_p = zeta_p - alpha y v;
 * with several features mu_f y v_f in the place of mu y v, mu_f = mu strengthRatio^(f-1);  rotated: Q x in the place of x
 * F_j = scale sum_r a_jr sum_p sigma(<w_jr, x_p> + b_jr)
 */
export const modelShape = {
  data: dataField(
    "data of your own (defineData), or real images; drawn by [T25] Definition 3.1 where absent",
  ).optional(),
  mu: nonNegative("strength of the signal patch mu*y*v; 1 where absent", "patch").optional(),
  classes: integerBetween(
    2,
    100,
    "classes K; from 3 on each has a feature of its own, softmax; 2 where absent",
    "classes",
  ).optional(),
  featureSupport: positiveInteger(
    "coordinates k of the feature v = (e_1 + ... + e_k)/sqrt(k); 1 where absent",
    "coordinates",
  ).optional(),
  features: integerBetween(
    1,
    1000,
    "features v_1, ..., v_F, each on its own coordinates; 1 where absent",
    "features",
  ).optional(),
  frequencyRatio: numberAbove(
    0,
    1,
    "how often feature f + 1 is shown, for once of f; 1 where absent",
    "none",
  ).optional(),
  strengthRatio: positive("strength of the signal of feature f + 1 over that of f; 1 where absent", "none").optional(),
  xor: truth("whether class +1 shows +-u and class -1 +-v, two features; false where absent").optional(),
  basis: oneOf(BASES, "rotated: every patch is turned by one random rotation; standard where absent").optional(),
  patches: integerBetween(
    1,
    1000,
    "patches of an example, one of them the signal; 1: signal and noise in one vector; 2 where absent",
    "patches",
  ).optional(),
  noise: oneOf(NOISES, "how noise entries are drawn, at variance sigmaP^2; gaussian where absent").optional(),
  alongFeature: truth(
    "whether a noise patch has noise along the feature, too, of variance sigmaP^2; false where absent",
  ).optional(),
  flip: numberBetween(0, 0.5, "probability that the label seen is not the true one; 0 where absent", "none").optional(),
  flipEvery: oneOf(FLIP_TIMES, "step: labels are flipped anew at every step; once where absent").optional(),
  balance: fraction("share of class +1 with balanced labels; 1/2 where absent").optional(),
  activation: ownOr(ACTIVATIONS, "sigma; power, max(z, 0)^q, where absent").optional(),
  leak: fraction("slope of leakyRelu below 0; 0.1 where absent").optional(),
  knee: positive("where smoothedRelu becomes a line; 1 where absent", "none").optional(),
  outputScale: oneOf(OUTPUT_SCALES, "what outputs are multiplied by; 1 where absent").optional(),
  biases: truth("whether each neuron has a bias, 0 at the start; false where absent").optional(),
  secondLayer: oneOf(SECOND_LAYERS, "trained: a weight a neuron, 1 at the start; fixed at 1 where absent").optional(),
} satisfies Readonly<Record<ModelKey, unknown>>;
