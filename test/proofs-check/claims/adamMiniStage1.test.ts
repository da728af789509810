import { expect, test } from "vitest";
import type { Check } from "../../../proofs-check/claim.ts";
import { adamMiniStage1 } from "../../../proofs-check/claims/adamMiniStage1.ts";
import { firstStage, HORIZONS, type Horizon } from "../../../proofs-check/support/adam/adamMiniStart.ts";
import { checked, checkNamed } from "../../helpers/checked.ts";
import { claimOf } from "../../helpers/claims.ts";

const READINGS = HORIZONS.map(({ reading }) => reading);

test("5.2 and C.4 to C.6 are asked of Adam's moments, B.2 of signs; each holds at the sizes chosen", async () => {
  const checks = [...READINGS.flatMap((reading) => [`feature-grows, ${reading}`, `initial-scale, ${reading}`])];
  const claim = adamMiniStage1();
  expect(
    READINGS.map((reading) => [reading.slice(0, 3), checkNamed(claim, `initial-scale, ${reading}`).levels?.[0]]),
  ).toEqual([
    ["5.2", 1],
    ["B.2", 2],
    ["C.4", 1],
  ]);
  const { readings } = await checked(claim, { only: checks });
  expect(readings?.map(({ reading, verdict }) => [reading, verdict])).toEqual(
    READINGS.map((reading) => [reading, "holds"]),
  );
});

test.each([
  ["feature-eta", { eta: 0.5 }],
  ["feature-sigmaP", { sigmaP: 1 }],
  ["feature-sigma0", { sigma0: 1 }],
] as const)("%s contradicts %o", async (name, mutation) => {
  expect((await checked(adamMiniStage1(mutation), { only: [name] })).verdict).toBe("contradicted");
});

test.each(
  READINGS.flatMap((reading) => [
    [`feature-grows, ${reading}`, { least: 4 }] as const,
    [`initial-scale, ${reading}`, { initial: 0.5 }] as const,
  ]),
)("%s fails with %o", async (name, mutation) => {
  expect((await checked(adamMiniStage1(mutation), { only: [name] })).verdict).toBe("fails with constants 1");
});

test("size-of-a-step holds, and fails for a noise below 0", async () => {
  for (const [steps, verdict] of [
    [1, "holds"],
    [-1, "fails with constants 1"],
  ] as const) {
    expect((await checked(adamMiniStage1({ steps }), { only: ["size-of-a-step"] })).verdict).toBe(verdict);
  }
});

test("a first stage of 12/eta is too long: the feature has come to rest, which 5.2's T0 alone does not show", async () => {
  const [early, , late] = HORIZONS as [Horizon, Horizon, Horizon];
  const grows = async (horizon: Horizon) => {
    const [feature] = firstStage(horizon, { least: 1, initial: 1 });
    return (await checked(claimOf([feature as Check]))).verdict;
  };
  expect(await grows(early)).toBe("holds");
  // 12/log n = 3.3 is needed; it rests at 2.3 (docs/notes/levels.md).
  expect(await grows({ ...late, steps: (lengths) => 12 * late.steps(lengths) })).toBe("fails with constants 1");
});
