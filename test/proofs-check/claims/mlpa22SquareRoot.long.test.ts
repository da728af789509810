import { describe, expect, it } from "vitest";
import { mlpa22SquareRoot } from "../../../proofs-check/claims/mlpa22SquareRoot.ts";
import { byCheck, checked } from "../../helpers/checked.ts";

describe("mlpa22-square-root", () => {
  it("holds where noise outweighs the gradient, and not of the feature, which a class agrees on", async () => {
    const verdict = await checked(mlpa22SquareRoot(), { cases: 6 });
    expect(verdict.verdict).toBe("holds in part");
    expect(byCheck(verdict)).toEqual({
      "noise coefficients": "holds",
      "feature among flipped labels": "holds",
      "noise coefficients, longer": "holds",
      feature: "contradicted",
    });
  });

  it("with betas that are kept fails once gradients have changed, and no sooner", async () => {
    const names = ["noise coefficients", "noise coefficients, longer"];
    const verdict = await checked(mlpa22SquareRoot({ memory: 0 }), { cases: 6, only: names });
    expect(byCheck(verdict)).toEqual({ "noise coefficients": "holds", "noise coefficients, longer": "contradicted" });
  });

  it.each([
    ["a learning rate that is kept", { lr: 0 }],
    ["an eps that is kept", { eps: 0 }],
  ] as const)("with %s fails of the noise coefficients", async (_, numbers) => {
    const verdict = await checked(mlpa22SquareRoot(numbers), { cases: 6, only: ["noise coefficients"] });
    expect(verdict.verdict).toBe("contradicted");
  });
});
