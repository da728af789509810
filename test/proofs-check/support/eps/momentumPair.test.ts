import { describe, expect, it } from "vitest";
import { momentumPair } from "../../../../proofs-check/support/eps/momentumPair.ts";
import { optimizerNamed } from "../../../../src/optimizers/registry.ts";

/** Where a weight is after steps on these gradients, from 0. */
function end({ name, ...hyper }: { readonly name: string }, gradients: readonly number[]): number {
  const optimizer = optimizerNamed(name);
  let at = optimizer.init(Float64Array.of(0));
  for (const g of gradients) at = optimizer.update(hyper as never, at, Float64Array.of(g));
  return at.weights[0] as number;
}

describe("momentumPair", () => {
  it("is the momentum by hand", () => {
    const { momentum } = momentumPair({ h: 0.5, eps: 10, betas: [0.75, 0.9] });
    // Averages 1/4 and 3/16 + 2/4 = 11/16, each times h = 1/2: w = -(1/8 + 11/32).
    expect(end(momentum, [1, 2])).toBe(-15 / 32);
  });

  it("has Adam, which is it where eps is beyond all gradients", () => {
    // A step is less by at most max |g|/eps of itself.
    for (const eps of [2 ** 20, 2 ** 40]) {
      const { adam } = momentumPair({ h: 0.5, eps, betas: [0.75, 0.9] });
      expect(Math.abs(end(adam, [1, 2]) + 15 / 32)).toBeLessThanOrEqual(2 / eps);
    }
  });
});
