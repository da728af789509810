import fc from "fast-check";
import { describe, expect, it } from "vitest";
// The compiled file: worker threads load JavaScript.
import { twoThreads } from "../../../dist/src/sim/engines/twoThreads.js";
import { defineOptimizer } from "../../../src/optimizers/defineOptimizer.ts";
import { cutIntoBatches } from "../../../src/sim/batches.ts";
import type { Engine } from "../../../src/sim/engine.ts";
import { reference } from "../../../src/sim/engines/reference.ts";
import { wasm } from "../../../src/sim/engines/wasm.ts";
import { amsgrad, lion } from "../../helpers/formulaOptimizers.ts";
import { lion as lionByFunction } from "../../helpers/ownOptimizers.ts";
import { mustBeSameState } from "../../helpers/sameState.ts";
import { type Case, cases, widerCases } from "./arbitrary.ts";
import { adam, problemOf, tiny } from "./problems.ts";

/** A training that is cut after some legs and goes on elsewhere ends in the state of one that is not; so does the one that was cut. */
function mustGoOn({ problem, legs }: Case, from: Engine, to: Engine, cut: number): void {
  const whole = wasm.start(problem);
  const begun = from.start(problem);
  const goesOn = to.start(problem);
  try {
    for (const leg of legs.slice(0, cut)) for (const training of [whole, begun]) training.run(leg);
    const state = begun.state();
    mustBeSameState(state, whole.state());
    goesOn.restore(state);
    mustBeSameState(goesOn.state(), state);
    for (const leg of legs.slice(cut)) {
      const finite = whole.run(leg);
      expect([begun.run(leg), goesOn.run(leg)]).toEqual([finite, finite]);
    }
    for (const training of [begun, goesOn]) mustBeSameState(training.state(), whole.state());
    // What was taken before is a copy.
    const again = to.start(problem);
    again.restore(state);
    mustBeSameState(again.state(), state);
    again.end?.();
  } finally {
    for (const training of [begun, goesOn]) training.end?.();
  }
}

const own = [amsgrad, lion].map((given) => defineOptimizer(given).name).concat(lionByFunction.name);
const some = fc.constantFrom<Engine>(wasm, reference);

describe("the state of a training", () => {
  it("is all that it goes on from, by either engine", () => {
    fc.assert(fc.property(cases, some, some, fc.nat(4), mustGoOn), { numRuns: 300 });
  });

  it("is all that it goes on from beyond the papers' model: biases and a second layer, too", () => {
    fc.assert(fc.property(widerCases, some, some, fc.nat(4), mustGoOn), { numRuns: 150 });
    fc.assert(
      fc.property(widerCases, fc.nat(4), (testCase, cut) => mustGoOn(testCase, twoThreads, twoThreads, cut)),
      { numRuns: 10 },
    );
  });

  it("is all that it goes on from, for optimizers of users' own", () => {
    const withOwn = fc.tuple(cases, fc.constantFrom(...own)).map(([{ problem, legs }, name]) => ({
      legs,
      problem: { ...problem, optimizer: { ...problem.optimizer, name, lr: 1e-3 } },
    }));
    fc.assert(fc.property(withOwn, some, some, fc.nat(4), mustGoOn), { numRuns: 100 });
  });

  it("goes from one thread to two, and back", () => {
    const any = fc.constantFrom<Engine>(wasm, twoThreads);
    fc.assert(
      fc.property(cases, any, fc.nat(4), (testCase, from, cut) => mustGoOn(testCase, from, twoThreads, cut)),
      {
        numRuns: 20,
      },
    );
    fc.assert(
      fc.property(cases, fc.nat(4), (testCase, cut) => mustGoOn(testCase, twoThreads, wasm, cut)),
      {
        numRuns: 10,
      },
    );
  });

  it("tells the second thread how many steps are behind it", () => {
    const leg = cutIntoBatches(Int32Array.of(0, 1, 2, 3, 4, 5), 2);
    mustGoOn({ problem: problemOf(tiny, adam), legs: [leg, leg] }, wasm, twoThreads, 1);
  });

  it.each([wasm, reference])("of another training is refused: $name", (engine) => {
    const [ours, other] = [problemOf(tiny, adam), problemOf({ ...tiny, d: tiny.d + 1 }, adam)];
    const { step, numbers } = engine.start(ours).state();
    const wrong = "a state must be of the training that it is put into";
    expect(() => engine.start(other).restore({ step, numbers })).toThrow(wrong);
    expect(() => engine.start(ours).restore({ step, numbers: numbers.slice(1) })).toThrow(wrong);
  });
});
