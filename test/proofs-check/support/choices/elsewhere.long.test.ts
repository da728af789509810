import { expect, test } from "vitest";
import { TRAINED } from "../../../../proofs-check/support/adamw/adamwMiniTrained.ts";
import { freshNoise } from "../../../../proofs-check/support/choices/elsewhere.ts";
import { checked } from "../../../helpers/checked.ts";
import { claimOf } from "../../../helpers/claims.ts";

const verdict = async (check: 0 | 1, numbers: Parameters<typeof freshNoise>[2] = {}) =>
  (await checked(claimOf(freshNoise(TRAINED, [16, 24, 48], numbers).slice(check, check + 1)))).verdict;

test("after training |w_B|^2 falls with n at least like 1/n, and not like 1/n^6", async () => {
  expect([await verdict(1), await verdict(1, { overN: -6 })]).toEqual(["holds", "contradicted"]);
});

test("after training it is O~(b^2 s/n), and not a hundredth of that", async () => {
  expect([await verdict(0), await verdict(0, { multiple: 0.01 })]).toEqual(["holds", "fails with constants 1"]);
});
