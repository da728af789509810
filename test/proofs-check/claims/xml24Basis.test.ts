import { describe, expect, it } from "vitest";
import { xml24Basis } from "../../../proofs-check/claims/xml24Basis.ts";
import { checked } from "../../helpers/checked.ts";

describe("xml24-basis", () => {
  it("is contradicted at the sizes that were chosen", async () => {
    expect((await checked(xml24Basis(), { cases: 6 })).verdict).toBe("contradicted");
  });

  it.each([["signs for gradient descent", { unaffected: { name: "signum", lr: 0.001 } }, "gradient descent"]] as const)(
    "with %s fails",
    async (_, numbers, name) => {
      expect((await checked(xml24Basis(numbers), { cases: 6, only: [name] })).verdict).toBe("contradicted");
    },
  );

  it("the other way round holds: here Adam is better in the rotated basis", async () => {
    expect((await checked(xml24Basis({ direction: -1 }), { cases: 6 })).verdict).toBe("holds");
  });
});
