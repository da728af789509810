import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { power } from "../../../../src/numeric/power.ts";
import { logTicks } from "../../../../src/report/figures/sheet/axes.ts";

const decades = fc.double({ min: -300, max: 300, noNaN: true });

describe("logTicks", () => {
  test.prop([decades, fc.double({ min: 1e-3, max: 300, noNaN: true }), fc.integer({ min: 3, max: 9 })])(
    "gives two labels or more, rising, within the range",
    (exponent, length, most) => {
      const [from, to] = [power(10, exponent), Math.min(power(10, exponent) * power(10, length), 1e304)];
      fc.pre(from < to);
      const ticks = logTicks(from, to, most);
      expect(ticks.length).toBeGreaterThan(1);
      // Below a decade, digits may be eight.
      expect(ticks.length).toBeLessThanOrEqual(Math.max(most, 8));
      expect(ticks.every((tick, k) => tick >= from && tick <= to && (k === 0 || tick > (ticks[k - 1] as number)))).toBe(
        true,
      );
    },
  );
});
