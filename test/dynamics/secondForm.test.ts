import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activeSet } from "../../src/dynamics/activeSet.ts";
import { dynamics } from "../../src/dynamics/dynamics.ts";
import { inactiveSize } from "../../src/dynamics/inactive.ts";
import type { Problem } from "../../src/dynamics/recurrence.ts";
import { EXACT_METHODS, reduce } from "../../src/dynamics/reduce.ts";
import { parseDynamics } from "../../src/dynamics/run.ts";
import { defineOptimizer } from "../../src/optimizers/defineOptimizer.ts";
import { MORE_OPTIMIZERS, optimizerNamed } from "../../src/optimizers/registry.ts";
import { PRESETS } from "../../src/setting/presets.ts";
import type { Setting } from "../../src/setting/setting.ts";
import { wasm } from "../../src/sim/engines/wasm.ts";
import { finish } from "../../src/sim/follow.ts";
import { cases } from "./arbitrary.ts";
import { sameTraining } from "./same.ts";

const PARAMETERS = { momentum: 0.75, rho: 0.05, maxNorm: 0.125 };
const by =
  (name: string, change: Partial<Problem["optimizer"]> = {}) =>
  (optimizer: Problem["optimizer"]): Problem["optimizer"] => ({ ...optimizer, ...PARAMETERS, ...change, name });

const SECOND = MORE_OPTIMIZERS.filter(({ own }) => own?.sees).map(({ name }) => name);
const NORMALIZED = MORE_OPTIMIZERS.filter(({ own }) => own?.normalized).map(({ name }) => name);

/** Sees all weights and asks where those are that no example touches. */
const looks = defineOptimizer({
  ...{ name: "test-looks", sees: "network", decay: "decoupled" },
  direction: ({ gradient, weights }) => gradient.map((g) => g / (1 + Math.abs(weights[0] ?? 0))),
});
const couples = defineOptimizer({
  ...{ name: "test-couples", sees: "class", decay: "coupled", inert: true },
  direction: ({ gradient }) => gradient,
});

describe("an optimizer of the second form in coefficients", () => {
  it.each(MORE_OPTIMIZERS.map(({ name }) => name))("active-set agrees to the last bit: %s", (name) => {
    const change = optimizerNamed(name).own?.matrices ? { weightDecay: 0.5 } : {};
    fc.assert(
      fc.property(cases("independent", 40, by(name, change)), (testCase) => sameTraining(activeSet, testCase)),
      { numRuns: 15 },
    );
  });

  it.each(NORMALIZED)("scalar ends where active-set does, by formulas: %s", (name) => {
    const setting = { ...(PRESETS.tiny?.setting as Setting), d: 64, supports: "disjoint" };
    const optimizer = { name, lr: 0.01, ...(optimizerNamed(name).own?.eps !== undefined && { eps: 0 }) };
    const [one, other] = ["scalar", "active-set"].map((method) => {
      const run = parseDynamics({ setting, optimizer, batchSize: 2, epochs: 12, testSize: 10, method, seed: 3 });
      return finish(dynamics(run));
    });
    // 36 steps; nothing of this start is near a kink, so that roundings do not grow beyond 10^4.
    expect(Math.abs((one?.final.trainLoss ?? 1) - (other?.final.trainLoss ?? 2))).toBeLessThan(1e-11);
    expect(one?.final.noiseMemorization.max["+1"]).toBeCloseTo(other?.final.noiseMemorization.max["+1"] ?? 0, 10);
  });

  it.each(SECOND)("is followed by active-set, and the stronger ones say why not: %s", (name) => {
    fc.assert(
      fc.property(cases("disjoint", 4, by(name, { weightDecay: 0 })), ({ problem }) => {
        const { method, unmet } = reduce(problem);
        expect(method).toBe(activeSet);
        const sees = name === "muon" ? "a class's matrix" : "all weights";
        expect(unmet).toEqual([
          { method: "gram", condition: `the optimizer must be sgd, but is ${name}` },
          ...["scalar", "coordinate"].map((stronger) => ({
            method: stronger,
            condition: `the optimizer must move every weight by itself, but ${name} sees ${sees} at once`,
          })),
        ]);
      }),
      { numRuns: 3 },
    );
  });

  it("is refused in a sentence where it looks at coordinates that are not there, or couples decay into what it sees", () => {
    fc.assert(
      fc.property(cases("disjoint", 4, by(looks.name, { weightDecay: 0.5 })), ({ problem }) => {
        expect(() => reduce(problem)).toThrow(
          'optimizer must be one that level 1 can follow, but is "test-looks": the optimizer must leave coordinates without gradient where they are and look at no other ones, but test-looks is not said to (inert); train with simulate',
        );
        const coupled = { ...problem, optimizer: { ...problem.optimizer, name: couples.name } };
        expect(() => reduce(coupled)).toThrow(
          "the weight decay must be decoupled or 0, but test-couples couples 0.5 into the gradient",
        );
        expect(reduce({ ...coupled, optimizer: { ...coupled.optimizer, weightDecay: 0 } }).method).toBe(activeSet);
        for (const method of EXACT_METHODS) expect(method.unmet(problem)).toBeDefined();
      }),
      { numRuns: 3 },
    );
  });

  it.each([
    ["sam", "sgd"],
    ["clipped-adam", "adam"],
    ["sam-adamw", "adamw"],
    ["normalized-sgd", "sgd"],
  ])("weights that no example touches are those of its base: %s", (name, base) => {
    const optimizer = { lr: 0.01, weightDecay: 0.5, convention: "pytorch", betas: [0.9, 0.99], eps: 1e-8 } as const;
    const [own, of] = [name, base].map((one) => inactiveSize({ ...optimizer, name: one }, 0.25));
    for (const step of [0, 1, 7, 100]) expect(own?.(step)).toBe(of?.(step));
  });

  it.each(SECOND)("goes on from its state: %s", (name) => {
    fc.assert(
      fc.property(cases("independent", 24, by(name)), fc.nat(4), ({ problem, legs }, cut) => {
        if (activeSet.unmet(problem) !== undefined) return;
        const [whole, begun, goesOn] = [0, 1, 2].map(() => activeSet.start(problem, wasm)) as [
          ReturnType<typeof activeSet.start>,
          ReturnType<typeof activeSet.start>,
          ReturnType<typeof activeSet.start>,
        ];
        for (const leg of legs.slice(0, cut)) for (const one of [whole, begun]) one.run(leg);
        goesOn.restore(structuredClone(begun.state()));
        for (const leg of legs.slice(cut)) for (const one of [whole, goesOn]) one.run(leg);
        expect(goesOn.state()).toEqual(whole.state());
      }),
      { numRuns: 8 },
    );
  });
});
