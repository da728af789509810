import { describe, expect, it } from "vitest";
import { k23Thm32 } from "../../../proofs-check/claims/k23Thm32.ts";
import { checked } from "../../helpers/checked.ts";

describe("k23-thm-3.2", () => {
  it("holds on both sides at chosen sizes", async () => {
    const { verdict } = await checked(k23Thm32(), {
      cases: 6,
      only: ["benign, n |mu|^4 = 20 sigmaP^4 d", "harmful, n |mu|^4 = 0.2 sigmaP^4 d"],
    });
    expect(verdict).toBe("holds");
  });

  it.each([
    ["benign where the noise wins", { benign: 0.2 }, "benign, n |mu|^4 = 0.2 sigmaP^4 d"],
    ["harmful where the signal wins", { harmful: 20 }, "harmful, n |mu|^4 = 20 sigmaP^4 d"],
  ])("with %s fails", async (_, numbers, name) => {
    expect((await checked(k23Thm32(numbers), { cases: 6, only: [name] })).verdict).toBe("fails with constants 1");
  });
});
