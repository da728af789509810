import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { cholesky } from "../../src/numeric/cholesky.ts";
import { expectWithin, UNIT } from "../helpers/close.ts";

const rows = fc.integer({ min: 1, max: 6 }).chain((size) =>
  fc.tuple(
    fc.constant(size),
    fc.array(
      fc.integer({ min: -2048, max: 2048 }).map((k) => k / 1024),
      { minLength: size * 8, maxLength: size * 8 },
    ),
  ),
);

describe("cholesky", () => {
  // B B' of size x 8 numbers up to 2; backward error of the factorization: (size + 1) roundings of sums of at most 32 (Golub and Van Loan 4.2.6).
  test.prop([rows])("gives a root of a product B B'", ([size, numbers]) => {
    const matrix = new Float64Array(size * size).map((_, at) => {
      const [a, b] = [Math.floor(at / size), at % size];
      let sum = 0;
      for (let k = 0; k < 8; k++) sum += (numbers[a * 8 + k] as number) * (numbers[b * 8 + k] as number);
      return sum;
    });
    const root = cholesky(matrix, size);
    const again = matrix.map((_, at) => {
      const [a, b] = [Math.floor(at / size), at % size];
      let sum = 0;
      for (let k = 0; k < size; k++) sum += (root[a * size + k] as number) * (root[b * size + k] as number);
      return sum;
    });
    // A pivot lost to rounding leaves out a column whose square is of the size of the roundings, so its root is of their root.
    expectWithin(again, [...matrix], () => 64 * Math.sqrt(64 * UNIT));
  });

  test("gives a column of 0 for a direction that is not there", () => {
    expect([...cholesky(Float64Array.of(1, 1, 1, 1), 2)]).toEqual([1, 0, 1, 0]);
    expect([...cholesky(Float64Array.of(0, 0, 0, 4), 2)]).toEqual([0, 0, 0, 2]);
  });
});
