import { expect, test } from "vitest";
import { TRAINED } from "../../../proofs-check/support/adamwMiniTrained.ts";
import { studyRun } from "../../../proofs-check/support/adamwStudy.ts";
import { freshNoise, leftBy } from "../../../proofs-check/support/elsewhere.ts";
import { checked } from "../../helpers/checked.ts";
import { claimOf } from "../../helpers/claims.ts";

const verdict = async (numbers: Parameters<typeof freshNoise>[2] = {}) =>
  (await checked(claimOf(freshNoise(TRAINED, [16, 24, 48], numbers).slice(0, 1)))).verdict;

test("at the start |w_B|^2 is that of n s normals, and of s more", () => {
  const run = { ...studyRun({ ...TRAINED, eta: 1e-12 }, 1, 1), epochs: 1, recordEvery: 1 };
  const norm = leftBy(run, 1).norm / TRAINED.sigma0 ** 2;
  // n s = 96 of mean square 1, the largest of 10 neurons, and s = 4.
  expect(norm).toBeGreaterThan(96 + 4);
  expect(norm).toBeLessThan(96 + 4 + 4 * Math.sqrt(2 * 96));
});

test("after training it is O~(b^2 s/n), and not a hundredth of that", async () => {
  expect([await verdict(), await verdict({ multiple: 0.01 })]).toEqual(["holds", "fails with constants 1"]);
});
