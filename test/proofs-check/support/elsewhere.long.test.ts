import { expect, test } from "vitest";
import type { Letters } from "../../../proofs-check/support/adamwStudy.ts";
import { freshNoise } from "../../../proofs-check/support/elsewhere.ts";
import { checked } from "../../helpers/checked.ts";
import { claimOf } from "../../helpers/claims.ts";

const LETTERS: Letters = {
  ...{ n: 24, b: 1, s: 4, sigmaP: 0.5, alpha: 0.2, m: 5, sigma0: 0.08, eta: 1.5e-3, lambda: 0.25, cEps: 1 },
  betas: [0.5, 0.9],
};
const verdict = async (numbers: Parameters<typeof freshNoise>[2] = {}) =>
  (await checked(claimOf(freshNoise(LETTERS, [16, 24, 48], numbers).slice(1)))).verdict;

test("after training |w_B|^2 falls with n at least like 1/n, and not like 1/n^6", async () => {
  expect([await verdict(), await verdict({ overN: -6 })]).toEqual(["holds", "contradicted"]);
});
