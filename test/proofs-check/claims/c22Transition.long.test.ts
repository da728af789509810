import { describe, expect, it } from "vitest";
import { c22Transition } from "../../../proofs-check/claims/c22Transition.ts";
import { checked } from "../../helpers/checked.ts";

describe("c22-transition", () => {
  // Whether so few seeds decide is a matter of the seeds; that they do not speak against it is not.
  it("is not contradicted over n and over d", async () => {
    const { verdict } = await checked(c22Transition(), { cases: 6, only: ["over n", "over d"] });
    expect(verdict).not.toBe("contradicted");
  });

  it.each([
    ["the exponent of [K23] over n", { overN: -1 / 4 + 0.5 }, "over n"],
    ["the exponent of [K23] over d", { overD: 1 / 4 }, "over d"],
  ])("with %s fails", async (_, numbers, name) => {
    expect((await checked(c22Transition(numbers), { cases: 6, only: [name] })).verdict).toBe("contradicted");
  });
});
