import { describe, expect, test } from "vitest";
import { defineOptimizer } from "../../../src/optimizers/defineOptimizer.ts";
import { optimizerNamed } from "../../../src/optimizers/registry.ts";
import { optimizerSchema } from "../../../src/optimizers/schema.ts";
import type { WholeDefinition } from "../../../src/optimizers/whole/fromWhole.ts";
import { parseRun } from "../../../src/sim/run.ts";
import { simulate } from "../../../src/sim/simulate.ts";
import { around } from "./networks.ts";

const plain: WholeDefinition = {
  ...{ name: "test-whole", sees: "class", decay: "coupled" },
  direction: ({ gradient }) => gradient,
};
const define = (change: object) => () => defineOptimizer({ ...plain, ...change } as WholeDefinition);

/** AdaGrad by the norm, on Adam: one number of all weights. */
const byNorm = defineOptimizer({
  ...{ name: "test-adagrad-norm", sees: "network", base: "sgd" },
  parameters: { floor: 0.5 },
  numbers: ["sum"],
  inert: true,
  gradient({ gradient, numbers, hyper: { floor } }) {
    numbers.sum += gradient.reduce((sum, g) => sum + g * g, 0);
    return gradient.map((g) => g / Math.sqrt(floor + numbers.sum));
  },
});

describe("defineOptimizer in the second form", () => {
  test("takes the steps computed by hand, with numbers and parameters of its own", () => {
    // sum 9 + 16 = 25, root of 0.75 + 25 = 5.0744...: at floor 0: 5, w = -(3, 4)/5; then g = (0, 12): sum 169, w2 -= 12/13.
    const shape = { classes: 2, neurons: 1 };
    const hyper = { lr: 1, weightDecay: 0, convention: "pytorch", floor: 0 } as const;
    let at = byNorm.init(new Float64Array(2), shape);
    for (const gradient of [Float64Array.of(3, 4), Float64Array.of(0, 12)])
      at = byNorm.update(hyper, at, gradient, undefined, around(shape, at, gradient));
    expect(at.weights[0]).toBeCloseTo(-0.6, 15);
    expect(at.weights[1]).toBeCloseTo(-0.8 - 12 / 13, 15);
    expect(at.moments).toEqual({ sum: Float64Array.of(169) });
  });

  test("is known by its name, with its parameters, and trains", () => {
    expect(optimizerNamed("test-adagrad-norm")).toBe(byNorm);
    expect(optimizerSchema.parse({ name: "test-adagrad-norm", lr: 1 })).toMatchObject({ floor: 0.5 });
    expect(optimizerSchema.safeParse({ name: "test-adagrad-norm", lr: 1, floor: -1 }).success).toBe(false);
    const optimizer = { name: "test-adagrad-norm", lr: 0.5, floor: 0.25 };
    const { final } = simulate(parseRun({ preset: "tiny", optimizer, batchSize: 2, epochs: 20, testSize: 10 }));
    expect(final.trainLoss).toBeLessThan(0.69);
  });

  test("gives the same optimizer where the same definition is made again", () => {
    const first = define({ name: "test-again" })();
    expect(define({ name: "test-again" })()).toBe(first);
    expect(define({ name: "test-again", sees: "neuron" })).toThrow("a name that no other definition has taken");
  });

  test("takes what its base takes", () => {
    const on = defineOptimizer({
      ...{ name: "test-on-adam", sees: "neuron", base: "adam" },
      gradient: ({ gradient }) => gradient,
    });
    expect(on.own).toMatchObject({ base: "adam", betas: [0.9, 0.999], eps: 1e-8, sees: "neuron", inert: false });
    expect(on.decay).toBe("coupled");
  });

  test("knows where a function keeps more than its memory", () => {
    let calls = 0;
    const made = define({
      name: "test-counts",
      direction: ({ gradient }: { gradient: Float64Array }) => gradient.map(() => calls++),
    })();
    expect(made.own?.dependsOnMore).toBe(true);
  });

  test.each([
    [
      { sees: "layer" },
      'sees of optimizer test-whole must be "neuron", "class", "network", but is "layer"; choose one',
    ],
    [{ direction: undefined }, "direction of optimizer test-whole must be a function of a block"],
    [{ decay: "none" }, 'decay of optimizer test-whole must be "coupled" or "decoupled", but is "none"'],
    [{ normalized: true }, "normalized"],
    [
      { direction: () => 1 },
      "optimizer test-whole must give a Float64Array of rows * columns = 10 numbers, but gives 1",
    ],
    [{ direction: () => new Float64Array(3) }, "but gives one of 3; correct its function"],
    [
      { direction: ({ gradient }: { gradient: Float64Array }) => gradient.map(() => Number.NaN) },
      "direction of optimizer test-whole must be finite numbers, as is all that it remembers, but is NaN; correct it",
    ],
    [
      {
        direction() {
          throw new Error("no luck");
        },
      },
      'direction of optimizer test-whole must give numbers for every gradient, but failed with "no luck"; correct it',
    ],
    [
      { inert: true, direction: ({ weights }: { weights: Float64Array }) => weights },
      "inert of optimizer test-whole must be true only where coordinates without gradient stay where they are and change no other step, but a trial shows that they do not; leave it out",
    ],
    [{ memory: ["a", "a"] }, "memory of optimizer test-whole must be a list of distinct names"],
    [{ memory: ["a"], numbers: ["a"] }, 'must have distinct names, but have "a" twice; choose another name'],
    [{ parameters: { rho: -1 } }, "parameters of optimizer test-whole must be finite numbers >= 0 by name"],
    [{ parameters: { lr: 1 } }, 'with names that mean nothing else, but is "lr"; choose another name'],
    [{ parameters: { eta: 1 } }, 'but is "eta"'],
  ])("refuses %j in one sentence", (change, words) => {
    expect(define(change)).toThrow(words);
  });

  test.each([
    ["sam", "base of optimizer test-based must be an optimizer that moves every weight by itself, one of sgd, adam,"],
    ["adm", 'but is "adm"; did you mean "adam"?'],
  ])("refuses the base %s", (base, words) => {
    const gradient = plain.name === "" ? undefined : ({ gradient: g }: { gradient: Float64Array }) => g;
    expect(() =>
      defineOptimizer({ name: "test-based", sees: "class", base, gradient } as unknown as WholeDefinition),
    ).toThrow(words);
  });

  test("refuses a memory that its base has, and what only the other kind has", () => {
    const gradient = ({ gradient: g }: { gradient: Float64Array }) => g;
    const on = { name: "test-based", sees: "class", base: "adam", gradient };
    expect(() => defineOptimizer({ ...on, memory: ["mom"] } as unknown as WholeDefinition)).toThrow(
      'memory and numbers of optimizer test-based must have distinct names, and none that adam has, but have "mom" twice; choose another name',
    );
    expect(() => defineOptimizer({ ...on, decay: "coupled" } as unknown as WholeDefinition)).toThrow("decay");
  });
});
