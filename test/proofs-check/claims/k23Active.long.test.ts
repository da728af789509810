import { describe, expect, it } from "vitest";
import { k23Active } from "../../../proofs-check/claims/k23Active.ts";
import { checked } from "../../helpers/checked.ts";

describe("k23-active", () => {
  it("holds at chosen sizes", async () => {
    const { verdict } = await checked(k23Active(), { cases: 6, only: ["stay activated"] });
    expect(verdict).toBe("holds");
  });

  it.each([["neurons of the other class", { own: false }, "stay activated"]])(
    "with %s fails",
    async (_, numbers, name) => {
      expect((await checked(k23Active(numbers), { cases: 6, only: [name] })).verdict).toBe("fails with constants 1");
    },
  );
});
