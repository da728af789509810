import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { lastHolding } from "../../src/numeric/lastHolding.ts";
import { spacing } from "../helpers/precise.ts";
import { spread } from "../helpers/spread.ts";

describe("lastHolding", () => {
  test.prop([fc.double({ min: 0, max: 1e300, noNaN: true }), spread(0, 1)])(
    "finds the change to the last double, however small it is",
    (change, share) => {
      const low = change * share;
      const high = 2 * change + 1;
      expect(lastHolding((x) => x <= change, low, high)).toBe(change);
    },
  );

  test.prop([fc.double({ min: 1e-300, max: 1e300, noNaN: true })])("stops beside the change for square roots", (y) => {
    const root = lastHolding((x) => x * x <= y, 0, 2 * Math.sqrt(y));
    expect(root * root).toBeLessThanOrEqual(y);
    expect((root + spacing(root)) ** 2).toBeGreaterThan(y);
  });
});
