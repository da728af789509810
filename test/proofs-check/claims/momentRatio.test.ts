import { describe, expect, test, vi } from "vitest";
import { momentRatio } from "../../../proofs-check/claims/momentRatio.ts";
import { adam } from "../../../src/optimizers/adam.ts";
import { adamw } from "../../../src/optimizers/adamw.ts";
import { byCheck, checked } from "../../helpers/checked.ts";

describe("moment-ratio", () => {
  test("is proved: bound, bias correction, and that no smaller bound holds", async () => {
    const verdict = await checked(momentRatio(), { cases: 2 });
    expect(verdict).toMatchObject({ verdict: "holds", grade: "proved" });
    expect(verdict.evidence.every((one) => one.verdict === "holds")).toBe(true);
  });

  test.each([0.5, 0.99])("is contradicted by every part with a bound %d times as large", async (factor) => {
    const verdict = await checked(momentRatio({ factor }), { cases: 3 });
    expect(verdict).toMatchObject({ verdict: "contradicted", grade: "proved" });
    const { induction, correction, attained } = byCheck(verdict);
    expect([induction, correction, attained]).toEqual(["contradicted", "contradicted", "contradicted"]);
  });

  test("finds gradients whose certified steps pass half the bound", async () => {
    const verdict = await checked(momentRatio({ factor: 0.5 }), { cases: 3 });
    expect(byCheck(verdict)).toMatchObject({
      enclosed: "contradicted",
      optimizers: "contradicted",
      extremal: "contradicted",
    });
  });

  test("is a supremum no longer with a bound twice as large, though that is one", async () => {
    const verdict = await checked(momentRatio({ factor: 2 }), { cases: 2 });
    expect(verdict.verdict).toBe("contradicted");
    expect(byCheck(verdict)).toMatchObject({ induction: "holds", enclosed: "holds", attained: "contradicted" });
  });

  test.each([
    ["adam", adam],
    ["adamw", adamw],
  ])("catches %s without bias correction", async (_, optimizer) => {
    const update = optimizer.update;
    vi.spyOn(optimizer, "update").mockImplementation((hyper, ...rest) =>
      update({ ...hyper, convention: "paper" }, ...rest),
    );
    const verdict = await checked(momentRatio(), { cases: 2 });
    expect(byCheck(verdict)).toMatchObject({ optimizers: "contradicted", extremal: "contradicted" });
    expect(verdict.verdict).toBe("contradicted");
  });

  test("catches a second moment of the gradient's size in place of its square", async () => {
    const update = adam.update;
    vi.spyOn(adam, "update").mockImplementation((hyper, at, gradient, into) =>
      update(
        hyper,
        at,
        gradient.map((g) => g * Math.abs(g)),
        into,
      ),
    );
    expect((await checked(momentRatio(), { cases: 2 })).verdict).toBe("contradicted");
  });
});
