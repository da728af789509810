import { describe, expect, it } from "vitest";
import { gdGeneralizes } from "../../../proofs-check/claims/gdGeneralizes.ts";
import { checked } from "../../helpers/checked.ts";

describe("gd-generalizes", () => {
  it("holds: from one start GD generalizes and full-batch Adam does not", async () => {
    const { verdict, grade, evidence } = await checked(gdGeneralizes());
    expect([verdict, grade]).toEqual(["holds", "measured"]);
    for (const { figures } of evidence.slice(0, 2)) expect(figures).toMatchObject({ hits: 6, seeds: 6 });
  });

  it("agrees from most starts wherever the hypotheses hold", async () => {
    const { wherever } = await checked(gdGeneralizes(), { cases: 16, only: ["both, wherever"] });
    expect(wherever?.share?.low).toBeGreaterThan(0.5);
  });

  it("with the test errors exchanged fails everywhere", async () => {
    const { wherever } = await checked(gdGeneralizes({ adam: [0, 0.05] }), { only: ["both, wherever"] });
    expect(wherever).toMatchObject({ verdict: "fails with constants 1", share: { agree: 0, of: 6 } });
  });

  it.each([
    ["the test errors exchanged, GD", { gd: [0.5, 1] as const }, "GD"],
    ["the test errors exchanged, Adam", { adam: [0, 0.05] as const }, "Adam"],
    ["a decay beyond its hypothesis", { weightDecay: 1 }, "GD"],
  ])("with %s fails", async (_, numbers, name) => {
    expect((await checked(gdGeneralizes(numbers), { only: [name] })).verdict).toBe("fails with constants 1");
  });
});
