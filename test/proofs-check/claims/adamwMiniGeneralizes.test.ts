import { expect, it } from "vitest";
import { adamwMiniGeneralizes } from "../../../proofs-check/claims/adamwMiniGeneralizes.ts";
import { byCheck, checked, found } from "../../helpers/checked.ts";

it("holds of weights as C.18 and its proof have them, at the sizes chosen", async () => {
  const names = ["training error", "test error"];
  expect(byCheck(await checked(adamwMiniGeneralizes(), { only: names }))).toEqual({
    "training error": "holds",
    "test error": "holds",
  });
});

it.each([
  ["training error", { train: 1 }],
  ["test error", { test: 0 }],
  ["training error", { cross: 40 }],
] as const)("%s fails with %o", async (name, mutant) => {
  expect(await found(adamwMiniGeneralizes(mutant), name)).toBe("fails with constants 1");
});

it("without the bound on neurons against their class it does not follow", async () => {
  expect(await found(adamwMiniGeneralizes({ upright: false }), "training error")).not.toBe("holds");
});
