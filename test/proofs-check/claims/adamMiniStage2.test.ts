import { expect, test } from "vitest";
import { caseSeed } from "../../../proofs-check/checks/caseSeed.ts";
import { adamMiniStage2 } from "../../../proofs-check/claims/adamMiniStage2.ts";
import { MINI, polylog, runFor } from "../../../proofs-check/support/choices/adamChoices.ts";
import { largestResponse, sightOf } from "../../../proofs-check/support/evidence/sight.ts";
import { byCheck, checked } from "../../helpers/checked.ts";

const STEPS = "5.3, T0 of 5.2 in steps";
const B3 = "B.3, T0 of B.2 in epochs";

/** Signs: the cheaper level. */
const verdicts = async (numbers: Parameters<typeof adamMiniStage2>[0], ...only: string[]) =>
  byCheck(await checked(adamMiniStage2(numbers), { level: 2, only }));

test("at the sizes chosen the noise is as small as B.3 and as C.7 say, and the feature learnt", async () => {
  const names = ["feature-stays", `noise-stays, ${B3}`, "noise-stays, C.7", `noise-at-T0, ${B3}`, "noise-at-T0, C.7"];
  expect(new Set(Object.values(await verdicts({}, ...names)))).toEqual(new Set(["holds"]));
});

test("a tenth of either bound fails; of a bound with alpha on the own class alone it would not", async () => {
  const noise = [`noise-stays, ${B3}`, "noise-stays, C.7", `noise-at-T0, ${B3}`, "noise-at-T0, C.7"];
  expect(new Set(Object.values(await verdicts({ residue: 0.1 }, ...noise)))).toEqual(
    new Set(["fails with constants 1"]),
  );
  const input = runFor(MINI, 3, caseSeed(1, 0));
  const { lr } = input.optimizer;
  const { n, s, sigmaP, alpha } = input.setting;
  const old = 0.1 * polylog(n) * (lr * s * sigmaP + alpha);
  expect(largestResponse(sightOf(input, 2), "own class")).toBeLessThan(old);
});

test("the feature rests at the level derived, and at C.7's up to (2 m)^(1/q), which three times that level are not", async () => {
  expect(Object.values(await verdicts({}, "level-printed", "level-derived"))).toEqual(["holds", "holds"]);
  // Theta~(1) with log n = 3.7 for its tilde had room for that.
  expect(await verdicts({ level: 3 }, "level-printed")).toEqual({ "level-printed": "fails with constants 1" });
});

test("the feature is Theta~(1) from B.2's T0 on in epochs, from 5.2's in steps it is not", async () => {
  const [inSteps, inEpochs] = [`feature from T0, ${STEPS}`, `feature from T0, ${B3}`];
  expect(await verdicts({}, inSteps, inEpochs)).toEqual({ [inSteps]: "contradicted", [inEpochs]: "holds" });
  expect(await verdicts({ fromT0: -0.85 }, inSteps, inEpochs)).toEqual({
    [inSteps]: "holds",
    [inEpochs]: "contradicted",
  });
});
