import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { adam } from "../../src/optimizers/adam.ts";
import { adamw } from "../../src/optimizers/adamw.ts";
import { hyperparametersOf } from "../helpers/arbitraries.ts";
import { UNIT } from "../helpers/close.ts";
import { spread } from "../helpers/spread.ts";
import { iterates } from "../helpers/steps.ts";

const common = { lr: 0.5, betas: [0.5, 0.75], eps: 0 } as const;

describe("adam, convention paper", () => {
  const hyper = { ...common, weightDecay: 2, convention: "paper" } as const;

  test("takes the two steps computed by hand", () => {
    // Step 1, w = 1, gradient 2: g = 2 + 2*1 = 4; mom = 0.5*4 = 2; sec = 0.25*16 = 4; w = 1 - 0.5*2/2 = 0.5.
    // Step 2, w = 0.5, gradient 1: g = 1 + 2*0.5 = 2; mom = 1 + 1 = 2; sec = 3 + 0.25*4 = 4; w = 0.5 - 0.5*2/2 = 0.
    expect(iterates(adam, hyper, 1, [2, 1])).toEqual([
      { w: 0.5, mom: 2, sec: 4 },
      { w: 0, mom: 2, sec: 4 },
    ]);
  });

  test("adds eps outside the root", () => {
    // mom = 2, root = 2, eps = 2: w = 1 - 0.5*2/(2 + 2) = 0.75 (eps inside the root would give 1 - 1/sqrt(6)).
    expect(iterates(adam, { ...hyper, eps: 2 }, 1, [2])[0]?.w).toBe(0.75);
  });
});

describe("adam, convention pytorch", () => {
  const hyper = { ...common, weightDecay: 0, convention: "pytorch" } as const;

  test("takes the two steps computed by hand", () => {
    // Step 1, gradient 4: mom = 2, sec = 4; corrected 2/(1-0.5) = 4 and 4/(1-0.75) = 16; w = 1 - 0.5*4/4 = 0.5.
    // Step 2, gradient 0: mom = 1, sec = 3; corrected 1/(1-0.25) = 4/3 and 3/(1-0.5625) = 48/7;
    // w = 0.5 - 0.5*(4/3)/sqrt(48/7) = 0.5 - sqrt(7/108), reached through 6 roundings of numbers below 1.
    const [one, two] = iterates(adam, hyper, 1, [4, 0]);
    expect(one).toEqual({ w: 0.5, mom: 2, sec: 4 });
    expect(two).toMatchObject({ mom: 1, sec: 3 });
    expect(Math.abs((two?.w as number) - (0.5 - Math.sqrt(7 / 108)))).toBeLessThanOrEqual(6 * UNIT);
  });

  test("adds eps to the root of the corrected second moment", () => {
    // Corrected root 4, eps = 4: w = 1 - 0.5*4/(4 + 4) = 0.75 (eps beside the uncorrected root 2 would give 1 - 0.5*4/12).
    expect(iterates(adam, { ...hyper, eps: 4 }, 1, [4])[0]?.w).toBe(0.75);
  });

  test("lets the decay enter the moments", () => {
    // g = 2 + 2*1 = 4, then as above.
    expect(iterates(adam, { ...hyper, weightDecay: 2 }, 1, [2])[0]).toEqual({ w: 0.5, mom: 2, sec: 4 });
  });
});

describe("adam and adamw", () => {
  const gradients = fc.array(spread(-4, 4), { minLength: 1, maxLength: 20 });

  test.prop([hyperparametersOf(adam), spread(-4, 4), gradients])(
    "are the same to the last byte without decay",
    (hyper, w, list) => {
      const plain = { ...hyper, weightDecay: 0 };
      expect(iterates(adam, plain, w, list)).toEqual(iterates(adamw, plain, w, list));
    },
  );

  test.prop([fc.constantFrom(adam, adamw), hyperparametersOf(adam), gradients, fc.integer({ min: -20, max: 20 })])(
    "at eps = 0 do not notice the gradient's scale (powers of two: no rounding differs)",
    (optimizer, hyper, list, k) => {
      fc.pre(list.every((g) => g === 0 || Math.abs(g) > 1e-100)); // squares stay in the normal range
      const plain = { ...hyper, weightDecay: 0, eps: 0 };
      const weights = (scale: number) =>
        iterates(
          optimizer,
          plain,
          1,
          list.map((g) => scale * g),
        ).map(({ w }) => w);
      expect(weights(2 ** k)).toEqual(weights(1));
    },
  );

  test.prop([fc.constantFrom(adam, adamw), hyperparametersOf(adam)])("take 0/0 as 0 at eps = 0", (optimizer, hyper) => {
    const [next] = iterates(optimizer, { ...hyper, weightDecay: 0, eps: 0 }, 1, [0]);
    expect(next).toEqual({ w: 1, mom: 0, sec: 0 });
  });

  test("take a gradient whose square underflows as none at eps = 0, instead of dividing by zero", () => {
    expect(iterates(adam, { ...common, weightDecay: 0, convention: "paper" }, 1, [1e-170])[0]?.w).toBe(1);
  });
});
