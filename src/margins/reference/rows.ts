import { batchGradient } from "../../sim/gradient.ts";
import type { Loss } from "../../sim/losses/loss.ts";
import type { Told } from "../margins.ts";

/** Its gradient is that of the margin, turned. */
const NEGATED: Loss = { value: (z) => -z, pull: () => 1 };

/** A vector over the coordinates, where it is not 0. */
export interface Row {
  /** Ascending. */
  readonly places: readonly number[];
  readonly values: readonly number[];
}

/** Lanes of the linear network, one neuron a class. */
export const LANES = 2;

/**
 * The margins of the linear network as linear forms: margin_i = <z_i, w_+ - w_->.
 *
 * @param told of a linear network
 * @returns z_i, the gradient of a margin by w_+, which does not depend on the weights
 * Source: [Z21] Theorem 4.2's model.
 */
export function marginRows({ network, examples, size }: Told): Row[] {
  const weights = new Float64Array(size);
  return Array.from({ length: examples.count }, (_, i) => {
    const gradient = batchGradient(network, weights, examples, [i], NEGATED);
    const places: number[] = [];
    for (let k = 0; k * LANES < size; k++) if (gradient[k * LANES] !== 0) places.push(k);
    return { places, values: places.map((k) => -(gradient[k * LANES] as number)) };
  });
}
