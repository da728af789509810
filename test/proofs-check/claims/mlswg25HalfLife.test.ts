import { describe, expect, it } from "vitest";
import { mlswg25HalfLife } from "../../../proofs-check/claims/mlswg25HalfLife.ts";
import { checked } from "../../helpers/checked.ts";

describe("mlswg25-half-life", () => {
  it("is contradicted where batches of all sizes are to end alike, and holds of one", async () => {
    expect((await checked(mlswg25HalfLife({ batchSizes: [8, 64] }), { only: ["flat"] })).verdict).toBe("contradicted");
    expect((await checked(mlswg25HalfLife({ batchSizes: [64] }), { only: ["flat"] })).verdict).toBe("holds");
  });
});
