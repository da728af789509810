import { expect, it } from "vitest";
import { adamwLargeStage1 } from "../../../proofs-check/claims/adamwLargeStage1.ts";
import { ADAMW_HORIZONS } from "../../../proofs-check/support/adamwHorizon.ts";
import { checked, found } from "../../helpers/checked.ts";

const [B6, C12] = ADAMW_HORIZONS.map(({ reading }) => reading) as [string, string];

it("holds up to C.12's T0, where the sizes are chosen; B.6's T0 is too long", async () => {
  const { readings, evidence } = await checked(adamwLargeStage1());
  expect(readings?.map(({ reading, verdict }) => [reading, verdict])).toEqual([
    [B6, "contradicted"],
    [C12, "holds in part"],
  ]);
  expect(evidence.find(({ check }) => check === "feature, at most")?.verdict).toBe("holds");
});

it("a hundredfold growth of the noise is not there", async () => {
  expect(await found(adamwLargeStage1({ growth: 100 }), `noise up to T0, ${C12}`)).toBe("fails with constants 1");
});
