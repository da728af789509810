import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { type Enclosed, restOf } from "../../src/certified/rest.ts";
import { examplesFromPatches } from "../../src/data/examples.ts";
import { point } from "../../src/interval/interval.ts";

const BETAS = [0.5, 0.9] as const;
/** h = eta lambda/eps = 1 where nothing is left of second moments. */
const ADAM = { name: "adam", lr: 0.001, weightDecay: 0.4, convention: "paper", betas: BETAS, eps: 0.0004 } as const;
const EXAMPLES = examplesFromPatches(
  [1, -1],
  [
    [-0.2, 1, 0],
    [0.2, 0, -1],
  ],
);

const at = (weight: number, mom: number, sec: number): Enclosed => ({
  weight: point(weight),
  mom: point(mom),
  sec: point(sec),
});

describe("where Adam with strong decay rests", () => {
  /*
   * b1 = 1/2, h = 1: (w, m) -> ((w - m)/2, (w + m)/2), whose square is half of |(w, m)|^2: a step leaves 1/sqrt(2) in the usual norm, and every
   * norm sum (A^T)^k A^k is a multiple of that one. Weights of 1e-9 pull 1e-18 and less.
   */
  test("a step leaves 1/sqrt(2) of weights that nothing pulls", () => {
    const rest = restOf(ADAM, 3, EXAMPLES, [at(1e-9, 0, 0), at(0, 0.4e-9, 0)]);
    expect(rest?.factor).toBeCloseTo(Math.SQRT1_2, 5);
    // sqrt(w^2 + m^2) = 1e-9 bounds w; the norm is rounded up.
    expect(rest?.weight).toBeCloseTo(1e-9, 20);
    expect(rest?.weight).toBeGreaterThanOrEqual(1e-9);
  });

  test.each([
    ["a second moment that slows the steps down to nothing", ADAM, [at(1e-9, 0, 1)]],
    ["weights that are large enough to pull each other", ADAM, [at(0.5, 0, 0)]],
    ["no eps", { ...ADAM, eps: 0 }, [at(1e-9, 0, 0)]],
    ["bias correction, which enlarges steps", { ...ADAM, convention: "pytorch" as const }, [at(1e-9, 0, 0)]],
    ["decoupled decay", { ...ADAM, name: "adamw" }, [at(1e-9, 0, 0)]],
    ["no decay", { ...ADAM, weightDecay: 0 }, [at(1e-9, 0, 0)]],
    // h = 40 is beyond 2 (1 + b1)/(1 - b1) = 6, where a heavy ball leaves.
    ["steps that overshoot", { ...ADAM, eps: 0.00001 }, [at(1e-9, 0, 0)]],
  ])("there is no region with %s", (_, optimizer, state) => {
    expect(restOf(optimizer, 3, EXAMPLES, state)).toBe(undefined);
  });

  const sizes = fc.double({ min: -1, max: 1, noNaN: true });

  test.prop([
    fc.array(fc.tuple(sizes, sizes), { minLength: 1, maxLength: 4 }),
    fc.double({ min: 0.5, max: 3, noNaN: true }),
    fc.constantFrom(1e-3, 1e-6, 1e-9),
    fc.array(sizes, { minLength: 60, maxLength: 60 }),
  ])("Adam's own steps do not leave it, whatever pulls within the bound", (pairs, cEps, scale, pulls) => {
    const optimizer = { ...ADAM, eps: cEps * ADAM.lr * ADAM.weightDecay };
    const { lr, weightDecay, eps } = optimizer;
    const state = pairs.map(([w, m]) => ({ w: scale * w, mom: weightDecay * scale * m, sec: 0 }));
    const rest = restOf(
      optimizer,
      3,
      EXAMPLES,
      state.map(({ w, mom, sec }) => at(w, mom, sec)),
    );
    if (!rest) return;
    // |xi|_1 = 1.2: 3 (1.2 r)^2 along an entry of 1, and 3 r^2 of the signal.
    const most = 3 * (1.2 * rest.weight) ** 2;
    for (const pull of pulls) {
      for (const one of state) {
        const g = weightDecay * one.w + pull * most;
        one.mom = BETAS[0] * one.mom + (1 - BETAS[0]) * g;
        one.sec = BETAS[1] * one.sec + (1 - BETAS[1]) * g * g;
        one.w -= (lr * one.mom) / (Math.sqrt(one.sec) + eps);
        expect(Math.abs(one.w)).toBeLessThanOrEqual(rest.weight * (1 + 1e-9));
      }
    }
  });
});
