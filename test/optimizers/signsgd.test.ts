import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { CONVENTIONS } from "../../src/optimizers/optimizer.ts";
import { signsgd } from "../../src/optimizers/signsgd.ts";
import { hyperparametersOf } from "../helpers/arbitraries.ts";
import { iterates } from "../helpers/steps.ts";

const normal = fc.double({ min: 1e-100, max: 4, noNaN: true });

describe("signsgd", () => {
  test.each(CONVENTIONS)("takes the steps computed by hand, convention %s", (convention) => {
    // w1 = 1 - 0.25 sgn(-3 + 2*1) = 1.25;  w2 = 1.25 - 0.25 sgn(-2 + 2*1.25) = 1;  w3 = 1 - 0.25 sgn(-2 + 2*1) = 1, as sgn(0) = 0
    expect(iterates(signsgd, { lr: 0.25, weightDecay: 2, convention }, 1, [-3, -2, -2])).toEqual([
      { w: 1.25 },
      { w: 1 },
      { w: 1 },
    ]);
  });

  test.prop([hyperparametersOf(signsgd), fc.array(fc.tuple(normal, fc.constantFrom(-1, 0, 1), normal))])(
    "without decay notices the signs of gradients only, not their sizes",
    (hyper, list) => {
      const weights = (gradients: number[]) => iterates(signsgd, { ...hyper, weightDecay: 0 }, 1, gradients);
      expect(weights(list.map(([size, sign, factor]) => sign * size * factor))).toEqual(
        weights(list.map(([, sign]) => sign)),
      );
    },
  );
});
