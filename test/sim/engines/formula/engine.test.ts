import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
// The compiled files: worker threads load JavaScript.
import { defineOptimizer as defineCompiled } from "../../../../dist/src/optimizers/defineOptimizer.js";
import { twoThreads } from "../../../../dist/src/sim/engines/twoThreads.js";
import { PRESETS } from "../../../../src/setting/presets.ts";
import type { Setting } from "../../../../src/setting/setting.ts";
import { type Batches, cutIntoBatches } from "../../../../src/sim/batches.ts";
import type { Problem, Training } from "../../../../src/sim/engine.ts";
import { reference } from "../../../../src/sim/engines/reference.ts";
import { kernelKnows } from "../../../../src/sim/engines/setup.ts";
import { wasm } from "../../../../src/sim/engines/wasm.ts";
import { FORMULA_OPTIMIZERS, FORMULAS } from "../../../helpers/formulaOptimizers.ts";
import { lion } from "../../../helpers/ownOptimizers.ts";
import { cases } from "../arbitrary.ts";
import { adam, problemOf, tiny } from "../problems.ts";

for (const given of FORMULAS) defineCompiled(given);

const under: Training[] = [];
const inTwo = (problem: Problem): Training => {
  const training = twoThreads.start(problem);
  under.push(training);
  return training;
};
afterEach(() => {
  for (const training of under.splice(0)) training.end?.();
});

/** Trains by several engines and compares after every leg, bit for bit; also where a training diverges. */
function expectEqual(problem: Problem, legs: readonly Batches[], others: readonly ((problem: Problem) => Training)[]) {
  const expected = reference.start(problem);
  const actual = others.map((start) => start(problem));
  for (const leg of legs) {
    const finite = expected.run(leg);
    for (const training of actual) {
      if (training.run(leg) !== finite) throw new Error(`finite: expected ${finite}`);
      if (training.step !== expected.step) throw new Error(`step ${training.step}, expected ${expected.step}`);
      const differs = expected.weights.findIndex((w, k) => !Object.is(w, training.weights[k]));
      if (differs >= 0)
        throw new Error(`weight ${differs}: ${training.weights[differs]}, expected ${expected.weights[differs]}`);
    }
  }
  return actual;
}

const names = FORMULA_OPTIMIZERS.map(({ name }) => name);

describe("the wasm engine on formulas", () => {
  it("has a kernel for them, and none for functions", () => {
    expect(names.map(kernelKnows)).toEqual(names.map(() => true));
    expect(kernelKnows(lion.name)).toBe(false);
  });

  it.each(names)("is byte-identical to the plain engine over 1000 steps, in one thread and in two: %s", (name) => {
    for (const m of [5, 10]) {
      const problem = problemOf({ ...tiny, n: 10, d: 41, s: 7, m, sigma0: 0.1 }, { ...adam, name, weightDecay: 1e-3 });
      const order = (leg: number) => Int32Array.from({ length: 10 }, (_, k) => (k * 3 + leg) % 10);
      // Batches of 3, 3, 3 and 1: four steps a leg.
      const legs = Array.from({ length: 250 }, (_, leg) => cutIntoBatches(order(leg), 3));
      const [one] = expectEqual(problem, legs, [wasm.start, inTwo]);
      expect(one?.step).toBe(1000);
      // It learnt, and in the kernel: a view of a memory's pages, no array of its own.
      expect(one?.weights).not.toEqual(problem.weights);
      expect(one?.weights.buffer.byteLength).toBeGreaterThan(60_000);
    }
  });

  it("is byte-identical on any small problem", () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(...names), ({ problem, legs }, name) => {
        expectEqual({ ...problem, optimizer: { ...problem.optimizer, name } }, legs, [wasm.start]);
      }),
      { numRuns: 300 },
    );
  });

  it("is byte-identical in two threads on any small problem", () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(...names), ({ problem, legs }, name) => {
        const [training] = expectEqual({ ...problem, optimizer: { ...problem.optimizer, name } }, legs, [inTwo]);
        training?.end?.();
      }),
      { numRuns: 15 },
    );
  });

  it("is byte-identical at the paper's sizes", () => {
    const problem = problemOf(PRESETS.paper?.setting as Setting, { ...adam, name: "formula-amsgrad" });
    const order = Int32Array.from({ length: 200 }, (_, k) => (k * 7) % 200);
    expectEqual(problem, [cutIntoBatches(order.subarray(0, 40), 2), cutIntoBatches(order, 100)], [wasm.start]);
  });

  it("keeps trainings with other hyperparameters apart", () => {
    const at = (lr: number) => problemOf(tiny, { ...adam, name: "formula-signum", lr });
    const leg = cutIntoBatches(Int32Array.of(0, 1, 2, 3), 2);
    const [slow, fast] = [wasm.start(at(0.01)), wasm.start(at(0.1))];
    slow.run(leg);
    fast.run(leg);
    slow.run(leg);
    const alone = wasm.start(at(0.01));
    alone.run(leg);
    alone.run(leg);
    expect(slow.weights).toEqual(alone.weights);
    expect(fast.weights).not.toEqual(slow.weights);
  });
});
