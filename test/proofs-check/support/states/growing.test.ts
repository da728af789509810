import { describe, expect, it } from "vitest";
import { hypothesesOf, unmetBy } from "../../../../proofs-check/meeting.ts";
import { GROWING, growingRun, growingTrend } from "../../../../proofs-check/support/states/growing.ts";
import { checked } from "../../../helpers/checked.ts";
import { claimOf } from "../../../helpers/claims.ts";

const FAILS = {
  came: ({ trainError, testError }: { trainError: number; testError: number }) => trainError === 0 && testError >= 0.45,
  words: "training error 0 and test error >= 0.45",
};

describe("a theorem's runs as n grows", () => {
  it.each([
    ["thm-4.1", "thm-4.1", 8],
    ["thm-4.2", "thm-4.2", 16],
    ["thm-4.4", "thm-4.4-alpha", 8],
    ["thm-4.5", "thm-4.5", 16],
  ] as const)("%s: every hypothesis is met with the constant 1 from its first n on", (id, theorem, first) => {
    for (let n = first; n <= 512; n *= 2) {
      for (const support of [1, GROWING[id].support]) {
        expect(unmetBy(hypothesesOf(theorem), growingRun({ ...GROWING[id], support }, n, 1))).toEqual([]);
      }
    }
  });

  it("is as long as the theorem asks: decay of AdamW has acted ten times over", () => {
    const { epochs, optimizer } = growingRun(GROWING["thm-4.4"], 8, 1);
    expect(epochs * optimizer.lr * optimizer.weightDecay).toBeGreaterThanOrEqual(10);
  });

  it("s sigmaP that grows from 1.7 is too little for Theorem 4.1, at n = 8 and 16, where one setting of s sigmaP = 6 had it hold", async () => {
    const growing = { ...GROWING["thm-4.1"], support: 1 };
    const verdict = await checked(claimOf([growingTrend({ growing, ...FAILS }, [8, 16])]), { cases: 16 });
    expect(verdict.verdict).toBe("fails with constants 1");
  });
});
