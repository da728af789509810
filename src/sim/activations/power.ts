import { integerPower } from "../../numeric/integerPower.ts";
import { power as realPower } from "../../numeric/power.ts";
import type { Activation, ActivationOf } from "./activation.ts";

// Written as z <= 0 ? 0 : ..., so that NaN passes through and a diverged run is seen.
const integer = (q: number): Activation => ({
  value: (z) => (z <= 0 ? 0 : integerPower(z, q)),
  derivative: (z) => (z <= 0 ? 0 : q * integerPower(z, q - 1)),
});

// The papers' power written out: the products that integerPower takes, without its loop.
const cube: Activation = {
  value: (z) => (z <= 0 ? 0 : z * (z * z)),
  derivative: (z) => (z <= 0 ? 0 : 3 * (z * z)),
};

// ReLU, likewise.
const relu: Activation = {
  value: (z) => (z <= 0 ? 0 : z),
  derivative: (z) => (z <= 0 ? 0 : 1),
};

const written: Readonly<Record<number, Activation>> = { 1: relu, 3: cube };

// What is not finite is left to integerPower, of which x^k is Infinity or NaN as it should be.
const real = (q: number): Activation => {
  const of = (z: number, exponent: number) => (Number.isFinite(z) ? realPower(z, exponent) : z);
  return {
    value: (z) => (z <= 0 ? 0 : of(z, q)),
    derivative: (z) => (z <= 0 ? 0 : q * of(z, q - 1)),
  };
};

/**
 * The papers' activation, for any real power from 1 on; ReLU at 1.
 *
 * sigma(z) = max(z, 0)^q,  sigma'(z) = q max(z, 0)^(q-1), and 0 at z <= 0, so also sigma'(0) = 0 for q = 1
 *
 * @param network its q, >= 1
 * @returns the pair; bits of a real q as `power` of src/numeric has them
 * Source: [T25] Definition 3.2; q > 2 in [C22], q = 1 in [K23].
 * @example
 * power({ name: "cnn", neurons: 1, q: 3 }).derivative(2) // => 12
 */
export const power: ActivationOf = ({ q }) => written[q] ?? (Number.isInteger(q) ? integer(q) : real(q));
