import { describe, expect, test, vi } from "vitest";
import { gradient } from "../../../proofs-check/claims/gradient.ts";
import { adam } from "../../../src/optimizers/adam.ts";
import { adamw } from "../../../src/optimizers/adamw.ts";
import { OPTIMIZERS } from "../../../src/optimizers/registry.ts";
import { signsgd } from "../../../src/optimizers/signsgd.ts";
import { signsgdw } from "../../../src/optimizers/signsgdw.ts";
import { activationOf } from "../../../src/sim/activations/registry.ts";
import { byCheck, checked, only } from "../../helpers/checked.ts";

describe("gradient", () => {
  test("is proved, and the network's agrees with automatic differentiation", async () => {
    const verdict = await checked(gradient(), { cases: 3 });
    expect(verdict).toMatchObject({ verdict: "holds", grade: "proved" });
    expect(verdict.evidence.every((one) => one.verdict === "holds")).toBe(true);
  });

  test.each([{ featureNoise: -1 }, { featureNoise: 2 }, { featureNoise: 0 }, { drop: 2 }])(
    "is contradicted with %o",
    async (mutant) => {
      const verdict = await checked(gradient(mutant), { cases: 4 });
      expect(verdict).toMatchObject({ verdict: "contradicted", grade: "proved" });
      expect(byCheck(verdict)).toMatchObject({ algebra: "contradicted", autodiff: "contradicted", coupling: "holds" });
    },
  );

  test.each([0, -1, 2])("is contradicted with a lambda term %d times as large", async (decay) => {
    const verdict = await checked(only(gradient({ decay }), "algebra", "coupling", "optimizers"));
    expect(verdict).toMatchObject({ verdict: "contradicted", grade: "proved" });
    expect(byCheck(verdict)).toMatchObject({ algebra: "holds", coupling: "contradicted", optimizers: "contradicted" });
  });

  test("catches a sigma' off by the factor q", async () => {
    const cube = activationOf({ name: "cnn", neurons: 1, q: 3 });
    const { derivative } = cube;
    vi.spyOn(cube, "derivative").mockImplementation((z) => derivative(z) / 3);
    const verdict = await checked(gradient(), { cases: 4 });
    expect(verdict).toMatchObject({ verdict: "contradicted", grade: "tested" });
    expect(byCheck(verdict)).toMatchObject({ autodiff: "contradicted", optimizers: "holds" });
  });

  test.each(OPTIMIZERS.map((optimizer) => [optimizer.name, optimizer] as const))(
    "catches %s without decay",
    async (_, optimizer) => {
      const { update } = optimizer;
      vi.spyOn(optimizer, "update").mockImplementation((hyper, ...rest) =>
        update({ ...hyper, weightDecay: 0 }, ...rest),
      );
      expect((await checked(only(gradient(), "optimizers"))).verdict).toBe("contradicted");
    },
  );

  test.each([
    ["adam", adam, adamw],
    ["adamw", adamw, adam],
    ["signsgd", signsgd, signsgdw],
    ["signsgdw", signsgdw, signsgd],
  ])("catches the decay of %s coupled for decoupled, or the other way round", async (_, optimizer, other) => {
    vi.spyOn(optimizer, "update").mockImplementation(other.update);
    expect((await checked(only(gradient(), "optimizers"))).verdict).toBe("contradicted");
  });
});
