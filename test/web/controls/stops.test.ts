import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { nearestStop, placeOf, stopsOf } from "../../../web/controls/stops.ts";

/** Sliders by decades over any range of magnitudes, or in steps. */
const scales = fc.oneof(
  fc
    .tuple(
      fc.integer({ min: -12, max: 5 }),
      fc.integer({ min: 0, max: 8 }),
      fc.integer({ min: 1, max: 9 }),
      fc.boolean(),
    )
    .map(([from, decades, digit, zero]) => ({
      ...{ least: Number(`1e${from}`), most: Number(`${digit}e${from + decades}`), by: "decades" as const },
      ...(zero && { zero: true as const }),
    })),
  fc
    .tuple(fc.integer({ min: 1, max: 40 }), fc.constantFrom(0.02, 0.5, 1))
    .map(([steps, by]) => ({ least: 0, most: Number((steps * by).toPrecision(6)), by })),
);
const integers = fc
  .tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 20000 }))
  .map(([least, more]) => ({ least, most: least + more, by: "decades" as const, integer: true as const }));

describe("the stops of a slider", () => {
  test.prop([fc.oneof(scales, integers)])("rise from the first to the last, without a value twice", (scale) => {
    const stops = stopsOf(scale);
    expect(stops[0]).toBe("zero" in scale ? 0 : scale.least);
    expect(stops.at(-1)).toBe(scale.most);
    for (let k = 1; k < stops.length; k++) expect(stops[k]).toBeGreaterThan(stops[k - 1] as number);
  });

  test.prop([integers])("are integers where asked", (scale) => {
    expect(stopsOf(scale).every(Number.isInteger)).toBe(true);
  });

  test.prop([fc.oneof(scales, integers)])("are where they are found", (scale) => {
    const stops = stopsOf(scale);
    stops.forEach((stop, k) => {
      expect(nearestStop(stops, stop)).toBe(k);
    });
  });

  test.prop([fc.oneof(scales, integers), fc.double({ noNaN: true }), fc.double({ noNaN: true })])(
    "keep the order of any two values, from 0 to 1",
    (scale, a, b) => {
      const stops = stopsOf(scale);
      const [low, high] = [placeOf(stops, Math.min(a, b)), placeOf(stops, Math.max(a, b))];
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(high);
    },
  );
});
