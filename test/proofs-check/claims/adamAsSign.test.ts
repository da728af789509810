import { afterEach, describe, expect, it, vi } from "vitest";
import { adamAsSign } from "../../../proofs-check/claims/adamAsSign.ts";
import { adam } from "../../../src/optimizers/adam.ts";
import { adaptiveUpdate } from "../../../src/optimizers/adaptiveUpdate.ts";
import type { Decay } from "../../../src/optimizers/decay.ts";
import type { Hyperparameters } from "../../../src/optimizers/optimizer.ts";
import { contradicts } from "../../helpers/checked.ts";
import { verdictWith } from "./verdictWith.ts";

afterEach(() => vi.restoreAllMocks());

/** Adam as it would be with a bug. */
const plant = (decay: Decay, change: Partial<Hyperparameters> = {}) =>
  vi
    .spyOn(adam, "update")
    .mockImplementation((hyper, at, gradient, into) =>
      adaptiveUpdate(decay, { ...hyper, ...change }, at, gradient, into),
    );

describe("adam-as-sign", () => {
  it("holds for b = n and eps = lambda eta, not for other batches or eps = 1e-8, nor with another exponent", async () => {
    const { verdict, checksThat, judge } = await verdictWith(adamAsSign());
    expect(verdict).toMatchObject({ verdict: "holds in part", grade: "tested" });
    expect(checksThat("holds")).toEqual(
      expect.arrayContaining(["feature-threshold", "noise-threshold", "noise-threshold-batch", "unseen", "untouched"]),
    );
    expect(checksThat("contradicted")).toEqual(["feature-eta-batch", "noise-eta-batch", "untouched-eta-pytorch"]);
    const steeper = adamAsSign({ exponent: 2 });
    for (const name of ["feature-eta", "noise-eta", "untouched-eta"]) {
      expect([name, judge(steeper, name)]).toEqual([name, "contradicted"]);
    }
  });

  it("fails in every part with the sign turned", () => {
    const mutant = adamAsSign({ sign: -1 });
    for (const name of ["feature-threshold", "noise-threshold", "noise-threshold-batch", "unseen", "untouched"]) {
      expect([name, contradicts(mutant, name, 6)]).toEqual([name, true]);
    }
  });

  it("needs lambda |w| in the threshold on B_i, which b = n alone cannot tell: nothing is unseen there", () => {
    const mutant = adamAsSign({ decay: false });
    // About three in ten cases show it, so that 20 without one are a matter of 1 in 1000.
    expect(contradicts(mutant, "noise-threshold", 20)).toBe(false);
    expect(contradicts(mutant, "noise-threshold-batch", 20)).toBe(true);
    expect(contradicts(adamAsSign(), "noise-threshold-batch", 20)).toBe(false);
  });

  it("fails where an example counts as unseen after a tenth of a memory", () => {
    expect(contradicts(adamAsSign({ wait: ([b1]) => 0.1 / (1 - b1) }), "unseen", 6)).toBe(true);
  });

  it("catches Adam without decay, or with decoupled decay: nothing moves untouched weights by Theta(1)", () => {
    plant("coupled", { weightDecay: 0 });
    expect(contradicts(adamAsSign(), "untouched", 6)).toBe(true);
    plant("decoupled");
    expect(contradicts(adamAsSign(), "untouched", 6)).toBe(true);
  });

  it("catches bias correction that is missing, or there where the paper has none", () => {
    plant("coupled", { convention: "paper" });
    expect(contradicts(adamAsSign(), "feature-threshold", 20)).toBe(true);
    plant("coupled", { convention: "pytorch" });
    expect(contradicts(adamAsSign(), "feature-threshold", 20)).toBe(true);
  });
});
