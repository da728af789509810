import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { dualsOver } from "../../../../proofs-check/support/algebra/dual.ts";

const { still, moving, sum, product, power } = dualsOver<number>({
  zero: 0,
  one: 1,
  plus: (a, b) => a + b,
  times: (a, b) => a * b,
});
const whole = fc.integer({ min: -20, max: 20 });

describe("dual numbers", () => {
  test.prop([whole, whole, whole, fc.integer({ min: 1, max: 6 })])(
    "differentiate (a x + b)^k, in whole numbers: k (a x + b)^(k-1) a",
    (a, b, x, k) => {
      const inner = sum(product(still(a), moving(x)), still(b));
      expect(power(inner, k)).toEqual({ value: (a * x + b) ** k, slope: k * (a * x + b) ** (k - 1) * a });
    },
  );

  test.prop([whole, whole])("leave a constant still", (a, b) => {
    expect(product(still(a), still(b)).slope + 0).toBe(0);
    expect(power(still(a), 0)).toEqual({ value: 1, slope: 0 });
  });
});
