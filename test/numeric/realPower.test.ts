import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { integerPower } from "../../src/numeric/integerPower.ts";
import { power } from "../../src/numeric/power.ts";
import { realPower } from "../../src/numeric/realPower.ts";

describe("realPower", () => {
  test.prop([fc.double({ min: 0, max: 100, noNaN: true }), fc.integer({ min: 0, max: 20 })])(
    "is integerPower at integers, power between them, 0 at 0",
    (x, k) => {
      expect(realPower(x, k)).toBe(integerPower(x, k));
      expect(realPower(x, k + 0.5)).toBe(x === 0 ? 0 : power(x, k + 0.5));
    },
  );
});
