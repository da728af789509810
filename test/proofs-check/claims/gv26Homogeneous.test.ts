import { describe, expect, it } from "vitest";
import { gv26Homogeneous } from "../../../proofs-check/claims/gv26Homogeneous.ts";
import { checked } from "../../helpers/checked.ts";

describe("gv26-homogeneous", () => {
  it("holds at the sizes that were chosen", async () => {
    expect((await checked(gv26Homogeneous(), { cases: 6 })).verdict).toBe("holds");
  });

  it.each([
    ["the l2 margin", { norm: "l2" }, "Adam"],
    [
      "gradient descent in the place of Adam",
      { training: { optimizer: { name: "sgd", lr: 0.5, weightDecay: 0 }, lrSchedule: "constant" } },
      "Adam",
    ],
  ] as const)("with %s fails", async (_, numbers, name) => {
    expect((await checked(gv26Homogeneous(numbers), { cases: 6, only: [name] })).verdict).toBe("contradicted");
  });
});
