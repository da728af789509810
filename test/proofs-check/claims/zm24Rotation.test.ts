import { describe, expect, it } from "vitest";
import { zm24Rotation } from "../../../proofs-check/claims/zm24Rotation.ts";
import { checked } from "../../helpers/checked.ts";

describe("zm24-rotation", () => {
  it("holds at the sizes that were chosen", async () => {
    expect((await checked(zm24Rotation(), { cases: 6 })).verdict).toBe("holds");
  });

  it.each([
    ["Signum among what is turned", { turned: ["sgd", "signum"] }, "gradient descent"],
    ["momentum for Adam", { other: "momentum" }, "Adam"],
  ] as const)("with %s fails", async (_, numbers, name) => {
    expect((await checked(zm24Rotation(numbers), { cases: 6, only: [name] })).verdict).toBe("contradicted");
  });
});
