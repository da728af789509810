import { describe, expect, it } from "vitest";
import { c22Decomposition } from "../../../proofs-check/claims/c22Decomposition.ts";
import { checked } from "../../helpers/checked.ts";

describe("c22-decomposition", () => {
  it("holds wherever it was looked at, and gives back the network's weights", async () => {
    const { verdict, grade } = await checked(c22Decomposition());
    expect([verdict, grade]).toEqual(["holds", "tested"]);
  });

  it("with the signal asked to fall is contradicted", async () => {
    expect((await checked(c22Decomposition({ turned: true }), { only: ["one way"] })).verdict).toBe("contradicted");
  });
});
