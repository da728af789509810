import { realPower } from "../../../numeric/realPower.ts";

/**
 * What biases multiply Adam's feature threshold by.
 *
 * max(1, (1 + mu^2)^(q-1)/((1 + mu)^(q-2) mu^q)):  a bias rises as fast as the feature falls, and at this weight decay both reach their rest at once
 *
 * @param q power of the activation, >= 2
 * @param mu strength of the signal, >= 1: below it the other class's signal patches respond before that
 * @returns a factor >= 1; 2 at mu = 1 whatever q is
 * Source: ours, docs/notes/wider-thresholds.md: a feature of one coordinate, the noise's part in the bias left out.
 * @example
 * biasGain(3, 1) // => 2
 */
export const biasGain = (q: number, mu: number): number =>
  Math.max(1, realPower(1 + mu * mu, q - 1) / (realPower(1 + mu, q - 2) * realPower(mu, q)));
