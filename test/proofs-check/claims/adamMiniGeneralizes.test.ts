import { expect, it } from "vitest";
import { adamMiniGeneralizes } from "../../../proofs-check/claims/adamMiniGeneralizes.ts";
import { byCheck, checked, found } from "../../helpers/checked.ts";

it("holds of weights as C.7 and C.4 have them, at the sizes chosen, and trainings end so", async () => {
  const names = ["training error", "test error", "no neuron against its class"];
  expect(byCheck(await checked(adamMiniGeneralizes(), { only: names, level: 2 }))).toEqual({
    "training error": "holds",
    "test error": "holds",
    "no neuron against its class": "holds",
  });
});

it.each([
  ["training error", { train: 1 }],
  ["test error", { test: 0 }],
  ["training error", { residue: 30 }],
  ["no neuron against its class", { against: -1 }],
] as const)("%s fails with %o", async (name, mutant) => {
  expect(await found(adamMiniGeneralizes(mutant), name)).toBe("fails with constants 1");
});

it("without C.4's bound it does not follow", async () => {
  expect(await found(adamMiniGeneralizes({ upright: false }), "training error")).not.toBe("holds");
});
