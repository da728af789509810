import { expect, test } from "vitest";
import { TRAINED } from "../../../../proofs-check/support/adamw/adamwMiniTrained.ts";
import { studyRun } from "../../../../proofs-check/support/choices/adamwStudy.ts";
import { leftBy } from "../../../../proofs-check/support/choices/elsewhere.ts";

test("at the start |w_B|^2 is that of n s normals, and of s more", () => {
  const run = { ...studyRun({ ...TRAINED, eta: 1e-12 }, 1, 1), epochs: 1, recordEvery: 1 };
  const norm = leftBy(run, 1).norm / TRAINED.sigma0 ** 2;
  // n s = 96 of mean square 1, the largest of 10 neurons, and s = 4.
  expect(norm).toBeGreaterThan(96 + 4);
  expect(norm).toBeLessThan(96 + 4 + 4 * Math.sqrt(2 * 96));
});
