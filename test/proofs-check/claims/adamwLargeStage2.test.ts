import { expect, it } from "vitest";
import { adamwLargeStage2 } from "../../../proofs-check/claims/adamwLargeStage2.ts";
import { byCheck, checked, found } from "../../helpers/checked.ts";

const every = (reading: string) => `every neuron after 2/(eta lambda) steps, ${reading}`;

it("what both readings say of every neuron is not so, which max_r alone did not show", async () => {
  expect(await found(adamwLargeStage2(), every("B.8, of signs"))).not.toBe("holds");
  expect(await found(adamwLargeStage2(), every("C.14, of AdamW"))).toBe("fails with constants 1");
  expect(await found(adamwLargeStage2({ every: [0, 0.5] }), every("C.14, of AdamW"))).toBe("holds");
});

it("the noise rests at the level derived, and between C.14's, which twice those levels are not", async () => {
  const names = ["level-printed", "level-derived"];
  expect(byCheck(await checked(adamwLargeStage2(), { only: names }))).toEqual({
    "level-printed": "holds",
    "level-derived": "holds",
  });
  // Theta~(1) with log n = 2.1 for its tilde had room for that.
  expect(await found(adamwLargeStage2({ level: 2 }), "level-printed")).toBe("fails with constants 1");
});
