import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { CONVENTIONS } from "../../src/optimizers/optimizer.ts";
import { sgd } from "../../src/optimizers/sgd.ts";
import { iterates } from "../helpers/steps.ts";

describe.each(CONVENTIONS)("sgd, convention %s", (convention) => {
  test("takes the two steps computed by hand", () => {
    // w1 = 1 - 0.5 (2 + 0.5 * 1) = -0.25;  w2 = -0.25 - 0.5 (-1 + 0.5 * -0.25) = 0.3125
    expect(iterates(sgd, { lr: 0.5, weightDecay: 0.5, convention }, 1, [2, -1])).toEqual([{ w: -0.25 }, { w: 0.3125 }]);
  });

  test.prop([
    fc.integer({ min: -1024, max: 1024 }),
    fc.integer({ min: -1024, max: 1024 }),
    fc.integer({ min: 1, max: 1024 }),
  ])("is linear in the gradient", (w, g, c) => {
    // Integers times powers of two: every operation is exact.
    const [{ w: once }, { w: scaled }] = [g, c * g].map(
      (x) => iterates(sgd, { lr: 0.25, weightDecay: 0, convention }, w, [x])[0],
    ) as [{ w: number }, { w: number }];
    expect(scaled - w).toBe(c * (once - w) + 0);
  });
});
