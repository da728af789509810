import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { movement } from "../../../src/bounds/hypotheses/movement.ts";
import { spread } from "../../helpers/spread.ts";

/** Adam's steps over one period in the periodic state, step by step: gradient 1 once in K steps, both moments bias-free after 60 memories. */
function followed(b1: number, b2: number, K: number): number {
  let [mom, sec, moved] = [0, 0, 0];
  const periods = Math.ceil(60 / (K * (1 - Math.max(b1, b2)))) + 2;
  for (let t = 0; t < periods * K; t++) {
    const g = t % K === 0 ? 1 : 0;
    mom = b1 * mom + (1 - b1) * g;
    sec = b2 * sec + (1 - b2) * g * g;
    if (t >= (periods - 1) * K) moved += mom / Math.sqrt(sec);
  }
  return moved;
}

describe("movement", () => {
  test.prop([spread(0, 0.95), fc.double({ min: 0.92, max: 0.999, noNaN: true }), fc.integer({ min: 1, max: 200 })])(
    "is what Adam moves in a period, step by step",
    (b1, b2, K) => {
      fc.pre(b1 / Math.sqrt(b2) < 0.99);
      // The start is forgotten to e^-60; a sum of K terms and cancellation in 1 - b^K (at worst 1e-3) leave 12 digits.
      expect(movement(b1, b2, K) / followed(b1, b2, K)).toBeCloseTo(1, 10);
    },
  );

  test("is about sqrt(K) while K is small beside 1/(1 - b2), and a constant beyond", () => {
    expect(movement(0.9, 0.99999, 400) / 20).toBeCloseTo(1, 1);
    // (1-b1)/sqrt(1-b2)/(1 - b1/sqrt(b2)) = 0.1/0.0316228/0.0995497 = 31.766.
    expect(movement(0.9, 0.999, 100000)).toBeCloseTo(31.766, 2);
  });
});
