import { expect, test } from "vitest";
import { adamMiniStage2 } from "../../../proofs-check/claims/adamMiniStage2.ts";
import { byCheck, checked, found } from "../../helpers/checked.ts";

const STEPS = "5.3, T0 of 5.2 in steps";
const EPOCHS = "5.3, T0 of 5.2 in epochs";
const B3 = "B.3, T0 of B.2 in epochs";

test("from T0 on all holds at the sizes chosen, but the feature where 5.2's T0 is in steps; noise is larger where betas forget slowly", async () => {
  const verdict = await checked(adamMiniStage2());
  expect(verdict).toMatchObject({ verdict: "holds in part", says: "holds at chosen sizes in 3 of 4 readings" });
  expect(verdict.readings?.map(({ reading, says }) => [reading, says])).toEqual([
    [STEPS, "contradicted at chosen sizes, fails for small n"],
    [EPOCHS, "holds at chosen sizes, fails for small n"],
    [B3, "holds at chosen sizes, agrees elsewhere"],
    ["C.7", "holds at chosen sizes, fails for small n"],
  ]);
  expect(byCheck(verdict)).toMatchObject({
    [`noise-at-T0, ${B3}`]: "holds",
    [`noise-at-T0, ${STEPS}-wherever`]: "fails with constants 1",
    [`noise-stays, ${EPOCHS}-wherever`]: "fails with constants 1",
    // Of signs, which forget at once.
    [`noise-at-T0, ${B3}-wherever`]: "holds",
    [`noise-stays, ${B3}-wherever`]: "holds",
    "noise-stays, C.7-wherever": "holds",
    [`feature from T0, ${STEPS}`]: "contradicted",
    [`feature from T0, ${EPOCHS}`]: "holds",
    "level-printed": "holds",
    "level-derived": "holds",
  });
});

test.each([
  ["feature-stays", { size: -1 }, "fails with constants 1"],
  [`noise-stays, ${B3}`, { residue: -1 }, "fails with constants 1"],
  [`noise-at-T0, ${EPOCHS}`, { residue: -1 }, "fails with constants 1"],
  ["feature-eta", { eta: 1 }, "contradicted"],
])("%s with %o %s", async (name, mutation, verdict) => {
  expect(await found(adamMiniStage2(mutation), name)).toBe(verdict);
});
