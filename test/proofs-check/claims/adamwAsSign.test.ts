import { afterEach, describe, expect, it, vi } from "vitest";
import { adamwAsSign } from "../../../proofs-check/claims/adamwAsSign.ts";
import { waitOfStep } from "../../../proofs-check/support/signs/signRuns.ts";
import { adamw } from "../../../src/optimizers/adamw.ts";
import { adaptiveUpdate } from "../../../src/optimizers/adaptiveUpdate.ts";
import type { Decay } from "../../../src/optimizers/decay.ts";
import type { Hyperparameters } from "../../../src/optimizers/optimizer.ts";
import { contradicts } from "../../helpers/checked.ts";
import { verdictWith } from "./verdictWith.ts";

afterEach(() => vi.restoreAllMocks());

describe("adamw-as-sign", () => {
  it("holds for b = n and the time of b1/sqrt(b2), not for other batches or the time of b1, nor with another exponent", async () => {
    const { verdict, checksThat, judge } = await verdictWith(adamwAsSign());
    expect(verdict).toMatchObject({ verdict: "holds in part", grade: "tested" });
    expect(checksThat("holds")).toEqual(
      expect.arrayContaining([
        "feature-threshold",
        "noise-threshold",
        "noise-eta",
        "seen-lately",
        "unseen",
        "untouched",
      ]),
    );
    expect(checksThat("contradicted")).toEqual(["feature-eta-batch", "unseen-mom"]);
    const steeper = adamwAsSign({ exponent: 2 });
    for (const name of ["feature-eta", "noise-eta"]) {
      expect([name, judge(steeper, name)]).toEqual([name, "contradicted"]);
    }
  });

  it("fails with the sign turned, or half the time", () => {
    const turned = adamwAsSign({ sign: -1 });
    expect(contradicts(turned, "feature-threshold", 6)).toBe(true);
    expect(contradicts(turned, "noise-threshold", 6)).toBe(true);
    const hasty = adamwAsSign({ wait: (betas, lambdaEta) => waitOfStep(betas, lambdaEta) / 2 });
    expect(contradicts(hasty, "unseen", 6)).toBe(true);
  });

  it("steps along the gradient of a visit for log(s sigma_p/lambda) steps, not against it, and not six times as long", () => {
    expect(contradicts(adamwAsSign(), "seen-lately", 2)).toBe(false);
    expect(contradicts(adamwAsSign({ sign: -1 }), "seen-lately", 1)).toBe(true);
    expect(contradicts(adamwAsSign({ lately: 6 }), "seen-lately", 1)).toBe(true);
  });

  it("catches AdamW without decay, or with coupled decay: untouched weights do not shrink by 1 - eta lambda", () => {
    const plant = (decay: Decay, change: Partial<Hyperparameters> = {}) =>
      vi
        .spyOn(adamw, "update")
        .mockImplementation((hyper, at, gradient, into) =>
          adaptiveUpdate(decay, { ...hyper, ...change }, at, gradient, into),
        );
    plant("decoupled", { weightDecay: 0 });
    expect(contradicts(adamwAsSign(), "untouched", 1)).toBe(true);
    plant("coupled");
    expect(contradicts(adamwAsSign(), "untouched", 1)).toBe(true);
  });
});
