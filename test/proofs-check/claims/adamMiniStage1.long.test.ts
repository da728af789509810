import { expect, test } from "vitest";
import { adamMiniStage1 } from "../../../proofs-check/claims/adamMiniStage1.ts";
import { HORIZONS } from "../../../proofs-check/support/adamMiniStart.ts";
import { found } from "../../helpers/checked.ts";

test("with betas that forget slowly the noise stays until B.2's T0 and not until 5.2's or C.4's, which one length for all could not tell", async () => {
  const [b2, lemma52, c4] = HORIZONS.map(({ reading }) => `initial-scale-wherever, ${reading}`) as [
    string,
    string,
    string,
  ];
  expect(await found(adamMiniStage1(), b2)).toBe("holds");
  for (const name of [lemma52, c4]) expect(await found(adamMiniStage1(), name)).toBe("fails with constants 1");
});
