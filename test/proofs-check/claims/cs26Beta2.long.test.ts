import { describe, expect, it } from "vitest";
import { cs26Beta2 } from "../../../proofs-check/claims/cs26Beta2.ts";
import { byCheck, checked } from "../../helpers/checked.ts";

describe("cs26-beta2", () => {
  it("holds of the default at small batches; at the full batch and much noise a larger beta2 helps, too", async () => {
    const only = ["n/b = 1, s = 256", "n/b = 32", "n/b = 32, less of a change"];
    expect(byCheck(await checked(cs26Beta2(), { only }))).toEqual({
      "n/b = 1, s = 256": "contradicted",
      "n/b = 32": "holds",
      "n/b = 32, less of a change": "contradicted",
    });
  });

  it("with the two beta2 in each other's place is the opposite", async () => {
    const turned = cs26Beta2({ beta2: [0.999, 0.95] });
    expect((await checked(turned, { only: ["n/b = 32"] })).verdict).toBe("contradicted");
  });
});
