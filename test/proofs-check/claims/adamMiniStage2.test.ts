import { expect, test } from "vitest";
import { adamMiniStage2 } from "../../../proofs-check/claims/adamMiniStage2.ts";
import { checked } from "../../helpers/checked.ts";

test("holds where betas forget fast, and not for all small n", async () => {
  expect(await checked(adamMiniStage2())).toMatchObject({
    ...{ verdict: "holds in part", grade: "measured", says: "holds at chosen sizes, fails for small n" },
    wherever: { verdict: "fails with constants 1", grade: "tested" },
  });
});

test.each([
  ["feature-stays", { size: -1 }],
  ["noise-stays", { residue: -1 }],
  ["feature-eta", { eta: 1 }],
])("%s contradicts %o", async (name, mutation) => {
  expect((await checked(adamMiniStage2(mutation), { only: [name] })).verdict).toBe("contradicted");
});
