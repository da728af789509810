import { describe, expect, it } from "vitest";
import { xl24Box } from "../../../proofs-check/claims/xl24Box.ts";
import { checked } from "../../helpers/checked.ts";

describe("xl24-box", () => {
  it("holds at the sizes that were chosen", async () => {
    expect((await checked(xl24Box(), { cases: 8 })).verdict).toBe("holds");
  });

  it.each([
    ["a box half as large", { box: 0.5 }, "convex loss"],
    ["a box twice as large", { box: 2 }, "the papers' network"],
    ["signs that shrink no weight, Adam with its decay in the gradient", { optimizer: "adam" }, "convex loss"],
  ] as const)("with %s fails", async (_, numbers, name) => {
    expect((await checked(xl24Box(numbers), { cases: 8, only: [name] })).verdict).toBe("contradicted");
  });
});
