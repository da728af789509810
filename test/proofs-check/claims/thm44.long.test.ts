import { expect, it } from "vitest";
import { thm44 } from "../../../proofs-check/claims/thm44.ts";
import { checked, found } from "../../helpers/checked.ts";

const NAME = "n/b = 1, eps = lambda eta/4";

it("large batches train and fail where C.13's alpha is asked for, not wherever Theorem 4.4 as printed would have it", async () => {
  const { readings } = await checked(thm44());
  expect(readings).toMatchObject([
    {
      reading: "with C.13's alpha",
      says: expect.stringMatching(/^holds .* agrees elsewhere$/),
      chosen: { at: [expect.stringContaining("n = 8, s = 16"), expect.any(String), expect.any(String)] },
      wherever: { verdict: "holds", grade: "tested", share: { agree: 4, of: 4 } },
    },
    {
      reading: "as printed",
      wherever: { verdict: "fails with constants 1", grade: "tested", share: { of: 4 } },
    },
  ]);
});

it("mutants: that they generalize, or that they hardly ever fail", async () => {
  expect(await found(thm44({ least: 1.01 }), NAME)).toBe("fails with constants 1");
  expect(await found(thm44({ claimed: [0, 0.5] }), NAME)).toBe("fails with constants 1");
});
