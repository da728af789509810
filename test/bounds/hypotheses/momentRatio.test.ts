import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { momentRatio } from "../../../src/bounds/hypotheses/momentRatio.ts";
import { adam } from "../../../src/optimizers/adam.ts";
import { InputError } from "../../../src/setting/inputError.ts";
import { spread } from "../../helpers/spread.ts";

/** b1 < 0.99 sqrt(b2): far enough inside for the geometric sums to end. */
const betas = fc
  .tuple(spread(0, 0.99), fc.double({ min: 0.01, max: 0.999, noNaN: true }))
  .map(([share, b2]): [number, number] => [share * Math.sqrt(b2), b2]);

/** The step that Adam takes from weight 0 with lr 1 and eps 0 after these gradients: the normalized step. */
function lastStep(gradients: readonly number[], [b1, b2]: [number, number], convention: "paper" | "pytorch"): number {
  const hyper = { lr: 1, weightDecay: 0, betas: [b1, b2], eps: 0, convention } as const;
  let at = adam.init(Float64Array.of(0));
  for (const g of gradients) {
    at.weights[0] = 0;
    at = adam.update(hyper, at, Float64Array.of(g));
  }
  return Math.abs(at.weights[0] as number);
}

describe("momentRatio", () => {
  it("has the values that a hand computes", () => {
    // C^2 = (1-b1)^2/((1-b2)(1 - b1^2/b2)). (0.9, 0.999): 0.01/(0.001 * 0.189/0.999) = 9.99/0.189 = 370/7.
    expect(momentRatio([0.9, 0.999])).toBeCloseTo(Math.sqrt(370 / 7), 12);
    // (0.9, 0.99): 0.01/(0.01 * 0.18/0.99) = 5.5.
    expect(momentRatio([0.9, 0.99])).toBeCloseTo(Math.sqrt(5.5), 12);
    // No memory of the first moment: mom = g, sec >= (1-b2) g^2.
    expect(momentRatio([0, 0.75])).toBe(2);
    expect(momentRatio([0, 0])).toBe(1);
  });

  test.prop([betas, fc.array(spread(-1, 1), { minLength: 1, maxLength: 40 })])(
    "bounds the normalized step of every gradient sequence, in both conventions",
    (pair, gradients) => {
      // Below 2^-500 gradients count as zero, and squares lose digits: leave those out.
      const list = gradients.map((g) => (Math.abs(g) < 1e-100 ? 0 : g));
      for (const convention of ["paper", "pytorch"] as const)
        expect(lastStep(list, pair, convention)).toBeLessThanOrEqual(momentRatio(pair) * (1 + 1e-12));
    },
  );

  test.prop([betas.filter(([b1, b2]) => b1 > 0.05 && b1 / b2 < 20)])(
    "is approached by gradients proportional to (b1/b2)^tau",
    ([b1, b2]) => {
      // What is cut off is (b1^2/b2)^length < 0.99^(2*1500) = 8e-14 of the sum; the largest gradient is kept at 1.
      const ratio = b1 / b2;
      const length = 1500;
      const gradients = Array.from({ length }, (_, t) => {
        const tau = length - 1 - t;
        return ratio > 1 ? ratio ** (tau - length + 1) : ratio ** tau;
      });
      // Squares of gradients below 1e-140 leave the doubles; with ratio > 1 those are the last, which is where the weight is.
      const least = ratio > 1 ? ratio ** (1 - length) : 1;
      if (least < 1e-140) return;
      expect(lastStep(gradients, [b1, b2], "paper") / momentRatio([b1, b2])).toBeCloseTo(1, 9);
    },
  );

  it.each([
    [0.9, 0.81],
    [0.9, 0.5],
    [0.5, 0],
  ])("refuses b1 = %d, b2 = %d", (b1, b2) => {
    expect(() => momentRatio([b1, b2])).toThrow(InputError);
    expect(() => momentRatio([b1, b2])).toThrow(/betas must have b1\^2 < b2/);
  });
});
