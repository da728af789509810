import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { movement } from "../../../src/bounds/hypotheses/movement.ts";
import { movementOf } from "../../../src/bounds/hypotheses/movementOf.ts";

const NORMALIZED = ["signsgd", "signsgdw", "adam", "adamw", "rmsprop", "amsgrad", "adagrad", "signum", "lion"];
const betas = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 905, max: 999 }))
  .map(([b1, b2]) => [b1 / 100, b2 / 1000] as const);

describe("how far an optimizer moves what has a gradient once in K steps", () => {
  test.prop([fc.constantFrom(...NORMALIZED), betas])("is one step where K = 1", (name, [b1, b2]) => {
    // Powers by squaring of numbers below 1, three of them, and a quotient: a few ulps.
    expect(Math.abs((movementOf({ name, betas: [b1, b2] }, 1) as number) - 1)).toBeLessThan(1e-12);
  });

  test.prop([betas, fc.integer({ min: 1, max: 400 })])(
    "is that of Adam without a first moment for RMSprop",
    ([b1, b2], K) => {
      expect(movementOf({ name: "rmsprop", betas: [0, b2] }, K)).toBe(movement(0, b2, K));
      expect(movementOf({ name: "amsgrad", betas: [b1, b2] }, K)).toBe(movement(0, b2, K));
    },
  );

  it("is what the derivation has, by hand", () => {
    // RMSprop, K = 2, b2 = 0.75: sqrt((1 - 0.5625)/0.25) = sqrt(1.75).
    expect(movementOf({ name: "rmsprop", betas: [0, 0.75] }, 2)).toBeCloseTo(Math.sqrt(1.75), 14);
    expect(movementOf({ name: "adagrad" }, 9)).toBe(3);
    expect(movementOf({ name: "lion", betas: [0.9, 0.99] }, 7)).toBe(7);
    expect(movementOf({ name: "lion", betas: [0, 0.99] }, 7)).toBe(1);
    expect(movementOf({ name: "signsgd" }, 7)).toBe(1);
    for (const name of ["sgd", "momentum", "muon", "toString"]) expect(movementOf({ name }, 2)).toBeUndefined();
  });
});

/** What an optimizer, told by its recurrence, moves over the last period of many visits with equal gradients. */
function moved(b1: number, b2: number, K: number, amsgrad: boolean): number {
  let [mom, sec, top, sum] = [0, 0, 0, 0];
  const visits = Math.ceil(60 / (1 - b2) / K);
  for (let t = 0; t < visits * K; t++) {
    const g = t % K === 0 ? 1 : 0;
    mom = b1 * mom + (1 - b1) * g;
    sec = b2 * sec + (1 - b2) * g * g;
    top = Math.max(top, sec);
    if (t >= (visits - 1) * K) sum += mom / Math.sqrt(amsgrad ? top : sec);
  }
  return sum;
}

describe("its periodic state", () => {
  test.prop([fc.constantFrom(0, 0.5, 0.9), fc.constantFrom(0.9, 0.95, 0.99), fc.integer({ min: 1, max: 60 })])(
    "is what the recurrence comes to",
    (b1, b2, K) => {
      // After 60/(1-b2) steps what is left of the start is e^-60; the sums have at most 6000 terms.
      for (const name of ["adam", "amsgrad"]) {
        const said = movementOf({ name, betas: [b1, b2] }, K) as number;
        expect(Math.abs(moved(b1, b2, K, name === "amsgrad") / said - 1)).toBeLessThan(1e-10);
      }
    },
  );
});
