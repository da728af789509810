import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { startPull } from "../../../../src/bounds/thresholds/noise/noisePair.ts";
import { noiseThreshold } from "../../../../src/bounds/thresholds/noise/noiseThreshold.ts";

const sizes = fc.double({ min: 1e-3, max: 10, noNaN: true });

describe("noiseThreshold", () => {
  test.prop([fc.integer({ min: 3, max: 8 }), fc.integer({ min: 1, max: 100 }), sizes, sizes])(
    "is where all coordinates at rest, lambda w = a zeta, have <w, zeta> = x",
    (q, n, x, squared) => {
      // At rest <w, zeta> = a |zeta|^2/lambda; a handful of roundings of q factors.
      const atRest = (startPull(q, n, x) * squared) / noiseThreshold(q, n, x, squared);
      expect(Math.abs(atRest / x - 1)).toBeLessThan(1e-14);
    },
  );

  test.prop([fc.integer({ min: 3, max: 8 }), fc.integer({ min: 1, max: 100 }), sizes, sizes])(
    "is where gradient descent stops growing: dx/dt = a |zeta|^2 - lambda x",
    (q, n, x, squared) => {
      const growth = (lambda: number) => startPull(q, n, x) * squared - lambda * x;
      const threshold = noiseThreshold(q, n, x, squared);
      expect(growth(threshold * (1 - 1e-12))).toBeGreaterThan(0);
      expect(growth(threshold * (1 + 1e-12))).toBeLessThan(0);
    },
  );

  test.prop([sizes])("is 0 where the neuron does not respond", (squared) => {
    expect(noiseThreshold(3, 2, 0, squared)).toBe(0);
    expect(noiseThreshold(3, 2, -1, squared)).toBe(0);
  });
});
