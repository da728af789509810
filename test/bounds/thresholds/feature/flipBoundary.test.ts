import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { movement } from "../../../../src/bounds/hypotheses/movement.ts";
import { adamFeatureSpeed } from "../../../../src/bounds/thresholds/feature/featureSpeed.ts";
import { flipBoundary, flipConstant, type Race } from "../../../../src/bounds/thresholds/feature/flipBoundary.ts";

const BASE: Race = { alpha: 0.2, q: 3, noise: 13, batchSize: 8 };
const ADAM = { ...BASE, betas: [0.9, 0.99] as const };

const race = fc.record({
  alpha: fc.double({ min: 0.01, max: 1, noNaN: true }),
  q: fc.integer({ min: 3, max: 6 }),
  noise: fc.double({ min: 3, max: 60, noNaN: true }),
  batchSize: fc.constantFrom(1, 2, 8, 16, Infinity),
  betas: fc.constantFrom(undefined, [0.9, 0.9], [0.9, 0.99], [0.9, 0.999]),
  share: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
}) as fc.Arbitrary<Race>;

describe("flipBoundary", () => {
  test("large batches: hand values", () => {
    // (0.5 * 0.5)^(-1/2) + 0.5 = 2.5; signs have G = 1: 20/2.5.
    expect(flipBoundary({ alpha: 0.5, q: 3, noise: 20, batchSize: Infinity })).toBe(8);
    // q = 4: 0.016^(-1/3) = 1/0.251984.
    expect(flipConstant({ ...BASE, alpha: 0.032, q: 4, batchSize: Infinity })).toBeCloseTo(
      1 / (1 / 0.2519842 + 0.032),
      7,
    );
  });

  test("signs with b = 1: the fold is at R = 1, speed 1/2", () => {
    // c = k = 1 has the sign of 1 - R: rho = 1/2 up to R = 1, 0 at share 1/2 beyond, so c_1 = 2/(alpha^(-1/2) + alpha).
    expect(flipConstant({ ...BASE, alpha: 0.25, batchSize: 1 })).toBeCloseTo(2 / 2.25, 14);
  });

  test("Adam's constant is the least over R", () => {
    const at = (R: number) => 1 / ((Math.sqrt(R / 0.2) + 0.2) * adamFeatureSpeed({ share: 0.5, batchSize: 8 }, R));
    const grid = Array.from({ length: 1999 }, (_, k) => at((k + 1) / 1000));
    const found = flipConstant(ADAM);
    expect(found).toBeLessThanOrEqual(Math.min(...grid));
    // A grid of 10^-3 misses a smooth minimum by its square.
    expect(found).toBeGreaterThan(Math.min(...grid) * (1 - 1e-5));
  });

  test.prop([race])("the boundary is where K = c G(K) |zeta|_1", (given) => {
    const K = flipBoundary(given);
    const reach = flipConstant(given) * given.noise;
    const G = (steps: number) => (given.betas ? movement(...given.betas, steps) : 1);
    if (K === 1) expect(reach).toBeLessThanOrEqual(1);
    else {
      // K/G(K) increases: below at the whole number before, above at the one after.
      expect(Math.floor(K) / G(Math.floor(K))).toBeLessThanOrEqual(reach * (1 + 1e-12));
      expect((Math.floor(K) + 1) / G(Math.floor(K) + 1)).toBeGreaterThanOrEqual(reach * (1 - 1e-12));
    }
  });

  test.prop([race, fc.double({ min: 1.1, max: 3, noNaN: true })])("more noise flips more", (given, factor) => {
    const K = flipBoundary(given);
    if (K > 1) expect(flipBoundary({ ...given, noise: given.noise * factor })).toBeGreaterThan(K);
  });

  test.prop([race, fc.double({ min: 1.1, max: 3, noNaN: true })])(
    "large batches: more responding examples flip more, not so small ones, where f near 1 varies less",
    (given, factor) => {
      const share = 1 - (1 - (given.share ?? 0.5)) / factor;
      const at = (f: number) => flipConstant({ ...given, batchSize: Infinity, share: f });
      expect(at(share)).toBeGreaterThan(at(given.share ?? 0.5));
    },
  );

  test.prop([race])("noisy batches only help the noise, and fade as b grows", (given) => {
    fc.pre(given.betas !== undefined);
    const at = (batchSize: number) => flipConstant({ ...given, batchSize });
    expect(at(8)).toBeGreaterThan(at(32));
    expect(at(32)).toBeGreaterThan(at(Infinity));
    expect(at(1e12) / at(Infinity)).toBeCloseTo(1, 3);
  });

  test("of wider models: what is done by hand", () => {
    const wide = { alpha: 0.25, q: 3, noise: 1, batchSize: Infinity, share: 0.5 };
    // h = sqrt(mu/((P-1) alpha f)): sqrt 8 = 2.8284271 for the papers' model.
    expect(flipConstant(wide)).toBeCloseTo(1 / 3.0784271, 7);
    // mu = 2: h = 4, 1/(2 4 + 0.25).  k = 4: half.  P = 5: h = sqrt 2.
    expect(flipConstant({ ...wide, mu: 2 })).toBeCloseTo(1 / 8.25, 14);
    expect(flipConstant({ ...wide, featureSupport: 4 })).toBeCloseTo(0.5 / 3.0784271, 7);
    expect(flipConstant({ ...wide, noisePatches: 4 })).toBeCloseTo(1 / 1.6642136, 7);
    // q = 2: h = 8.  With biases h - 1 more: 1/(2 4 + 0.25 + 3).
    expect(flipConstant({ ...wide, q: 2 })).toBeCloseTo(1 / 8.25, 14);
    expect(flipConstant({ ...wide, mu: 2, biases: true })).toBeCloseTo(1 / 11.25, 14);
    // Feature noise of many patches: h = 1/4, so that with biases 1/4 + 1/4 - 3/4 < 0: no feature wins.
    expect(flipConstant({ ...wide, noisePatches: 128, biases: true })).toBe(Infinity);
    expect(flipBoundary({ ...wide, noisePatches: 128, biases: true })).toBe(Infinity);
  });

  test("refuses what is out of range, by name", () => {
    const wrong: Partial<Race>[] = [
      { alpha: 0 },
      { q: 1 },
      { noise: -1 },
      { batchSize: 1.5 },
      { share: 1 },
      { mu: 0 },
      { featureSupport: 1.5 },
      { noisePatches: 0 },
    ];
    for (const one of wrong) {
      expect(() => flipBoundary({ ...ADAM, ...one })).toThrow(new RegExp(`^${Object.keys(one)[0]} must be`));
    }
  });
});
