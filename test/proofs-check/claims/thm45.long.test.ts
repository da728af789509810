import { expect, it } from "vitest";
import { thm45 } from "../../../proofs-check/claims/thm45.ts";
import { found } from "../../helpers/checked.ts";

const NAME = "n/b = 16, s sigmaP = 2";

it("mini-batches train and generalize at the chosen setting", async () => {
  expect(await found(thm45(), NAME)).toBe("holds");
});

it("mutants: that they never do, or hardly ever", async () => {
  expect(await found(thm45({ most: 0 }), NAME)).toBe("fails with constants 1");
  expect(await found(thm45({ claimed: [0, 0.5] }), NAME)).toBe("fails with constants 1");
});
