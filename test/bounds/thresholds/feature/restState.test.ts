import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { restState } from "../../../../src/bounds/thresholds/feature/restState.ts";
import { power } from "../../../../src/numeric/power.ts";

const pulls = fc.record({
  down: fc.double({ min: 1e-3, max: 100, noNaN: true }),
  up: fc.double({ min: 1e-3, max: 100, noNaN: true }),
  weightDecay: fc.double({ min: 0, max: 10, noNaN: true }),
  q: fc.integer({ min: 3, max: 6 }),
});

describe("restState", () => {
  test("hand values", () => {
    expect(restState({ down: 0.5, weightDecay: 2, q: 3 })).toBe(-0.25);
    expect(restState({ down: 3, weightDecay: 0, q: 3 })).toBe(-3);
    // No decay: |u| = 2 - u^2 has the root 1.
    expect(restState({ down: 2, up: 1, weightDecay: 0, q: 3 })).toBeCloseTo(-1, 15);
    // D = 3/2 - 2/4 = 1 and 1/(1 + 1) = 1/2.
    expect(restState({ down: 1.5, up: 2, weightDecay: 1, q: 3 })).toBeCloseTo(-0.5, 15);
  });

  test.prop([pulls])("is the root of its equation, between 0 and the law without the other class", (given) => {
    const u = -restState(given);
    const D = given.down - given.up * u ** (given.q - 1);
    expect(u).toBeLessThanOrEqual(-restState({ ...given, up: 0 }));
    expect(u).toBeGreaterThan(0);
    // u is right to an ulp, D to one of `down`: against down, since D may cancel.
    expect(Math.abs(u * (1 + given.weightDecay * D) - D)).toBeLessThan(
      1e-12 * (1 + given.weightDecay) * (given.down + u + given.up * u ** (given.q - 1) * given.q),
    );
  });

  test.prop([pulls])("is the least of A, 1/lambda and (A/C)^(1/(q-1)), to a factor 4", (given) => {
    const { down, up, weightDecay, q } = given;
    const u = -restState(given);
    const least = Math.min(down, 1 / weightDecay, power(down / up, 1 / (q - 1)));
    expect(u).toBeLessThanOrEqual(least * (1 + 1e-12));
    // Either C u^(q-1) <= A/2, and u >= (A/2)/(1 + lambda A/2), or u^(q-1) > A/(2 C).
    expect(u).toBeGreaterThanOrEqual((least / 4) * (1 - 1e-12));
  });

  test.prop([fc.double({ min: 4.5, max: 20, noNaN: true }), fc.integer({ min: 3, max: 6 })])(
    "scaling family, lambda of order 1: alpha^(1/(q-1)) x below D = 4 (2 q - 3)/(q - 2), A beyond, never 1/lambda",
    (D, q) => {
      const edge = (4 * (2 * q - 3)) / (q - 2);
      fc.pre(Math.abs(D - edge) > 1);
      const [n, x] = [1e40, 2];
      const alpha = power(1 / n, D / 4 - 1);
      const [down, up] = [(alpha * n) / 4, n / 4 / power(x, q - 1)];
      const u = -restState({ down, up, weightDecay: 1, q });
      const limit = D < edge ? power(alpha, 1 / (q - 1)) * x : down;
      expect(u / limit).toBeCloseTo(1, 3);
      expect(u).toBeLessThan(1 / 4);
    },
  );

  test("scaling family at D = 6, q = 3: goes to 0 where the law without the other class goes to -1/lambda", () => {
    const at = (n: number, up: number) => restState({ down: Math.sqrt(n) / 4, up, weightDecay: 1, q: 3 });
    const full = [1e4, 1e6, 1e8].map((n) => at(n, n / 16));
    for (const [k, expected] of [-0.199, -0.0632, -0.02].entries()) expect(full[k]).toBeCloseTo(expected, 3);
    for (const [n, expected] of [
      [1e4, -0.9615],
      [1e6, -0.996],
      [1e8, -0.9996],
    ] as const)
      expect(at(n, 0)).toBeCloseTo(expected, 4);
  });

  test.prop([pulls])("lies between -A and -1/lambda, near the smaller", (given) => {
    const u = -restState({ ...given, up: 0 });
    const smaller = Math.min(given.down, 1 / given.weightDecay);
    expect(u).toBeLessThanOrEqual(smaller * (1 + 1e-15));
    // 1/(1/A + lambda), and the larger of the two terms is at least half of their sum.
    expect(u).toBeGreaterThanOrEqual((smaller / 2) * (1 - 1e-15));
  });
});
