import { execFile } from "node:child_process";
import { promisify } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OPTIMIZERS } from "../../../src/optimizers/registry.ts";
import { PRESETS } from "../../../src/setting/presets.ts";
import type { Setting } from "../../../src/setting/setting.ts";
import { type Batches, cutIntoBatches, joinBatches } from "../../../src/sim/batches.ts";
import type { Problem } from "../../../src/sim/engine.ts";
import { reference } from "../../../src/sim/engines/reference.ts";
import { ENGINES } from "../../../src/sim/engines/registry.ts";
import { kernelKnows } from "../../../src/sim/engines/setup.ts";
import { wasm } from "../../../src/sim/engines/wasm.ts";
import { mustJudgeAlike, mustTrainAlike } from "../../helpers/sameTraining.ts";
import { cases } from "./arbitrary.ts";
import { adam, problemOf, tiny } from "./problems.ts";

const expectEqual = (problem: Problem, legs: readonly Batches[]) => mustTrainAlike(reference, wasm, problem, legs);

describe("wasm engine", () => {
  it("is the default, and has a kernel for every optimizer", () => {
    expect(ENGINES[0]).toBe(wasm);
    expect(OPTIMIZERS.every(({ name }) => kernelKnows(name))).toBe(true);
  });

  it("is byte-identical to the reference engine on any small problem", () => {
    fc.assert(
      fc.property(cases, ({ problem, legs }) => expectEqual(problem, legs)),
      { numRuns: 1500 },
    );
  });

  it("judges examples byte-identically, and again at other weights", () => {
    fc.assert(
      fc.property(cases, ({ problem }) => {
        mustJudgeAlike(reference, wasm, problem, problem.weights.length / (2 * problem.network.neurons));
      }),
      { numRuns: 300 },
    );
  });

  it.each(OPTIMIZERS.map(({ name }) => name))("is byte-identical over 1000 steps of %s", (name) => {
    for (const m of [5, 13]) {
      const setting = { ...tiny, n: 10, d: 41, s: 7, m, sigma0: 0.1 };
      const problem = problemOf(setting, { ...adam, name, weightDecay: 1e-3 });
      const order = (leg: number) => Int32Array.from({ length: 10 }, (_, k) => (k * 3 + leg) % 10);
      // Batches of 3, 3, 3 and 1: four steps a leg.
      expectEqual(
        problem,
        Array.from({ length: 250 }, (_, leg) => cutIntoBatches(order(leg), 3)),
      );
    }
  });

  it("is byte-identical at the paper's sizes", () => {
    const problem = problemOf(PRESETS.paper?.setting as Setting, adam);
    const order = Int32Array.from({ length: 200 }, (_, k) => (k * 7) % 200);
    expectEqual(problem, [cutIntoBatches(order, 2), cutIntoBatches(order, 100)]);
  });

  it.each(["sgd", "signsgd", "adamw"])("meets divergence at the same step: %s", (name) => {
    const problem = problemOf(tiny, { ...adam, name, lr: 1e200, weightDecay: 0.5 });
    const leg = joinBatches(Array.from({ length: 20 }, (_, k) => [k % 6, (k + 1) % 6]));
    const training = wasm.start(problem);
    expect(training.run(leg)).toBe(false);
    expect(training.step).toBeLessThan(20);
    expectEqual(problem, [leg, leg, leg]);
  });

  it("keeps trainings apart and does not touch its input", () => {
    const problem = problemOf(tiny, adam);
    const before = problem.weights.slice();
    const [a, b] = [wasm.start(problem), wasm.start(problem)];
    a.run(joinBatches([[0, 1]]));
    expect([a.step, b.step]).toEqual([1, 0]);
    expect(b.weights).toEqual(before);
    expect(problem.weights).toEqual(before);
    expect(a.weights).not.toEqual(before);
  });

  it("takes legs longer than any before", () => {
    const problem = problemOf(tiny, adam);
    const leg = (length: number) => joinBatches(Array.from({ length }, (_, k) => [k % 6]));
    expectEqual(problem, [leg(1), leg(50_000), leg(3), leg(60_000)]);
  });

  it("is compiled from the kernel's source", async () => {
    await promisify(execFile)(process.execPath, ["scripts/buildKernel.mjs", "--check"]);
  }, 60_000);
});
