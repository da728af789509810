import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { log } from "../../src/numeric/log.ts";
import { errorInUlps, precise } from "../helpers/precise.ts";

const exact = (x: number) => precise(x).ln();
const SMALLEST_NORMAL = 2 ** -1022;

describe("log", () => {
  test.prop([fc.double({ min: SMALLEST_NORMAL, noNaN: true, noDefaultInfinity: true })], { numRuns: 500 })(
    "is within 1 ulp over all normal doubles",
    (x) => {
      expect(errorInUlps(log(x), exact(x))).toBeLessThan(1);
    },
  );

  test.prop([fc.double({ min: 5e-324, max: SMALLEST_NORMAL, noNaN: true })], { numRuns: 100 })(
    "is within 1 ulp over the subnormals",
    (x) => {
      expect(errorInUlps(log(x), exact(x))).toBeLessThan(1);
    },
  );

  test.prop([fc.integer({ min: 2 ** 30, max: 2 ** 32 }).map((k) => k / 2 ** 31)], { numRuns: 1000 })(
    "is within 1 ulp uniformly on [1/2, 2], where it changes sign and switches the power of two",
    (x) => {
      if (x !== 1) expect(errorInUlps(log(x), exact(x))).toBeLessThan(1);
    },
  );

  test.prop([fc.integer({ min: 1, max: 2 ** 26 }), fc.boolean()], { numRuns: 200 })(
    "is within 1 ulp next to 1, where all leading digits cancel",
    (k, above) => {
      const x = above ? 1 + k * 2 ** -52 : 1 - k * 2 ** -53;
      expect(errorInUlps(log(x), exact(x))).toBeLessThan(1);
    },
  );

  test.prop([fc.integer({ min: -1074, max: 1023 })])("is correctly rounded within 1 ulp at powers of two", (k) => {
    const x = 2 ** k;
    if (k === 0) expect(log(x)).toBe(0);
    else expect(errorInUlps(log(x), exact(x))).toBeLessThan(1);
  });

  test.prop([fc.double({ min: 5e-324, max: 1e300, noNaN: true })])("grows with its argument", (x) => {
    // A relative step of 2^-20 moves ln by 2^-20 = 2^32 * 2^-52; |ln| < 746 < 2^10 makes an ulp at most 2^-43.
    const further = x * (1 + 2 ** -20);
    if (further > x) expect(log(further)).toBeGreaterThanOrEqual(log(x));
    if (x > SMALLEST_NORMAL) expect(log(further)).toBeGreaterThan(log(x));
  });

  test.each([
    [1, 0],
    [0, -Infinity],
    [-0, -Infinity],
    [-5e-324, NaN],
    [-1, NaN],
    [-Infinity, NaN],
    [NaN, NaN],
    [Infinity, Infinity],
    [5e-324, exact(5e-324).toNumber()],
    [Number.MAX_VALUE, exact(Number.MAX_VALUE).toNumber()],
  ])("takes %d to %d", (x, expected) => {
    expect(log(x)).toBe(expected);
  });
});
