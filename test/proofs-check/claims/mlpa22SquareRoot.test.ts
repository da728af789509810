import { describe, expect, it } from "vitest";
import { mlpa22SquareRoot } from "../../../proofs-check/claims/mlpa22SquareRoot.ts";
import { checked } from "../../helpers/checked.ts";

describe("mlpa22-square-root", () => {
  it("fails of the noise coefficients with the linear rule", async () => {
    const verdict = await checked(mlpa22SquareRoot({ lr: 1 }), { cases: 6, only: ["noise coefficients"] });
    expect(verdict.verdict).toBe("contradicted");
  });
});
