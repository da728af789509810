import { expect, test } from "vitest";
import { adamMiniStage1 } from "../../../proofs-check/claims/adamMiniStage1.ts";
import { HORIZONS } from "../../../proofs-check/support/adamMiniStart.ts";
import { found } from "../../helpers/checked.ts";

test("with betas that forget slowly the noise stays until neither T0", async () => {
  for (const { reading } of HORIZONS) {
    expect(await found(adamMiniStage1(), `initial-scale-wherever, ${reading}`)).toBe("fails with constants 1");
  }
});
