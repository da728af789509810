import { expect, test } from "vitest";
import { adamMiniStage2 } from "../../../proofs-check/claims/adamMiniStage2.ts";
import { byCheck, checked, found } from "../../helpers/checked.ts";

test("C.7 holds, at the sizes chosen and wherever; B.3's noise is larger where betas forget slowly, its first stage too short", async () => {
  const verdict = await checked(adamMiniStage2());
  expect(verdict).toMatchObject({
    ...{ verdict: "holds in part", grade: "measured", says: "holds at chosen sizes in 1 of 2 readings" },
    readings: [
      { reading: "B.3", verdict: "contradicted", wherever: { verdict: "fails with constants 1", grade: "tested" } },
      { reading: "C.7", verdict: "holds" },
    ],
  });
  expect(byCheck(verdict)).toMatchObject({
    "noise-stays, B.3": "holds",
    "noise-stays, B.3-wherever": "fails with constants 1",
    "feature from T0 over s sigmaP": "contradicted",
    "feature from T0 over n/b": "contradicted",
    "level-printed": "holds",
    "level-derived": "holds",
  });
});

test.each([
  ["feature-stays", { size: -1 }],
  ["noise-stays, B.3", { residue: -1 }],
  ["feature-eta", { eta: 1 }],
])("%s contradicts %o", async (name, mutation) => {
  expect(await found(adamMiniStage2(mutation), name)).toBe("contradicted");
});
