import { expect } from "vitest";

/** Unit roundoff of doubles: one operation has relative error at most u = 2^-53. */
export const UNIT = 2 ** -53;

/** Higham's gamma_k = k u/(1 - k u): the relative error of k roundings in a row (Accuracy and Stability, Lemma 3.1). */
export const gamma = (k: number) => (k * UNIT) / (1 - k * UNIT);

/** Fails unless |actual[k] - expected[k]| <= tolerance(k) for every k; the message names the worst k. */
export function expectWithin(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: (k: number) => number,
): void {
  expect(actual.length).toBe(expected.length);
  let worst = { k: -1, excess: 0, actual: 0, expected: 0, tolerance: 0 };
  for (let k = 0; k < expected.length; k++) {
    const [a, e, t] = [actual[k] as number, expected[k] as number, tolerance(k)];
    const excess = Math.abs(a - e) - t;
    if (!(excess <= worst.excess)) worst = { k, excess, actual: a, expected: e, tolerance: t };
  }
  expect(worst, "the worst coordinate and by how much it is out").toMatchObject({ k: -1 });
}

/** Numbers with -0 replaced by 0: for comparisons that are exact except for the sign of a zero. */
export const unsignedZeros = <T>(value: T): T =>
  (typeof value === "number"
    ? value + 0
    : Array.isArray(value)
      ? value.map(unsignedZeros)
      : value !== null && typeof value === "object"
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unsignedZeros(inner)]))
        : value) as T;

export const largest = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
