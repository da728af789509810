import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { stepViolation } from "../../../../proofs-check/support/eps/stepPair.ts";

describe("stepViolation", () => {
  test.prop([
    fc.array(fc.double({ min: -8, max: 8, noNaN: true }), { minLength: 1, maxLength: 12 }),
    fc.integer({ min: 0, max: 8 }),
  ])("finds none on any gradients", (gradients, k) => {
    expect(stepViolation({ h: 0.5, eps: 2 ** k, betas: [0.9, 0.999], gradients })).toBeUndefined();
  });

  it("is a bound by hand, where the square of max |g|/eps is none", () => {
    // No memory, h = eps = 1, g = 1/2: Adam's step is 1/2/(1/2 + 1) = 1/3, short of 1/2 by 1/6, which is at most 1/2 of 1/2 and more than 1/4 of it.
    const drawn = { h: 1, eps: 1, betas: [0, 0], gradients: [0.5] } as const;
    expect(stepViolation(drawn)).toBeUndefined();
    expect(stepViolation(drawn, 2)).toMatch(/^step 1 of Adam is -0\.333/);
  });

  it("names the first step that is outside", () => {
    // 1/16 on the first step: x = 1/17, within the square of max |g|/eps = 1/2; on the second x = 1/3, beyond 1/4.
    const drawn = { h: 1, eps: 1, betas: [0, 0], gradients: [0.0625, 0.5] } as const;
    expect(stepViolation(drawn, 2)).toMatch(/^step 2 of Adam/);
  });
});
