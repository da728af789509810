import { describe, expect, it } from "vitest";
import { c19Eps } from "../../../proofs-check/claims/c19Eps.ts";
import { checked } from "../../helpers/checked.ts";

describe("c19-eps", () => {
  it("holds at the sizes that were chosen", async () => {
    expect((await checked(c19Eps(), { cases: 6 })).verdict).toBe("holds");
  });

  it.each([
    ["the square of max |g|/eps", { power: 2 }, "step"],
    ["the square of it over a training", { power: 2 }, "trajectory"],
    ["eps = 0", { eps: 0 }, "same test error"],
  ] as const)("with %s fails", async (_, numbers, name) => {
    expect((await checked(c19Eps(numbers), { cases: 6, only: [name] })).verdict).toBe("contradicted");
  });
});
