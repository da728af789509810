import { PAPERS_MODEL } from "../../setting/network.ts";
import type { ActivationOf } from "./activation.ts";
import { power } from "./power.ts";

/**
 * ReLU with a bend: a power up to the knee, a line of slope 1 from there on.
 *
 * sigma(z) = 0 for z <= 0,  z^q/(q rho^(q-1)) on [0, rho],  z - (1 - 1/q) rho beyond
 *
 * @param network its q, >= 1, and its knee rho, > 0
 * @returns the pair; value and slope are continuous, for q > 1
 * Source: docs/theory.md 1.8; Allen-Zhu and Li use it.
 */
export const smoothedRelu: ActivationOf = (network) => {
  const { q, model: { knee } = PAPERS_MODEL } = network;
  const { value, derivative } = power(network);
  // Of z/rho, since rho^(q-1) may leave the doubles where the quotient does not.
  return {
    value: (z) => (z <= knee ? (knee * value(z / knee)) / q : z - (1 - 1 / q) * knee),
    derivative: (z) => (z <= knee ? derivative(z / knee) / q : 1),
  };
};
