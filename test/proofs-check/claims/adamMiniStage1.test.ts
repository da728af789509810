import { expect, test } from "vitest";
import { adamMiniStage1 } from "../../../proofs-check/claims/adamMiniStage1.ts";
import { checked } from "../../helpers/checked.ts";

test("holds", async () => {
  const checks = ["feature-grows", "initial-scale", "size-of-a-step", "feature-eta"];
  expect(await checked(adamMiniStage1(), { only: checks })).toMatchObject({ verdict: "holds", grade: "measured" });
});

test.each([
  ["feature-eta", { eta: 0.5 }],
  ["feature-sigmaP", { sigmaP: 1 }],
  ["feature-sigma0", { sigma0: 1 }],
  ["feature-grows", { least: 4 }],
  ["initial-scale", { initial: 0.5 }],
])("%s contradicts %o", async (name, mutation) => {
  expect((await checked(adamMiniStage1(mutation), { only: [name] })).verdict).toBe("contradicted");
});
