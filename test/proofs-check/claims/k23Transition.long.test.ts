import { describe, expect, it } from "vitest";
import { k23Transition } from "../../../proofs-check/claims/k23Transition.ts";
import { checked } from "../../helpers/checked.ts";

describe("k23-transition", () => {
  // Whether so few seeds decide is a matter of the seeds; that they do not speak against it is not.
  it("is not contradicted over d", async () => {
    const { verdict } = await checked(k23Transition(), { cases: 12, only: ["over d"] });
    expect(verdict).not.toBe("contradicted");
  });

  it.each([["the exponent of [C22]", { overD: 1 / 2 }, "over d"]])("with %s fails", async (_, numbers, name) => {
    expect((await checked(k23Transition(numbers), { cases: 12, only: [name] })).verdict).toBe("contradicted");
  });
});
