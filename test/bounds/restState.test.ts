import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { restState } from "../../src/bounds/restState.ts";

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

  test.prop([pulls])("lies between -A and -1/lambda, near the smaller", (given) => {
    const u = -restState({ ...given, up: 0 });
    const smaller = Math.min(given.down, 1 / given.weightDecay);
    expect(u).toBeLessThanOrEqual(smaller * (1 + 1e-15));
    // 1/(1/A + lambda), and the larger of the two terms is at least half of their sum.
    expect(u).toBeGreaterThanOrEqual((smaller / 2) * (1 - 1e-15));
  });
});
