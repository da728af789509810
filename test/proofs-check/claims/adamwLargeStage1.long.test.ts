import { expect, it } from "vitest";
import { adamwLargeStage1 } from "../../../proofs-check/claims/adamwLargeStage1.ts";
import { ADAMW_HORIZONS } from "../../../proofs-check/support/adamw/adamwHorizon.ts";
import { verdictOf } from "../../../proofs-check/verdict.ts";
import { byCheck, checked } from "../../helpers/checked.ts";

const [B6, C12] = ADAMW_HORIZONS.map(({ reading }) => reading) as [string, string];
const SIZE = `noise up to T0, ${C12}`;
const EXPONENTS = ["noise over eta", "noise over s", "noise over sigmaP", `noise up to T0 over s, ${C12}`];

it("B.6's upper bound holds of signs; up to C.12's T0 exponents hold where sizes are chosen, the size not for every small n", async () => {
  const { readings, evidence } = await checked(adamwLargeStage1());
  expect(readings?.map(({ reading, verdict, says }) => [reading, verdict, says])).toEqual([
    [B6, "holds", "holds at chosen sizes, agrees elsewhere"],
    [C12, "fails with constants 1", "holds in part at chosen sizes, fails for small n"],
  ]);
  expect(evidence.find(({ check }) => check === "feature, at most")?.verdict).toBe("holds");
});

it("a hundredfold growth of the noise, with the same exponents, is the reading's verdict; filed with the exponent of eta it was not", async () => {
  const mutant = adamwLargeStage1({ growth: 100 });
  const verdict = await checked(mutant, { only: [...EXPONENTS, SIZE] });
  expect(byCheck(verdict)).toEqual({
    ...Object.fromEntries(EXPONENTS.map((name) => [name, "holds"])),
    [SIZE]: "fails with constants 1",
  });
  expect(verdict).toMatchObject({
    verdict: "fails with constants 1",
    wherever: { share: { agree: 0 } },
    chosen: { verdict: "holds in part", reason: expect.stringContaining("not looked at there: noise up to T0: size") },
  });
  const filed = verdict.evidence.map((one) => (one.check === SIZE ? { ...one, part: "noise: exponent of eta" } : one));
  expect(verdictOf(mutant, filed).verdict).toBe("holds in part");
});
