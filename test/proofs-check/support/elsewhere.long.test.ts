import { expect, test } from "vitest";
import { TRAINED } from "../../../proofs-check/support/adamwMiniTrained.ts";
import { freshNoise } from "../../../proofs-check/support/elsewhere.ts";
import { checked } from "../../helpers/checked.ts";
import { claimOf } from "../../helpers/claims.ts";

const verdict = async (numbers: Parameters<typeof freshNoise>[2] = {}) =>
  (await checked(claimOf(freshNoise(TRAINED, [16, 24, 48], numbers).slice(1)))).verdict;

test("after training |w_B|^2 falls with n at least like 1/n, and not like 1/n^6", async () => {
  expect([await verdict(), await verdict({ overN: -6 })]).toEqual(["holds", "contradicted"]);
});
