import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { rotated, rotationOf } from "../../src/data/rotation.ts";
import { seeds } from "../helpers/arbitraries.ts";

const column = (rotation: Float64Array, d: number, k: number) => [...rotation.slice(k * d, (k + 1) * d)];
const product = (x: readonly number[], y: readonly number[]) =>
  x.reduce((sum, value, k) => sum + value * (y[k] as number), 0);

describe("a random rotation", () => {
  // Each of d reflections has at most 2 d + 10 roundings an entry of size at most 1, and an inner product of two columns d more, twice.
  test.prop([fc.integer({ min: 1, max: 24 }), seeds])("has orthonormal columns", (d, seed) => {
    const rotation = rotationOf(d, seed);
    const bound = 4 * d * (2 * d + 10) * 2 ** -53;
    for (let k = 0; k < d; k++) {
      for (let l = 0; l <= k; l++) {
        const length = product(column(rotation, d, k), column(rotation, d, l));
        expect(Math.abs(length - (k === l ? 1 : 0))).toBeLessThanOrEqual(bound);
      }
    }
  });

  test.prop([fc.integer({ min: 2, max: 9 }), seeds])(
    "is that of its seed, whatever was asked for before",
    (d, seed) => {
      const first = [...rotationOf(d, seed)];
      rotationOf(d + 1, seed);
      expect([...rotationOf(d, seed)]).toEqual(first);
      expect([...rotationOf(d, seed === 0 ? 1 : seed - 1)]).not.toEqual(first);
    },
  );

  it("turns a vector into the sum of its columns", () => {
    const rotation = rotationOf(3, 7);
    const { coordinates, values } = rotated(rotation, {
      coordinates: Float64Array.of(0, 2),
      values: Float64Array.of(2, -1),
    });
    expect([...coordinates]).toEqual([0, 1, 2]);
    const [first, last] = [column(rotation, 3, 0), column(rotation, 3, 2)];
    expect([...values]).toEqual(first.map((x, j) => 2 * x - (last[j] as number)));
  });

  it("prefers no direction: an entry has mean 0 and mean square 1/d", () => {
    // Of 4000 rotations at d = 4: Q_11 has variance 1/4, its square mean 1/4 and variance 2 (d-1)/(d^2 (d+2)) = 1/16; five standard errors.
    const entries = Array.from({ length: 4000 }, (_, seed) => rotationOf(4, seed)[5] as number);
    const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
    expect(Math.abs(mean(entries))).toBeLessThan((5 * 0.5) / Math.sqrt(4000));
    expect(Math.abs(mean(entries.map((x) => x * x)) - 0.25)).toBeLessThan((5 * 0.25) / Math.sqrt(4000));
  });
});
