import { describe, expect, it } from "vitest";
import { mlswg25HalfLife } from "../../../proofs-check/claims/mlswg25HalfLife.ts";
import { byCheck, checked } from "../../helpers/checked.ts";

describe("mlswg25-half-life", () => {
  it("holds of small batches, which do better than with beta2 kept; batches of all sizes do not end alike", async () => {
    expect(byCheck(await checked(mlswg25HalfLife()))).toEqual({
      "small batches": "holds",
      "beta2 kept": "holds",
      flat: "contradicted",
    });
  });

  it.each([
    ["large batches in the place of small ones", { small: [64], large: 1 }, "small batches", "contradicted"],
    ["a rule that keeps beta2", { exponent: 0 }, "beta2 kept", "inconclusive"],
  ] as const)("with %s fails", async (_, numbers, name, verdict) => {
    expect((await checked(mlswg25HalfLife(numbers), { only: [name] })).verdict).toBe(verdict);
  });
});
