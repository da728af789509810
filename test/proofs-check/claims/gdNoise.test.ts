import { describe, expect, it, vi } from "vitest";
import { gdNoise } from "../../../proofs-check/claims/gdNoise.ts";
import { sgd } from "../../../src/optimizers/sgd.ts";
import { checked } from "../../helpers/checked.ts";
import { inReference } from "../../helpers/inReference.ts";

describe("gd-noise", () => {
  it("holds for neurons of the example's own class, where the feature noise is counted; not for all neurons", async () => {
    const { verdict, grade, reason, evidence } = await checked(gdNoise());
    expect([verdict, grade]).toEqual(["holds in part", "tested"]);
    expect(reason).toMatch(/^own class, eta \(s sigmaP\^2\/n \+ alpha\^2\) holds at chosen sizes, agrees elsewhere: /);
    expect(reason).toContain(
      "neurons of either class contradicted at chosen sizes, agrees elsewhere: exponent of sigma0 -0",
    );
    const own = evidence.find(({ check }) => check === "size over sigma0, own");
    // Gamma is largest at the start, which is proportional to sigma0.
    expect(own).toMatchObject({ verdict: "holds", figures: { slope: 1 } });
  });

  it("holds for the network with all its weights, one step at a time", async () => {
    expect((await checked(gdNoise(), { only: ["one step"], level: 0 })).verdict).toBe("holds");
  });

  it.each([
    ["half the constant", { pull: 0.5 }, "one step"],
    ["a flipped sign", { pull: -1 }, "one step"],
    ["a bound below its start", { times: 0.99 }, "stays"],
    ["another exponent of sigma0", { exponent: 2 }, "size over sigma0, own"],
  ])("with %s is contradicted", async (_, numbers, name) => {
    expect((await checked(gdNoise(numbers), { only: [name] })).verdict).toBe("contradicted");
  });

  it("catches a slope sigma' that is q times too large", async () => {
    const { update } = sgd;
    vi.spyOn(sgd, "update").mockImplementation((hyper, at, gradient, into) =>
      update(
        hyper,
        at,
        gradient.map((g) => 3 * g),
        into,
      ),
    );
    expect((await inReference(() => checked(gdNoise(), { only: ["one step"] }))).verdict).toBe("contradicted");
  });
});
