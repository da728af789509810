import { expect, test } from "vitest";
import { thm41 } from "../../../proofs-check/claims/thm41.ts";
import { byCheck, checked } from "../../helpers/checked.ts";

test("holds where s sigmaP = 6, and not wherever the hypotheses hold with the constant 1", async () => {
  const verdict = await checked(thm41({ grid: [8, 12] }));
  expect(verdict).toMatchObject({ verdict: "holds in part", grade: "measured" });
  expect(verdict.chosen).toMatchObject({
    verdict: expect.stringMatching(/^holds/),
    at: [
      expect.stringContaining("n = 8, b = 8, s = 36"),
      expect.stringContaining("s = 8 sqrt(n)"),
      expect.stringContaining("n = 6"),
    ],
  });
  expect(verdict.evidence[1]).toMatchObject({ check: "runs-wherever", verdict: "fails with constants 1" });
  expect(verdict.wherever).toMatchObject({ share: { of: 6 }, counterexample: verdict.evidence[1]?.counterexample });
  expect(verdict.evidence[1]?.counterexample?.run).toBeDefined();
});

test("a test error above 1 is not there, at one n or as n grows", async () => {
  const verdict = await checked(thm41({ test: 1.01, grid: [8, 12] }), { only: ["runs", "ever more often"] });
  expect(Object.values(byCheck(verdict))).toEqual(["fails with constants 1", "fails with constants 1"]);
});
