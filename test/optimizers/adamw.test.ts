import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { adamw } from "../../src/optimizers/adamw.ts";
import { CONVENTIONS } from "../../src/optimizers/optimizer.ts";
import { iterates } from "../helpers/steps.ts";

const common = { lr: 0.5, weightDecay: 0.5, betas: [0.5, 0.75], eps: 0 } as const;

describe("adamw", () => {
  test("takes the two steps computed by hand in the paper convention", () => {
    // rho = 1 - 0.5*0.5 = 0.75. Step 1, w = 1, g = 4: mom = 2, sec = 4; w = 0.75*1 - 0.5*2/2 = 0.25.
    // Step 2, g = 2: mom = 1 + 1 = 2, sec = 3 + 1 = 4; w = 0.75*0.25 - 0.5*2/2 = -0.3125.
    expect(iterates(adamw, { ...common, convention: "paper" }, 1, [4, 2])).toEqual([
      { w: 0.25, mom: 2, sec: 4 },
      { w: -0.3125, mom: 2, sec: 4 },
    ]);
  });

  test("takes the two steps computed by hand in the pytorch convention", () => {
    // b1 = b2 = 1/2: step 1, g = 4: mom = 2, sec = 8; corrected 4 and 16; w = 0.75*1 - 0.5*4/4 = 0.25.
    // Step 2, g = -2: mom = 1 - 1 = 0, so w = 0.75*0.25 = 0.1875; sec = 4 + 2 = 6.
    expect(iterates(adamw, { ...common, betas: [0.5, 0.5], convention: "pytorch" }, 1, [4, -2])).toEqual([
      { w: 0.25, mom: 2, sec: 8 },
      { w: 0.1875, mom: 0, sec: 6 },
    ]);
  });

  test.prop([fc.constantFrom(...CONVENTIONS), fc.integer({ min: -4096, max: 4096 }).map((k) => k / 1024)])(
    "without gradient only decays, by the factor 1 - lr weightDecay, and keeps decay out of the moments",
    (convention, w) => {
      expect(iterates(adamw, { ...common, convention }, w, [0])).toEqual([{ w: 0.75 * w, mom: 0, sec: 0 }]);
    },
  );
});
