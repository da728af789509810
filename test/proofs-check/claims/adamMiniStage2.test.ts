import { expect, test } from "vitest";
import { adamMiniStage2 } from "../../../proofs-check/claims/adamMiniStage2.ts";
import { checked } from "../../helpers/checked.ts";

test("holds", async () => {
  expect(await checked(adamMiniStage2())).toMatchObject({ verdict: "holds", grade: "measured" });
});

test.each([
  ["feature-stays", { size: -1 }],
  ["noise-stays", { residue: -1 }],
  ["feature-eta", { eta: 1 }],
])("%s contradicts %o", async (name, mutation) => {
  expect((await checked(adamMiniStage2(mutation), { only: [name] })).verdict).toBe("contradicted");
});
