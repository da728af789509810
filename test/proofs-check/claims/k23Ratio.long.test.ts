import { describe, expect, it } from "vitest";
import { k23Ratio } from "../../../proofs-check/claims/k23Ratio.ts";
import { checked } from "../../helpers/checked.ts";

describe("k23-ratio", () => {
  it("holds over mu", async () => {
    const { verdict } = await checked(k23Ratio(), { cases: 16, only: ["over mu"] });
    expect(verdict).toBe("holds");
  });

  it.each([
    ["the exponent of the signal itself", { overMu: 1 }, "over mu"],
    ["no dependence on d", { overD: 0 }, "over d"],
  ])("with %s fails", async (_, numbers, name) => {
    expect((await checked(k23Ratio(numbers), { cases: 16, only: [name] })).verdict).toBe("contradicted");
  });
});
