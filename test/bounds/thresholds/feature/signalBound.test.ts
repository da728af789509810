import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { signalBound } from "../../../../src/bounds/thresholds/feature/signalBound.ts";
import { adamw } from "../../../../src/optimizers/adamw.ts";
import { spread } from "../../../helpers/spread.ts";

describe("signalBound", () => {
  it("is C/lambda up to eta lambda = 1, with C = sqrt(370/7) for (0.9, 0.999)", () => {
    expect(signalBound(1e-3, 0.5, [0.9, 0.999])).toBeCloseTo(2 * Math.sqrt(370 / 7), 10);
    expect(signalBound(1, 1, [0.9, 0.99])).toBeCloseTo(Math.sqrt(5.5), 12);
    // eta C/(2 - eta lambda): 0.5/(2 - 1.5) = 1.
    expect(signalBound(0.5, 3, [0, 0])).toBe(1);
    expect(signalBound(0.5, 0, [0, 0])).toBe(Infinity);
    expect(signalBound(0.5, 4, [0, 0])).toBe(Infinity);
  });

  test.prop([
    fc.double({ min: 0.01, max: 1.9, noNaN: true }),
    fc.constantFrom<[number, number]>([0, 0], [0.9, 0.999], [0.9, 0.99], [0.5, 0.5]),
    fc.array(spread(-1, 1), { minLength: 1, maxLength: 60 }),
    fc.constantFrom("paper" as const, "pytorch" as const),
  ])("holds a weight that starts inside it, whatever the gradients", (etaLambda, betas, gradients, convention) => {
    const bound = signalBound(0.5, 2 * etaLambda, betas);
    const hyper = { lr: 0.5, weightDecay: 2 * etaLambda, betas, eps: 0, convention } as const;
    let at = adamw.init(Float64Array.of(bound));
    for (const g of gradients) {
      at = adamw.update(hyper, at, Float64Array.of(Math.abs(g) < 1e-100 ? 0 : g));
      expect(Math.abs(at.weights[0] as number)).toBeLessThanOrEqual(bound * (1 + 1e-12));
    }
  });

  it("ends at eta lambda = 2: a weight without gradient only changes its sign there, and grows beyond", () => {
    const after = (weightDecay: number) => {
      const hyper = { lr: 0.5, weightDecay, betas: [0.9, 0.999], eps: 0, convention: "pytorch" } as const;
      let at = adamw.init(Float64Array.of(1));
      for (let t = 0; t < 10; t++) at = adamw.update(hyper, at, Float64Array.of(0));
      return at.weights[0] as number;
    };
    expect(after(3.9)).toBeLessThan(1);
    expect(after(4)).toBe(1);
    expect(after(4.1)).toBeGreaterThan(1);
  });
});
