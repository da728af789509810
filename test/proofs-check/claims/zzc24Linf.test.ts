import { describe, expect, it } from "vitest";
import { zzc24Linf } from "../../../proofs-check/claims/zzc24Linf.ts";
import { checked } from "../../helpers/checked.ts";

describe("zzc24-linf", () => {
  it("holds at the sizes that were chosen", async () => {
    expect((await checked(zzc24Linf(), { cases: 8 })).verdict).toBe("holds");
  });

  it.each([
    ["gradient descent in the place of Adam", { optimizer: "sgd" }, "Adam"],
    ["the l2 margin for both", { norm: "l2" }, "Adam"],
  ] as const)("with %s fails", async (_, numbers, name) => {
    expect((await checked(zzc24Linf(numbers), { cases: 8, only: [name] })).verdict).toBe("contradicted");
  });
});
