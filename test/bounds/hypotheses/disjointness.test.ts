import { fc, test } from "@fast-check/vitest";
import { Decimal } from "decimal.js";
import { describe, expect } from "vitest";
import { disjointness } from "../../../src/bounds/hypotheses/disjointness.ts";

/** The product of ratios of binomial coefficients, factor by factor in 60 digits. */
function product(n: number, s: number, d: number): Decimal {
  const Wide = Decimal.clone({ precision: 60 });
  let p = new Wide(1);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < s; k++) p = p.mul(d - 1 - i * s - k).div(d - 1 - k);
  }
  return p;
}

const relative = (a: Decimal, b: Decimal) => a.sub(b).div(b).abs().toNumber();

describe("disjointness", () => {
  test.prop([fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 2000 })])(
    "is the product of binomial ratios, complement included",
    (n, s, room) => {
      const d = n * s + 1 + room;
      const { probability, complement, unionBound } = disjointness(n, s, d);
      const exact = product(n, s, d);
      // 20 digits are kept; the product of at most 288 rounded factors is right to 57.
      expect(relative(probability, exact)).toBeLessThan(1e-19);
      if (n > 1) expect(relative(complement, new Decimal(1).sub(exact))).toBeLessThan(1e-19);
      else expect(complement.toNumber()).toBe(0);
      expect(unionBound.gte(complement)).toBe(true);
    },
  );

  test("is what one counts by hand", () => {
    // N = 4 coordinates, two supports of 2: the second must be the one pair that is left of C(4,2) = 6.
    expect(disjointness(2, 2, 5).probability.toString()).toBe("0.16666666666666666667");
    // N = 6, three of 2: C(4,2)/C(6,2) C(2,2)/C(6,2) = 6/15 1/15 = 2/75.
    expect(disjointness(3, 2, 7).probability.toNumber()).toBe(2 / 75);
  });

  test("is 0 where there is no room: the published synthetic setting has n s = 20000 > d - 1 = 999", () => {
    const { probability, complement } = disjointness(200, 100, 1000);
    expect([probability.toNumber(), complement.toNumber()]).toEqual([0, 1]);
  });

  test("keeps its digits where no double could, and meets the union bound as d grows", () => {
    // 1 - P = b - b^2/2 + ... with b the union bound but for terms of order b (n s)/N: at d = 10^30, n = s = 10^6, b = 5 10^-7.
    const { complement, unionBound } = disjointness(1e6, 1e6, "1e30");
    expect(complement.div(unionBound).toNumber()).toBeCloseTo(1 - 2.5e-7, 9);
    expect(disjointness(50, 3, "1e100").complement.toString()).toBe("1.1025e-96");
  });

  test("meets at the theorem's scaling the claim 1 - n^-2 only for D large enough: 1 - P is about n^2 s^2/(2d) = n^-2/2 by s = sqrt(d)/n^2", () => {
    for (const [n, d, s] of [
      [64, 64 ** 6, 64],
      [256, 256 ** 6, 256],
      [16, 16 ** 8, 256],
    ] as const) {
      const { complement } = disjointness(n, s, d);
      // n(n-1)/2 s^2/N to first order; the next is its square.
      expect(complement.mul(n * n).toNumber()).toBeCloseTo((1 - 1 / n) / 2, 2);
      expect(complement.toNumber()).toBeLessThan(1 / (n * n));
    }
  });
});
