import { readFileSync } from "node:fs";
import { fc, test } from "@fast-check/vitest";
import { afterEach, describe, expect, vi } from "vitest";
// The compiled file: worker threads load JavaScript.
import { twoThreads } from "../../../dist/src/sim/engines/twoThreads.js";
import { optimizersModule } from "../../../scripts/optimizersModule.ts";
import { BY_FORMULAS } from "../../../src/optimizers/more/byFormulas.ts";
import { BUILT_IN, isUsersOwn, MORE_OPTIMIZERS, OPTIMIZERS, optimizerNamed } from "../../../src/optimizers/registry.ts";
import { optimizerSchema } from "../../../src/optimizers/schema.ts";
import { reference } from "../../../src/sim/engines/reference.ts";
import { wasm } from "../../../src/sim/engines/wasm.ts";
import { parseRun } from "../../../src/sim/run.ts";
import { simulate } from "../../../src/sim/simulate.ts";
import { iterates } from "../../helpers/steps.ts";

const FILE = new URL("../../../src/optimizers/more/carried.generated.ts", import.meta.url);

describe("the optimizers that none of the papers has", () => {
  test("are those of the formulas: npm run optimizers makes the same file", () => {
    expect(readFileSync(FILE, "utf8")).toBe(optimizersModule());
    expect(MORE_OPTIMIZERS.slice(0, BY_FORMULAS.length).map(({ name }) => name)).toEqual(
      BY_FORMULAS.map(({ name }) => name),
    );
  });

  test("have names of their own, and say what they are", () => {
    expect(new Set(BUILT_IN.map(({ name }) => name)).size).toBe(OPTIMIZERS.length + MORE_OPTIMIZERS.length);
    for (const optimizer of MORE_OPTIMIZERS) {
      expect(optimizerNamed(optimizer.name)).toBe(optimizer);
      expect(isUsersOwn(optimizer.name)).toBe(false);
      for (const text of [optimizer.title, optimizer.formula, optimizer.source]) expect(text).not.toBe("");
    }
  });

  test.each([
    ["momentum", { momentum: 0.9 }],
    ["muon", { momentum: 0.95, eps: 1e-7 }],
    ["sam", { rho: 0.05 }],
    ["sam-adamw", { rho: 0.05, betas: [0.9, 0.999], eps: 1e-8 }],
    ["clipped-sgd", { maxNorm: 1 }],
    ["normalized-sgd", {}],
    ["adagrad", { eps: 1e-10 }],
  ])("%s is completed from its name and lr", (name, more) => {
    const complete = { name, lr: 0.1, weightDecay: 0, convention: "pytorch", ...more };
    expect(optimizerSchema.parse({ name, lr: 0.1 })).toEqual(complete);
    expect(optimizerSchema.parse(complete)).toEqual(complete);
  });

  test.each([
    [{ name: "momentum", momentum: 1 }, "a number in [0, 1)"],
    [{ name: "sam", rho: -1 }, "a finite number >= 0"],
    [{ name: "clipped-sgd", maxNorm: 0 }, "a finite number > 0"],
    [{ name: "sgd", momentum: 0.9 }, "momentum"],
    [{ name: "sam", betas: [0.9, 0.999] }, "betas"],
  ])("%j is refused", (entry, words) => {
    const run = { preset: "tiny", optimizer: { lr: 0.1, ...entry }, batchSize: 2, epochs: 1 };
    expect(() => parseRun(run)).toThrow(words);
  });

  test("Muon is for matrices: biases and a second layer are refused in a sentence", () => {
    const setting = { n: 4, d: 9, s: 2, sigmaP: 0.5, alpha: 0.2, m: 2, q: 3, sigma0: 0.1, labels: "balanced" };
    const run = (more: object) =>
      parseRun({ setting: { ...setting, ...more }, optimizer: { name: "muon", lr: 0.1 }, batchSize: 2, epochs: 1 });
    expect(run({ activation: "leakyRelu" }).optimizer.name).toBe("muon");
    expect(() => run({ biases: true })).toThrow(
      'setting.biases must be absent where optimizer is "muon", which is for matrices, but is true; leave it out, or choose another optimizer',
    );
    expect(() => run({ secondLayer: "trained" })).toThrow("setting.secondLayer must be absent");
  });

  test("a parameter reaches the steps, computed by hand: heavy ball", () => {
    // momentum 1/2, w = 1: g = 2: mom 2, w = 0; g = 1: mom 1 + 1 = 2, w = -1.
    const hyper = { lr: 0.5, weightDecay: 0, convention: "pytorch", momentum: 0.5 } as const;
    expect(iterates(optimizerNamed("momentum"), hyper, 1, [2, 1]).map(({ w }) => w)).toEqual([0, -1]);
    // Nesterov: g + mom/2 = 3, w = -0.5; mom = 2, 1 + 1 = 2: w = -1.5.
    expect(iterates(optimizerNamed("nesterov"), hyper, 1, [2, 1]).map(({ w }) => w)).toEqual([-0.5, -1.5]);
  });

  test.each(MORE_OPTIMIZERS.map((one) => [one.name, one] as const))(
    "%s gives the same bytes by every engine",
    (name, { own }) => {
      const optimizer = { name, lr: 0.01, weightDecay: 0.01 };
      const run = parseRun({ preset: "tiny", optimizer, batchSize: 2, epochs: 20, testSize: 20 });
      const plain = simulate(run, { engine: reference, saveWeights: true });
      for (const engine of [wasm, twoThreads]) {
        const { final, engine: by } = simulate(run, { engine, saveWeights: true });
        expect(final).toEqual(plain.final);
        expect(by.name).toBe(own?.sees ? "reference" : "wasm");
      }
    },
  );

  test.prop([fc.constantFrom(...MORE_OPTIMIZERS.map(({ name }) => name)), fc.nat(99)], { numRuns: 20 })(
    "trains at label noise, more classes and with a schedule, and says what it did",
    (name, seed) => {
      const optimizer = { name, lr: 0.01 };
      const setting = {
        n: 6,
        d: 12,
        s: 3,
        sigmaP: 0.5,
        alpha: 0.2,
        m: 2,
        q: 3,
        sigma0: 0.1,
        labels: "balanced",
        classes: 3,
        flip: 0.2,
      };
      const run = parseRun({ setting, optimizer, batchSize: 2, epochs: 3, seed, testSize: 10, lrSchedule: "cosine" });
      const [plain, fast] = [reference, wasm].map((engine) => simulate(run, { engine, saveWeights: true }).final);
      expect(fast).toEqual(plain);
    },
  );
});

describe("a user's own optimizer of one of these names", () => {
  // Modules of its own: test files share a process, in which others ask for ours.
  afterEach(() => void vi.resetModules());

  test("goes before ours; the papers' names are taken", async () => {
    vi.resetModules();
    const { defineOptimizer } = await import("../../../src/optimizers/defineOptimizer.ts");
    const { isUsersOwn, optimizerNamed } = await import("../../../src/optimizers/registry.ts");
    const { optimizerSchema } = await import("../../../src/optimizers/schema.ts");
    const ours = optimizerNamed("lion");
    const theirs = defineOptimizer({ name: "lion", decay: "coupled", direction: "sign(g)/2" });
    expect(optimizerNamed("lion")).toBe(theirs);
    expect(theirs).not.toBe(ours);
    expect(isUsersOwn("lion")).toBe(true);
    expect(optimizerSchema.safeParse({ name: "lion", lr: 0.1, betas: [0.9, 0.99] }).success).toBe(false);
    expect(optimizerSchema.parse({ name: "lion", lr: 0.1 })).toEqual({
      name: "lion",
      lr: 0.1,
      weightDecay: 0,
      convention: "pytorch",
    });
    expect(() => defineOptimizer({ name: "lion", decay: "coupled", direction: "sign(g)/3" })).toThrow(
      "no other definition has taken",
    );
    expect(() => defineOptimizer({ name: "adam", decay: "coupled", direction: "g" })).toThrow(
      "a name that is not taken",
    );
  });
});
