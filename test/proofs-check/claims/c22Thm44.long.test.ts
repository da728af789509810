import { describe, expect, it } from "vitest";
import { c22Thm44 } from "../../../proofs-check/claims/c22Thm44.ts";
import { checked } from "../../helpers/checked.ts";

describe("c22-thm-4.4", () => {
  it("holds at chosen sizes", async () => {
    const { verdict } = await checked(c22Thm44(), { cases: 6, only: ["n SNR^3 = 0.1"] });
    expect(verdict).toBe("holds");
  });

  it.each([
    ["the signal on the winning side", { ratio: 10 }, "n SNR^3 = 10"],
    ["a test loss above that of a coin", { least: 1 }, "n SNR^3 = 0.1"],
  ])("with %s fails", async (_, numbers, name) => {
    expect((await checked(c22Thm44(numbers), { cases: 6, only: [name] })).verdict).toBe("fails with constants 1");
  });
});
