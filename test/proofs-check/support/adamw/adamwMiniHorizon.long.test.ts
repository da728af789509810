import { expect, test } from "vitest";
import { ADAMW_MINI_HORIZONS, growsUpTo } from "../../../../proofs-check/support/adamw/adamwMiniHorizon.ts";
import { checked } from "../../../helpers/checked.ts";
import { claimOf } from "../../../helpers/claims.ts";

const verdict = async (k: 0 | 1, part: "feature" | "noise", numbers = {}) => {
  const [horizon] = ADAMW_MINI_HORIZONS.slice(k) as [(typeof ADAMW_MINI_HORIZONS)[number]];
  const [scaled] = growsUpTo(horizon, part, numbers);
  return (await checked(claimOf([scaled as NonNullable<typeof scaled>]))).verdict;
};

test.each(["feature", "noise"] as const)(
  "%s of AdamW grows as said up to C.17's T0, of signs up to B.10's",
  async (part) => {
    expect([await verdict(0, part), await verdict(1, part)]).toEqual(["holds", "holds"]);
    expect(await verdict(1, part, { overLambda: 1 })).toBe("contradicted");
  },
);

test("a hundredfold growth is not there in any small run", async () => {
  for (const part of ["feature", "noise"] as const) {
    const [, within] = growsUpTo(ADAMW_MINI_HORIZONS[1] as (typeof ADAMW_MINI_HORIZONS)[number], part, { factor: 100 });
    const found = await checked(claimOf([within as NonNullable<typeof within>]));
    expect([found.verdict, found.wherever?.share?.agree]).toEqual(["fails with constants 1", 0]);
  }
});
