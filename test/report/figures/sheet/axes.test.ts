import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { power } from "../../../../src/numeric/power.ts";
import { linearEnds, logEnds, logTicks } from "../../../../src/report/figures/sheet/axes.ts";

const decades = fc.double({ min: -300, max: 300, noNaN: true });
const rising = (ticks: readonly number[]) => ticks.every((tick, k) => k === 0 || tick > (ticks[k - 1] as number));

test.each([
  [Number.NaN, Number.NaN],
  [0, Infinity],
])("a linear axis from %d to %d is refused, since no step ends it", (from, to) => {
  expect(() => linearEnds(from, to, 6)).toThrow(RangeError);
});

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
      expect(rising(ticks) && ticks.every((tick) => tick >= from && tick <= to)).toBe(true);
    },
  );
});

describe("logEnds", () => {
  test.prop([decades, fc.double({ min: 0, max: 300, noNaN: true }), fc.integer({ min: 2, max: 9 })])(
    "ends on ticks around what it holds, with at most so many labels, of which two are there",
    (exponent, length, most) => {
      const [from, to] = [power(10, exponent), Math.min(power(10, exponent) * power(10, length), 1e304)];
      fc.pre(from <= to);
      const { ticks, labelled } = logEnds(from, to, most);
      expect(rising(ticks)).toBe(true);
      expect((ticks[0] as number) <= from && (ticks.at(-1) as number) >= to).toBe(true);
      // Not farther out than the next power of ten; of one value alone a third and three times it are held.
      expect(from / (ticks[0] as number)).toBeLessThan(from === to ? 31 : 10.1);
      expect(labelled.length).toBeLessThanOrEqual(most);
      expect(labelled.length).toBeGreaterThan(0);
    },
  );
});

describe("linearEnds", () => {
  test("of two labels around 0 they are as far from it", () => {
    expect(linearEnds(-5, 3, 2)).toEqual([-5, 5]);
    expect(linearEnds(-1e-9, 3e-16, 2)).toEqual([-1e-9, 1e-9]);
  });

  test("of next to nothing, or of next to no range, they end and differ", () => {
    expect(linearEnds(5e-324, 5e-324, 3)).toEqual([-1, 0, 1]);
    expect(rising(linearEnds(-999999.9999695001, -999999.9999685, 4))).toBe(true);
  });

  const number = fc.double({ min: -1e6, max: 1e6, noNaN: true, noDefaultInfinity: true });
  test.prop([number, number, fc.integer({ min: 2, max: 9 })])(
    "ends on at most so many ticks around what it holds, evenly",
    (a, b, most) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      fc.pre(from === to || to - from > 1e-9);
      const ticks = linearEnds(from, to, most);
      expect(ticks.length).toBeLessThanOrEqual(most);
      expect(ticks.length).toBeGreaterThan(1);
      const slack = 1e-9 * Math.max(1, Math.abs(from), Math.abs(to));
      expect((ticks[0] as number) <= from + slack && (ticks.at(-1) as number) >= to - slack).toBe(true);
      expect(rising(ticks)).toBe(true);
    },
  );
});
