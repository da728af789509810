import { describe, expect, it } from "vitest";
import { c22NoiseFirst } from "../../../proofs-check/claims/c22NoiseFirst.ts";
import { checked } from "../../helpers/checked.ts";

describe("c22-noise-first", () => {
  it("holds at chosen sizes", async () => {
    const { verdict } = await checked(c22NoiseFirst(), { cases: 8, only: ["signal at T1", "signal over sigma0"] });
    expect(verdict).toBe("holds");
  });

  it.each([
    ["a signal that must shrink", { times: 0.5 }, "signal at T1"],
    ["the signal on the winning side", { ratio: 10 }, "signal at T1"],
  ])("with %s fails", async (_, numbers, name) => {
    expect((await checked(c22NoiseFirst(numbers), { cases: 8, only: [name] })).verdict).toBe("fails with constants 1");
  });
});
