import { describe, expect, it } from "vitest";
import { shngs18L2 } from "../../../proofs-check/claims/shngs18L2.ts";
import { checked } from "../../helpers/checked.ts";

describe("shngs18-l2", () => {
  it("holds at the sizes that were chosen", async () => {
    expect((await checked(shngs18L2(), { cases: 10 })).verdict).toBe("holds");
  });

  it.each([
    ["signs in the place of gradients", { optimizer: "signsgd" }, "direction"],
    ["the l_inf margin", { norm: "linf" }, "direction"],
    ["a rest that does not shrink", { slow: false }, "rate"],
  ] as const)("with %s fails", async (_, numbers, name) => {
    expect((await checked(shngs18L2(numbers), { cases: 10, only: [name] })).verdict).toBe("contradicted");
  });
});
