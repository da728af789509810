import { expect, it } from "vitest";
import { thm44 } from "../../../proofs-check/claims/thm44.ts";
import { checked, found } from "../../helpers/checked.ts";

const NAME = "s sigmaP = 6, eps = 0";

it("large batches train and fail at the sizes chosen, not at all that are small", async () => {
  expect(await checked(thm44())).toMatchObject({
    // Two seeds, as many as the second of the chosen settings needs, leave it open.
    says: "holds in part at chosen sizes, fails for small n",
    chosen: {
      verdict: "holds in part",
      grade: "measured",
      at: [expect.stringContaining("n = 16, b = 16, s = 36"), expect.any(String)],
    },
    wherever: { verdict: "fails with constants 1", grade: "tested", share: { of: 4 } },
    readAs: ["test error >= 1/2 - o(1): at least 0.45", expect.any(String)],
  });
});

it("mutants: that they generalize, or that they hardly ever fail", async () => {
  expect(await found(thm44({ least: 1.01 }), NAME)).toBe("contradicted");
  expect(await found(thm44({ claimed: [0, 0.5] }), NAME)).toBe("contradicted");
});
