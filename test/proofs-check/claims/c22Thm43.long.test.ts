import { describe, expect, it } from "vitest";
import { c22Thm43 } from "../../../proofs-check/claims/c22Thm43.ts";
import { checked } from "../../helpers/checked.ts";

describe("c22-thm-4.3", () => {
  it("holds at chosen sizes", async () => {
    const { verdict } = await checked(c22Thm43(), { cases: 6, only: ["n SNR^3 = 10"] });
    expect(verdict).toBe("holds");
  });

  it.each([
    ["the noise on the winning side", { ratio: 0.1 }, "n SNR^3 = 0.1"],
    ["a test loss far below the training loss", { factor: 1e-3 }, "n SNR^3 = 10"],
  ])("with %s fails", async (_, numbers, name) => {
    expect((await checked(c22Thm43(numbers), { cases: 6, only: [name] })).verdict).toBe("fails with constants 1");
  });
});
