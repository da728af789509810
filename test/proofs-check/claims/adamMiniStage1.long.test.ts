import { expect, test } from "vitest";
import { adamMiniStage1 } from "../../../proofs-check/claims/adamMiniStage1.ts";
import { HORIZONS } from "../../../proofs-check/support/adam/adamMiniStart.ts";
import { byCheck, checked } from "../../helpers/checked.ts";

test("with betas that forget slowly the noise does not stay until any T0; signs forget at once", async () => {
  const only = HORIZONS.map(({ reading }) => `initial-scale-wherever, ${reading}`);
  for (const [level, verdict] of [
    [1, "fails with constants 1"],
    [2, "holds"],
  ] as const) {
    expect(Object.values(byCheck(await checked(adamMiniStage1(), { only, level })))).toEqual(only.map(() => verdict));
  }
});
