import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extraRowsOf } from "../../../src/data/extraRows.ts";
import { ACTIVATIONS } from "../../../src/setting/model.ts";
import { lanesIn, networkOf, PAPERS_MODEL } from "../../../src/setting/network.ts";
import { PRESETS } from "../../../src/setting/presets.ts";
import type { Setting } from "../../../src/setting/setting.ts";
import { cutIntoBatches, joinBatches } from "../../../src/sim/batches.ts";
import { reference } from "../../../src/sim/engines/reference.ts";
import { wasm } from "../../../src/sim/engines/wasm.ts";
import { kernelSees } from "../../../src/sim/engines/widerSetup.ts";
import { LOSSES } from "../../../src/sim/losses/registry.ts";
import { FORMULA_OPTIMIZERS } from "../../helpers/formulaOptimizers.ts";
import { mustJudgeAlike, mustTrainAlike } from "../../helpers/sameTraining.ts";
import { type Case, severalCases, widerCases } from "./arbitrary.ts";
import { adam, problemOf, tiny } from "./problems.ts";

const alike = ({ problem, legs }: Case) => mustTrainAlike(reference, wasm, problem, legs);

describe("the wasm engine beyond the papers' model", () => {
  it("has a pass for every activation, and leaves one that it has not to the plain engine", () => {
    const seen = (activation: string) =>
      kernelSees({ ...networkOf("cnn", tiny), model: { ...PAPERS_MODEL, activation: activation as "power" } });
    expect(ACTIVATIONS.map(seen)).toEqual(ACTIVATIONS.map(() => true));
    expect(["softplus", "constructor"].map(seen)).toEqual([false, false]);
    const classes = (K: number, m: number) => kernelSees(networkOf("cnn", { ...tiny, classes: K, m }));
    expect([classes(3, 2), classes(4, 1), classes(3, 1)]).toEqual([true, true, false]);
    expect(kernelSees(networkOf("linear", { ...tiny, patches: 3 }))).toBe(true);
  });

  it("is byte-identical to the plain engine on any small problem", () => {
    fc.assert(fc.property(widerCases, alike), { numRuns: 700 });
  });

  it("is byte-identical with several classes", () => {
    fc.assert(fc.property(severalCases, alike), { numRuns: 300 });
  });

  it("is so with optimizers by formulas", () => {
    const byFormula = fc
      .tuple(fc.oneof(widerCases, severalCases), fc.constantFrom(...FORMULA_OPTIMIZERS))
      .map(([{ problem, legs }, { name }]) => ({
        problem: { ...problem, optimizer: { ...problem.optimizer, name } },
        legs,
      }));
    fc.assert(fc.property(byFormula, alike), { numRuns: 150 });
  });

  it("judges examples byte-identically, and again at other weights", () => {
    fc.assert(
      fc.property(fc.oneof(widerCases, severalCases), ({ problem }) => {
        const { network, weights } = problem;
        const rows = weights.length / lanesIn(network);
        mustJudgeAlike(reference, wasm, problem, rows - (network.model ? extraRowsOf(network.model) : 0));
      }),
      { numRuns: 300 },
    );
  });

  it.each(LOSSES)("is byte-identical over 1000 steps of the papers' model with the loss %s", (loss) => {
    const problem = problemOf({ ...tiny, n: 10, d: 41, s: 7, m: 5, sigma0: 0.1 }, adam);
    // Batches of 3, 3, 3 and 1: four steps a leg.
    const legs = Array.from({ length: 250 }, (_, leg) =>
      cutIntoBatches(
        Int32Array.from({ length: 10 }, (__, k) => (k * 3 + leg) % 10),
        3,
      ),
    );
    alike({ problem: { ...problem, loss: { loss, labelSmoothing: 0.1 } }, legs });
    alike({ problem: { ...problem, loss: { loss } }, legs });
  });

  const kinks = ACTIVATIONS.flatMap((activation) => [1, 1.5, 2, 3].map((q) => [activation, q] as const));
  it.each(kinks)(
    "is byte-identical where an activation has a kink, and at the least numbers: %s, q = %d",
    (activation, q) => {
      for (const knee of [0.3, 0.7]) {
        // Without noise, pre-activations are weights of the first coordinate, and those of noise patches 0.
        const setting = { ...tiny, m: 4, q, sigma0: 0, sigmaP: 0, alpha: 0, activation, knee };
        // So large that slopes at subnormal numbers are seen.
        for (const lr of [1, 1e200]) {
          const problem = problemOf(setting, { ...adam, name: "sgd", lr });
          problem.weights.set([knee, -knee, 1e-310, 0, -1e-310, 0, -knee, -knee / 2]);
          alike({ problem, legs: [joinBatches([[0]]), joinBatches([[1]])] });
          mustJudgeAlike(reference, wasm, problem, setting.d);
        }
      }
    },
  );

  it("is byte-identical at the paper's sizes", () => {
    const wider = { patches: 3, featureSupport: 4, mu: 2, flip: 0.1, biases: true, secondLayer: "trained" } as const;
    const setting: Setting = { ...(PRESETS.paper?.setting as Setting), ...wider, q: 2.5, outputScale: "1/m" };
    const order = Int32Array.from({ length: 100 }, (_, k) => (k * 7) % 200);
    alike({ problem: problemOf(setting, adam), legs: [cutIntoBatches(order, 2), cutIntoBatches(order, 50)] });
  });

  it("takes a larger batch than any before", () => {
    const problem = problemOf({ ...tiny, patches: 4, flip: 0.3, secondLayer: "trained" }, adam);
    alike({ problem, legs: [joinBatches([[0], [1]]), joinBatches([[0, 1, 2, 3, 4, 5]]), joinBatches([[3]])] });
  });
});
