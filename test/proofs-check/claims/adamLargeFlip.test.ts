import { expect, test } from "vitest";
import { adamLargeFlip } from "../../../proofs-check/claims/adamLargeFlip.ts";
import { checked, findingOf } from "../../helpers/checked.ts";

test("holds of the neurons that memorize most, not of every neuron", async () => {
  const verdict = await checked(adamLargeFlip());
  expect(verdict.says).toBe("holds at chosen sizes in 1 of 2 readings");
  expect(findingOf(verdict, "leading-neurons")?.verdict).toBe("holds");
  expect(findingOf(verdict, "every-neuron")?.verdict).toBe("fails with constants 1");
});

test("a feature that rises where it is outweighed, or ends positive, is not there", async () => {
  expect((await checked(adamLargeFlip({ direction: 1 }), { only: ["reversal"] })).verdict).toBe(
    "fails with constants 1",
  );
  expect((await checked(adamLargeFlip({ sign: 1 }), { only: ["leading-neurons"] })).verdict).toBe(
    "fails with constants 1",
  );
});
