import type { ActivationOf } from "./activation.ts";
import { power } from "./power.ts";

/**
 * The power with its sign: z^3 at q = 3, an odd function.
 *
 * sigma(z) = sgn(z) |z|^q,  sigma'(z) = q |z|^(q-1)
 *
 * @param network its q, >= 1
 * @returns the pair
 * Source: ours; docs/theory.md 1.8.
 * @example
 * oddPower({ name: "cnn", neurons: 1, q: 3 }).value(-2) // => -8
 */
export const oddPower: ActivationOf = (network) => {
  const { value, derivative } = power(network);
  return {
    value: (z) => (z < 0 ? -value(-z) : value(z)),
    derivative: (z) => derivative(z < 0 ? -z : z),
  };
};
