import { describe, expect, it } from "vitest";
import { k23Balance } from "../../../proofs-check/claims/k23Balance.ts";
import { checked } from "../../helpers/checked.ts";

describe("k23-balance", () => {
  it("does not grow with the steps", async () => {
    const { verdict } = await checked(k23Balance(), { cases: 8, only: ["spread over steps"] });
    expect(verdict).toBe("holds");
  });

  it.each([["a quotient of at most 1.1", { most: 1.1 }, "quotient"]])("with %s fails", async (_, numbers, name) => {
    expect((await checked(k23Balance(numbers), { cases: 8, only: [name] })).verdict).toBe("fails with constants 1");
  });
});
