import { expect, it } from "vitest";
import { thm44 } from "../../../proofs-check/claims/thm44.ts";
import { checked, found } from "../../helpers/checked.ts";

const NAME = "s sigmaP = 6, eps = 0";

it("large batches train and fail", async () => {
  expect((await checked(thm44())).verdict).toBe("holds");
});

it("mutants: that they generalize, or that they hardly ever fail", async () => {
  expect(await found(thm44({ least: 1.01 }), NAME)).toBe("contradicted");
  expect(await found(thm44({ claimed: [0, 0.5] }), NAME)).toBe("contradicted");
});
