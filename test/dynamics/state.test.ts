import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activeSet } from "../../src/dynamics/activeSet.ts";
import { coordinate } from "../../src/dynamics/coordinate.ts";
import { gram } from "../../src/dynamics/gram.ts";
import type { Method, Problem } from "../../src/dynamics/recurrence.ts";
import { scalar } from "../../src/dynamics/scalar.ts";
import { sign } from "../../src/dynamics/sign.ts";
import { defineOptimizer } from "../../src/optimizers/defineOptimizer.ts";
import type { Engine } from "../../src/sim/engine.ts";
import { reference } from "../../src/sim/engines/reference.ts";
import { wasm } from "../../src/sim/engines/wasm.ts";
import { amsgrad, lion, signum } from "../helpers/formulaOptimizers.ts";
import { lion as lionByFunction } from "../helpers/ownOptimizers.ts";
import { mustBeSameState } from "../helpers/sameState.ts";
import { type Case, cases } from "./arbitrary.ts";

const OWN = [amsgrad, lion, signum].map((given) => defineOptimizer(given).name).concat(lionByFunction.name);

/**
 * A recurrence that is cut after some legs and goes on elsewhere ends in the state of one that is not, whether it was looked at or not; so does the one
 * that was cut.
 */
function mustGoOn(method: Method, { problem, legs }: Case, from: Engine, to: Engine, cut: number): void {
  const [whole, begun, goesOn] = [wasm, from, to].map((engine) => method.start(problem, engine)) as [
    ReturnType<Method["start"]>,
    ReturnType<Method["start"]>,
    ReturnType<Method["start"]>,
  ];
  for (const leg of legs.slice(0, cut)) for (const training of [whole, begun]) training.run(leg);
  begun.coefficients();
  // It is somewhere else, and has been looked at there.
  for (const { indices, offsets } of legs.slice(0, cut)) goesOn.run({ indices: indices.toReversed(), offsets });
  goesOn.coefficients();
  const state = begun.state();
  mustBeSameState(state, whole.state());
  goesOn.restore(state);
  mustBeSameState(goesOn.state(), state);
  expect(goesOn.coefficients()).toEqual(whole.coefficients());
  for (const leg of legs.slice(cut)) for (const training of [whole, begun, goesOn]) training.run(leg);
  for (const training of [begun, goesOn]) mustBeSameState(training.state(), whole.state());
  expect(goesOn.weights()).toEqual(whole.weights());
}

const some = fc.constantFrom<Engine>(wasm, reference);
const named =
  (names: readonly string[], change: Partial<Problem["optimizer"]> = {}) =>
  (supports: "disjoint" | "independent", seed: number) =>
    cases(supports, 60, (optimizer) => ({
      ...optimizer,
      ...change,
      name: names.includes(optimizer.name) ? optimizer.name : (names[seed % names.length] as string),
    }));

describe("the state of a recurrence", () => {
  it.each([
    ["scalar", scalar, named(["adam", "adamw", "signsgd", "signsgdw"], { eps: 0 }), "disjoint"],
    ["scalar, users' own", scalar, named(OWN, { eps: 0 }), "disjoint"],
    ["gram", gram, named(["sgd"]), "independent"],
    ["coordinate", coordinate, named(["adam", "adamw"]), "disjoint"],
    ["sign", sign, named(["adam", "adamw"]), "disjoint"],
    ["active-set", activeSet, named(["sgd", "adam", "adamw", "signsgd", "signsgdw"]), "independent"],
  ] as const)("is all that it goes on from, by either engine: %s", (_, method, of, supports) => {
    let tried = 0;
    fc.assert(
      fc.property(
        fc.nat(9).chain((seed) => of(supports, seed)),
        some,
        some,
        fc.nat(4),
        (testCase, from, to, cut) => {
          if (method.unmet(testCase.problem) !== undefined) return;
          tried++;
          mustGoOn(method, testCase, from, to, cut);
        },
      ),
      { numRuns: 120 },
    );
    expect(tried).toBeGreaterThan(20);
  });

  it("of another training is refused", () => {
    fc.assert(
      fc.property(named(["adamw"], { eps: 0 })("disjoint", 0), some, ({ problem }, engine) => {
        const { step, numbers } = scalar.start(problem, engine).state();
        const less = { step, numbers: numbers.slice(1) };
        expect(() => scalar.start(problem, engine).restore(less)).toThrow("of the training that it is put into");
      }),
      { numRuns: 10 },
    );
  });
});
