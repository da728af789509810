import { Worker } from "node:worker_threads";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
// The compiled files: worker threads load JavaScript.
import { twoThreads } from "../../../dist/src/sim/engines/twoThreads.js";
import { wasm } from "../../../dist/src/sim/engines/wasm.js";
import { simulate, simulation } from "../../../dist/src/sim/simulate.js";
import { drawStart } from "../../../src/data/start.ts";
import { CONVENTIONS } from "../../../src/optimizers/optimizer.ts";
import { OPTIMIZERS } from "../../../src/optimizers/registry.ts";
import { networkOf } from "../../../src/setting/network.ts";
import { PRESETS } from "../../../src/setting/presets.ts";
import type { Setting } from "../../../src/setting/setting.ts";
import { type Batches, cutIntoBatches, joinBatches } from "../../../src/sim/batches.ts";
import type { Problem, Training } from "../../../src/sim/engine.ts";
import { parseRun } from "../../../src/sim/run.ts";
import { mustTrainAlike } from "../../helpers/sameTraining.ts";
import { cases, widerCases } from "./arbitrary.ts";
import { adam, problemOf, tiny } from "./problems.ts";

const under: Training[] = [];

function start(problem: Problem): Training {
  const training = twoThreads.start(problem);
  under.push(training);
  return training;
}

afterEach(() => {
  for (const training of under.splice(0)) training.end?.();
});

const expectEqual = (problem: Problem, legs: readonly Batches[]) => mustTrainAlike(wasm, twoThreads, problem, legs);

describe("two threads", () => {
  it("are byte-identical to one on any small problem", () => {
    fc.assert(
      fc.property(cases, ({ problem, legs }) => expectEqual(problem, legs)),
      { numRuns: 40 },
    );
  });

  it("are byte-identical to one on any small problem beyond the papers'", () => {
    fc.assert(
      fc.property(widerCases, ({ problem, legs }) => expectEqual(problem, legs)),
      { numRuns: 60 },
    );
  });

  const sizes = [
    ["linear", 1],
    ["cnn", 1],
    ["cnn", 5],
    ["cnn", 10],
  ] as const;
  const all = OPTIMIZERS.flatMap(({ name }) => CONVENTIONS.map((convention) => [name, convention] as const));

  it.each(all)("are byte-identical to one: %s, %s", (name, convention) => {
    for (const [kind, m] of sizes) {
      const setting = { ...tiny, n: 10, d: 31, s: 7, m, sigma0: 0.1 };
      const network = networkOf(kind, setting);
      const optimizer = { ...adam, name, convention, weightDecay: 1e-3 };
      const order = Int32Array.from({ length: 200 }, (_, k) => (k * 3) % 10);
      // Batches of 1, then larger ones: the second leg finds its room too small.
      expectEqual({ network, optimizer, ...drawStart(setting, network, 1) }, [
        cutIntoBatches(order.subarray(0, 5), 1),
        cutIntoBatches(order, 3),
        cutIntoBatches(order, 1),
      ]);
    }
  });

  it.each(["sgd", "adam", "adamw", "signsgdw"])(
    "are byte-identical to one where the learning rate changes: %s",
    (name) => {
      const problem = {
        ...problemOf(tiny, { ...adam, name, weightDecay: 0.1 }),
        rate: (step: number) => (step < 4 ? step / 4 : 1 / step),
      };
      const order = Int32Array.from({ length: 30 }, (_, k) => (k * 5) % 6);
      const legs = [cutIntoBatches(order.subarray(0, 6), 2), cutIntoBatches(order, 4)];
      expectEqual(problem, legs);
      const constant = start(problemOf(tiny, { ...adam, name, weightDecay: 0.1 }));
      const changing = start(problem);
      for (const training of [constant, changing]) training.run(legs[0] as Batches);
      expect(changing.weights).not.toEqual(constant.weights);
      // It is two threads that train: the other one ends with the training.
      expect(changing.end).toBeTypeOf("function");
    },
  );

  it("are byte-identical to one where labels change, too", () => {
    const setting = { ...tiny, flip: 0.3, flipEvery: "step" as const };
    const keys = { setting, optimizer: adam, batchSize: 2, epochs: 6, testSize: 5, lrSchedule: "cosine", warmup: 2 };
    const run = parseRun(keys);
    expect(simulate(run, { engine: twoThreads, saveWeights: true })).toEqual(
      simulate(run, { engine: wasm, saveWeights: true }),
    );
  });

  it("are byte-identical to one at the paper's sizes", () => {
    const problem = problemOf(PRESETS.paper?.setting as Setting, adam);
    const order = Int32Array.from({ length: 200 }, (_, k) => (k * 7) % 200);
    expectEqual(problem, [cutIntoBatches(order, 2), cutIntoBatches(order, 100)]);
  });

  it.each(["sgd", "signsgd", "adamw"])("meet divergence at the same step: %s", (name) => {
    const problem = problemOf(tiny, { ...adam, name, lr: 1e200, weightDecay: 0.5 });
    const leg = joinBatches(Array.from({ length: 20 }, (_, k) => [k % 6, (k + 1) % 6]));
    const training = start(problem);
    expect(training.run(leg)).toBe(false);
    expect(training.step).toBeLessThan(20);
    expectEqual(problem, [leg, leg, leg]);
  });

  it("keep trainings apart, and do not touch their input", () => {
    const problem = problemOf(tiny, adam);
    const before = problem.weights.slice();
    const [a, b] = [start(problem), start(problem)];
    a.run(joinBatches([[0, 1]]));
    expect([a.step, b.step]).toEqual([1, 0]);
    expect(b.weights).toEqual(before);
    expect(problem.weights).toEqual(before);
    expect(a.weights).not.toEqual(before);
  });

  it("go on after a pause in which the worker fell asleep", async () => {
    const training = start(problemOf(tiny, adam));
    for (let leg = 0; leg < 3; leg++) {
      training.run(joinBatches([[0], [1]]));
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(training.step).toBe(6);
  });
});

describe("a run in two threads", () => {
  const run = parseRun({ preset: "tiny", optimizer: adam, batchSize: 2, epochs: 3, testSize: 5 });
  const spy = () => vi.spyOn(Worker.prototype, "terminate");
  /** How many workers have been ended, once they have. */
  const ended = async (terminate: ReturnType<typeof spy>) =>
    (await Promise.all(terminate.mock.results.map(({ value }) => value))).length;

  it("gives the result of one, and ends its worker", async () => {
    const terminate = spy();
    expect(simulate(run, { engine: twoThreads, saveWeights: true })).toEqual(
      simulate(run, { engine: wasm, saveWeights: true }),
    );
    expect(await ended(terminate)).toBe(1);
  });

  it("ends its worker also where it is stopped, or fails", async () => {
    const terminate = spy();
    const legs = simulation(run, { engine: twoThreads });
    legs.next();
    legs.next(true);
    const onRecord = () => {
      throw new Error("full disk");
    };
    expect(() => simulate(run, { engine: twoThreads, onRecord })).toThrow("full disk");
    expect(await ended(terminate)).toBe(2);
  });
});
