import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { CONVENTIONS } from "../../src/optimizers/optimizer.ts";
import { signsgdw } from "../../src/optimizers/signsgdw.ts";
import { hyperparametersOf } from "../helpers/arbitraries.ts";
import { iterates } from "../helpers/steps.ts";

const normal = fc.double({ min: 1e-100, max: 4, noNaN: true });

describe("signsgdw", () => {
  test.each(CONVENTIONS)("takes the steps computed by hand, convention %s", (convention) => {
    // rho = 1 - 0.25*2 = 0.5.  w1 = 0.5*1 + 0.25 = 0.75;  w2 = 0.5*0.75 - 0.25 = 0.125;  w3 = 0.5*0.125 = 0.0625, as sgn(0) = 0
    expect(iterates(signsgdw, { lr: 0.25, weightDecay: 2, convention }, 1, [-3, 7, 0])).toEqual([
      { w: 0.75 },
      { w: 0.125 },
      { w: 0.0625 },
    ]);
  });

  test.prop([hyperparametersOf(signsgdw), fc.array(fc.tuple(normal, fc.constantFrom(-1, 0, 1), normal))])(
    "notices the signs of gradients only, not their sizes",
    (hyper, list) => {
      const weights = (gradients: number[]) =>
        iterates(signsgdw, { ...hyper, weightDecay: hyper.weightDecay }, 1, gradients);
      expect(weights(list.map(([size, sign, factor]) => sign * size * factor))).toEqual(
        weights(list.map(([, sign]) => sign)),
      );
    },
  );
});
