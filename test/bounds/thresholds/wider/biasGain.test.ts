import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { biasGain } from "../../../../src/bounds/thresholds/wider/biasGain.ts";

/**
 * The flow that it is derived from, in steps: du = sgn(A mu z^(q-1) - lambda u), db = sgn(A z^(q-1) - lambda b), z = mu u + b, from (1, 0), A = 1; whether z passes 10.
 * What rests follows its point of rest: a step that would pass it stays there.
 */
function grows(q: number, mu: number, lambda: number, step: number): boolean {
  let [u, b] = [1, 0];
  for (let t = 0; t < 40 / step; t++) {
    const pull = (mu * u + b) ** (q - 1);
    const towards = (from: number, to: number) =>
      Math.abs(to - from) < step ? to : from + step * Math.sign(to - from);
    [u, b] = [towards(u, (mu * pull) / lambda), towards(b, pull / lambda)];
    if (mu * u + b > 10) return true;
    if (mu * u + b < 1e-3) return false;
  }
  return false;
}

describe("biasGain", () => {
  test.prop([fc.constantFrom(2.5, 3, 4), fc.constantFrom(1, 1.5, 2, 3)], { numRuns: 12 })(
    "is where the flow of feature and bias changes sides, over mu^q without biases",
    (q, mu) => {
      const threshold = biasGain(q, mu) * mu ** q;
      // Steps of 1/1000 put the race of u and b to their rest off by as much, and z^(q-1) by some times that.
      expect(grows(q, mu, threshold * 0.98, 1e-3)).toBe(true);
      expect(grows(q, mu, threshold * 1.02, 1e-3)).toBe(false);
    },
  );

  test.prop([fc.double({ min: 2, max: 9, noNaN: true })])("is 2 at mu = 1, whatever q is", (q) => {
    expect(biasGain(q, 1)).toBeCloseTo(2, 12);
  });

  test.prop([fc.double({ min: 2, max: 9, noNaN: true }), fc.double({ min: 1, max: 9, noNaN: true })])(
    "is never below 1",
    (q, mu) => {
      expect(biasGain(q, mu)).toBeGreaterThanOrEqual(1);
    },
  );
});
