import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { adamFeatureSpeed, signFeatureSpeed } from "../../../../src/bounds/thresholds/feature/featureSpeed.ts";

const share = fc.double({ min: 0.05, max: 0.95, noNaN: true });
const small = fc.integer({ min: 1, max: 6 });

/** E of a function of c and k by going through every batch: each example is of the other class, of the class, or of it and responding. */
function expected(f: (c: number, k: number) => number, share: number, b: number, c = 0, k = 0): number {
  if (b === 0) return f(c, k);
  const rest = (more: number, responding: number) => expected(f, share, b - 1, c + more, k + responding);
  return rest(0, 0) / 2 + ((1 - share) / 2) * rest(1, 0) + (share / 2) * rest(1, 1);
}

describe("featureSpeed", () => {
  test.prop([share, small, fc.double({ min: 0, max: 0.95, noNaN: true })])(
    "Adam's is mean over root mean square",
    (f, b, part) => {
      const R = part / f;
      const mean = expected((c, k) => c - k * R, f, b);
      const square = expected((c, k) => (c - k * R) ** 2, f, b);
      // 1 - f R >= 0.05, so that a few roundings of terms of size 20 cost at most 12 - 2.6 digits.
      expect(adamFeatureSpeed({ share: f, batchSize: b }, R)).toBeCloseTo(mean / Math.sqrt(square), 9);
    },
  );

  test.prop([share, small, fc.double({ min: 0.01, max: 8, noNaN: true })])("the signs' is the mean sign", (f, b, R) => {
    // c = k R exactly has the sign of the limit from below.
    const mean = expected((c, k) => (c === 0 ? 0 : c >= k * R ? 1 : -1), f, b);
    expect(signFeatureSpeed({ share: f, batchSize: b }, [R, 1])).toBeCloseTo(mean, 13);
  });

  // 11 * (25/11) > 25 in doubles: compared as doubles, the likely batch c = 25, k = 11 falls on the wrong side, 0.0057 of the speed at b = 64.
  test.each([
    [25, [25, 11]],
    [63, [7, 3]],
    [64, [25, 11]],
    [64, [27, 13]],
    [126, [7, 3]],
  ] as const)("the signs' at b = %i and R = %j, against whole numbers", (b, [over, under]) => {
    const choose = (n: number, k: number): bigint => (k === 0 ? 1n : (choose(n - 1, k - 1) * BigInt(n)) / BigInt(k));
    // share 1/2: P(c, k) = C(b, c) C(c, k) 2^(b-c)/4^b.
    let sum = 0n;
    for (let c = 1; c <= b; c++) {
      for (let k = 0; k <= c; k++) {
        const ways = choose(b, c) * choose(c, k) * 2n ** BigInt(b - c);
        sum += k * over <= c * under ? ways : -ways;
      }
    }
    const exact = Number((sum * 10n ** 18n) / 4n ** BigInt(b)) / 1e18;
    expect(signFeatureSpeed({ share: 0.5, batchSize: b }, [over, under])).toBeCloseTo(exact, 13);
  });

  test("hand values", () => {
    // One example, no noise: (1/2)/sqrt(1/2); the sign is 0 in half of the batches.
    expect(adamFeatureSpeed({ share: 0.5, batchSize: 1 }, 0)).toBeCloseTo(Math.SQRT1_2, 15);
    expect(signFeatureSpeed({ share: 0.5, batchSize: 1 }, [1, 1])).toBe(0.5);
    expect(adamFeatureSpeed({ share: 0.5, batchSize: Infinity }, 1.9)).toBe(1);
  });
});
