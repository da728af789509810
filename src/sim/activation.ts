import { integerPower } from "../numeric/integerPower.ts";
import type { Network } from "../setting/network.ts";

/** An activation and its derivative. */
export interface Activation {
  value(z: number): number;
  derivative(z: number): number;
}

// Written as z <= 0 ? 0 : ..., so that NaN passes through and a diverged run is seen.
const power = (q: number): Activation => ({
  value: (z) => (z <= 0 ? 0 : integerPower(z, q)),
  derivative: (z) => (z <= 0 ? 0 : q * integerPower(z, q - 1)),
});

// The papers' power written out: the products that integerPower takes, without its loop.
const cube: Activation = {
  value: (z) => (z <= 0 ? 0 : z * (z * z)),
  derivative: (z) => (z <= 0 ? 0 : 3 * (z * z)),
};

const identity: Activation = { value: (z) => z, derivative: () => 1 };

/**
 * The activation of a network.
 *
 * cnn: sigma(z) = max(z, 0)^q, sigma'(z) = q max(z, 0)^(q-1).   linear: sigma(z) = z, sigma'(z) = 1.
 *
 * @param network its name and q
 * @returns the pair
 * Source: [T25] Definition 3.2; [Z21] Theorem 4.2.
 * @example
 * activationOf({ name: "cnn", neurons: 1, q: 3 }).derivative(2) // => 12
 */
export function activationOf({ name, q }: Network): Activation {
  if (name !== "cnn") return identity;
  return q === 3 ? cube : power(q);
}
