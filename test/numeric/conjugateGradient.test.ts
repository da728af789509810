import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { conjugateGradient } from "../../src/numeric/conjugateGradient.ts";

const D = 5;
const number = fc.integer({ min: -8, max: 8 });
const vector = fc.array(number, { minLength: D, maxLength: D });

/** A = M'M + I has eigenvalues from 1 to 1 + 25 * 64. */
const timesOf = (rows: readonly (readonly number[])[]) => (x: Float64Array) => {
  const along = rows.map((row) => row.reduce((sum, value, k) => sum + value * (x[k] as number), 0));
  return x.map((value, k) => value + rows.reduce((sum, row, r) => sum + (row[k] as number) * (along[r] as number), 0));
};

describe("conjugate gradients", () => {
  it("by hand", () => {
    // (4 1; 1 3) x = (1, 2): x = (3 - 2, 8 - 1)/11.
    const [a, b] = conjugateGradient(
      ([x = 0, y = 0]) => Float64Array.of(4 * x + y, x + 3 * y),
      Float64Array.of(1, 2),
    ) as unknown as [number, number];
    expect(a).toBeCloseTo(1 / 11, 14);
    expect(b).toBeCloseTo(7 / 11, 14);
  });

  it("of 0 are 0", () => {
    expect([...conjugateGradient((x) => x, new Float64Array(3))]).toEqual([0, 0, 0]);
  });

  test.prop([fc.array(vector, { minLength: D, maxLength: D }), vector])("undo the matrix", (rows, given) => {
    const times = timesOf(rows);
    const x = Float64Array.from(given);
    const found = conjugateGradient(times, times(x));
    // |error| <= |A^-1| |rest| <= 2^-44 |A x| <= 2^-44 * 1601 * 18 and what rounding loses of the rest, of the same order as 2^-53 times the condition, 1601, times |x|.
    for (let k = 0; k < D; k++) expect(Math.abs((found[k] as number) - (x[k] as number))).toBeLessThan(1e-8);
  });
});
