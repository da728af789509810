import { describe, expect, it } from "vitest";
import { c22SignalFirst } from "../../../proofs-check/claims/c22SignalFirst.ts";
import { checked } from "../../helpers/checked.ts";

describe("c22-signal-first", () => {
  it("holds at chosen sizes", async () => {
    const { verdict } = await checked(c22SignalFirst(), { cases: 8, only: ["noise at T1", "noise over sigma0"] });
    expect(verdict).toBe("holds");
  });

  it.each([
    ["a noise that must shrink", { times: 0.5 }, "noise at T1"],
    ["the noise on the winning side", { ratio: 0.1 }, "noise at T1"],
  ])("with %s fails", async (_, numbers, name) => {
    expect((await checked(c22SignalFirst(numbers), { cases: 8, only: [name] })).verdict).toBe("fails with constants 1");
  });
});
