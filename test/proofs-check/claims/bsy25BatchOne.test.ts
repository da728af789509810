import { describe, expect, it } from "vitest";
import { bsy25BatchOne } from "../../../proofs-check/claims/bsy25BatchOne.ts";
import { checked } from "../../helpers/checked.ts";

describe("bsy25-batch-one", () => {
  it("holds at the sizes that were chosen", async () => {
    expect((await checked(bsy25BatchOne(), { cases: 6 })).verdict).toBe("holds");
  });

  it.each([
    ["Signum in the place of Adam", { optimizer: "signum" }, "Adam of batch size 1"],
    ["the full batch", { batchSize: 4 }, "Adam of batch size 1"],
    ["the l_inf margin", { norm: "linf" }, "Adam of batch size 1"],
  ] as const)("with %s fails", async (_, numbers, name) => {
    expect((await checked(bsy25BatchOne(numbers), { cases: 6, only: [name] })).verdict).toBe("contradicted");
  });
});
