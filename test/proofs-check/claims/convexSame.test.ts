import { describe, expect, it, vi } from "vitest";
import { convexSame } from "../../../proofs-check/claims/convexSame.ts";
import { adam } from "../../../src/optimizers/adam.ts";
import { adamw } from "../../../src/optimizers/adamw.ts";
import { checked } from "../../helpers/checked.ts";

describe("convex-same", () => {
  it("holds: one solution with decay, two margins without", async () => {
    const { verdict, grade, evidence } = await checked(convexSame());
    expect([verdict, grade]).toEqual(["holds", "measured"]);
    expect(evidence.map((one) => one.verdict)).toEqual(["holds", "holds", "holds", "holds"]);
  });

  it.each([
    ["the CNN in place of the convex model", { network: "cnn" as const }, "convex"],
    ["no decay", { weightDecay: 0 }, "with decay"],
    ["a distance that rounding exceeds", { close: 1e-17 }, "with decay"],
    ["solutions that are nearly perpendicular", { apart: 0.1 }, "without decay"],
  ])("with %s is contradicted", async (_, numbers, name) => {
    expect((await checked(convexSame(numbers), { only: [name] })).verdict).toBe("contradicted");
  });

  it("catches Adam whose decay is decoupled, and one without decay", async () => {
    vi.spyOn(adam, "update").mockImplementation(adamw.update);
    expect((await checked(convexSame(), { only: ["rest"] })).verdict).toBe("contradicted");
    const { update } = adamw;
    vi.spyOn(adam, "update").mockImplementation((hyper, ...rest) => update({ ...hyper, weightDecay: 0 }, ...rest));
    expect((await checked(convexSame(), { only: ["rest"] })).verdict).toBe("contradicted");
  });
});
