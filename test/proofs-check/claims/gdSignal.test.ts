import { describe, expect, it, vi } from "vitest";
import { gdSignal } from "../../../proofs-check/claims/gdSignal.ts";
import { sgd } from "../../../src/optimizers/sgd.ts";
import { checked } from "../../helpers/checked.ts";
import { inReference } from "../../helpers/inReference.ts";

const STEP = { only: ["one step"] };

describe("gd-signal", () => {
  it("holds in growth and in time; with constants 1 the hypotheses do not suffice", async () => {
    const { verdict, grade, evidence } = await checked(gdSignal());
    expect([verdict, grade]).toEqual(["holds in part", "measured"]);
    expect(Object.fromEntries(evidence.map((one) => [one.check, one.verdict]))).toEqual({
      "one step": "holds",
      "one step, explicit": "holds",
      "certified, GD": "holds",
      "until learnt": "holds",
      "constants 1": "fails with constants 1",
      "steps over eta": "holds",
      "steps over sigma0, q = 3": "holds",
      "steps over sigma0, q = 4": "holds",
    });
    // The falsifier's food: a run file in which the start's decay and feature noise take more than half of the pull.
    expect(evidence.find(({ check }) => check === "constants 1")?.counterexample?.run).toMatchObject({
      optimizer: { name: "sgd" },
      epochs: 3,
    });
  });

  it("holds for the network with all its weights, one step at a time", async () => {
    expect((await checked(gdSignal(), { ...STEP, level: 0 })).verdict).toBe("holds");
  });

  it.each([
    ["twice the constant", { pull: 2 }, "one step"],
    ["half the constant", { pull: 0.5 }, "one step"],
    ["a flipped sign", { pull: -1 }, "one step"],
    ["a growth twice as fast", { share: 1 }, "until learnt"],
    ["another exponent of eta", { etaExponent: -2 }, "steps over eta"],
    [
      "the exponent of sigma0 exchanged with that of another q",
      { sigma0Exponent: (q: number) => 1 - q },
      "steps over sigma0, q = 3",
    ],
    ["an exponent of sigma0 that forgets q", { sigma0Exponent: () => -1 }, "steps over sigma0, q = 4"],
  ])("with %s is contradicted", async (_, numbers, name) => {
    const { verdict, evidence } = await checked(gdSignal(numbers), { only: [name] });
    expect(verdict).toBe("contradicted");
    if (name === "one step") expect(evidence[0]?.counterexample?.violation).toMatch(/^class [+-]1: L goes from .* to /);
  });

  it("catches GD without decay, and a slope sigma' without its factor q", async () => {
    const { update } = sgd;
    vi.spyOn(sgd, "update").mockImplementation((hyper, ...rest) => update({ ...hyper, weightDecay: 0 }, ...rest));
    expect((await inReference(() => checked(gdSignal(), STEP))).verdict).toBe("contradicted");
    vi.spyOn(sgd, "update").mockImplementation((hyper, at, gradient, into) =>
      update(
        hyper,
        at,
        gradient.map((g) => g / 3),
        into,
      ),
    );
    expect((await inReference(() => checked(gdSignal(), STEP))).verdict).toBe("contradicted");
  });
});
