import { expect, it } from "vitest";
import { frequency } from "../../../../proofs-check/checks/frequency.ts";
import { trend } from "../../../../proofs-check/checks/trend.ts";
import type { Check } from "../../../../proofs-check/claim.ts";
import { GROWING, growingRun, growingTrend } from "../../../../proofs-check/support/states/growing.ts";
import { outcomeOf } from "../../../../proofs-check/support/states/outcome.ts";
import { checked } from "../../../helpers/checked.ts";
import { claimOf } from "../../../helpers/claims.ts";

const verdictOn = async (check: Check, cases: number) => (await checked(claimOf([check]), { cases })).verdict;

it.each([
  ["thm-4.2", 2],
  ["thm-4.5", 3],
] as const)(
  "%s with %i neurons a class at every n: half of the seeds at one n still learn, but not 1 - 1/n of them as n grows",
  async (id, m) => {
    const learns = (n: number, seed: number) => {
      const run = growingRun(GROWING[id], n, seed);
      const { trainError, testError } = outcomeOf({ ...run, setting: { ...run.setting, m } }, { seed, level: 1 });
      return trainError === 0 && testError < 0.1;
    };
    const common = { name: "learns", about: "training error 0 and test error < 0.1" };
    const outcome = (seed: number) => learns(16, seed);
    const one = frequency({ ...common, asymptotic: true, at: "n = 16", claimed: [0.5, 1], outcome });
    const growing = trend({ ...common, grid: [16, 24], outcome: learns, claimed: (n) => 1 - 1 / n });
    // A class has no neuron that starts with the feature in 2^-m of the starts, so that about (1 - 2^-m)^2 of them can learn both.
    expect(await verdictOn(one as Check, 20)).not.toBe("fails with constants 1");
    expect(await verdictOn(growing as Check, 20)).toBe("fails with constants 1");
  },
);

it("s sigmaP that grows from 1.7 is too little for Theorem 4.4, at n = 8 and 16, where one setting of s sigmaP = 4 had it hold", async () => {
  const fails = {
    came: ({ trainError, testError }: { trainError: number; testError: number }) =>
      trainError === 0 && testError >= 0.45,
    words: "training error 0 and test error >= 0.45",
  };
  const short = growingTrend({ growing: { ...GROWING["thm-4.4"], support: 1 }, ...fails }, [8, 16]);
  expect(await verdictOn(short, 20)).toBe("fails with constants 1");
});
