import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { compileBinary, instantiate, newSharedMemory } from "../../../../src/numeric/webAssembly.ts";
import { programOf } from "../../../../src/optimizers/formula/compile.ts";
import { updateBy } from "../../../../src/optimizers/formula/lanes.ts";
import { parseUpdate } from "../../../../src/optimizers/formula/parse.ts";
import type { Program } from "../../../../src/optimizers/formula/program.ts";
import type { Hyperparameters, Iterate } from "../../../../src/optimizers/optimizer.ts";
import { type ADDRESSES, type DOUBLES, moduleOf } from "../../../../src/sim/engines/formula/module.ts";
import { configure } from "../../../../src/sim/engines/kernel.ts";
import { hypers, numbers, updates } from "../../../optimizers/formula/arbitrary.ts";

interface Module {
  begin(t: number): void;
  update(w: number, end: number, g: number, hit: number): void;
}

/** Where things are in the memory of a test: rows of at most 64 weights. */
const [GRADIENT, WEIGHTS, STRIDE] = [1024, 2048, 1024] as const;

/** An iterate in a module's memory. */
function placed(program: Program, hyper: Hyperparameters, at: Iterate) {
  const memory = newSharedMemory();
  const exported = instantiate(compileBinary(moduleOf(program, true)), memory) as Module &
    Record<(typeof DOUBLES | typeof ADDRESSES)[number], { value: number }>;
  const { lr: eta, weightDecay: lambda, betas: [b1, b2] = [0, 0], eps = 0 } = hyper;
  const addresses = { weights: WEIGHTS, memories: WEIGHTS + STRIDE, stride: STRIDE };
  configure(exported, { eta, lambda, b1, b2, eps, ...addresses });
  const n = at.weights.length;
  const view = (address: number) => new Float64Array(memory.buffer, address, n);
  view(WEIGHTS).set(at.weights);
  program.memory.forEach(({ name }, k) => {
    view(WEIGHTS + (k + 1) * STRIDE).set(at.moments?.[name] as Float64Array);
  });
  return {
    exported,
    gradient: view(GRADIENT),
    parts: [view(WEIGHTS), ...program.memory.map((_, k) => view(WEIGHTS + (k + 1) * STRIDE))],
  };
}

function compare(
  program: Program,
  hyper: Hyperparameters,
  first: Iterate,
  gradients: readonly (Float64Array | null)[],
) {
  const plain = updateBy(program);
  const { exported, gradient, parts } = placed(program, hyper, first);
  let at = first;
  for (const given of gradients) {
    at = plain(hyper, at, given ?? new Float64Array(first.weights.length));
    // What stands there must not be read where the gradient is zero.
    gradient.set(given ?? gradient.map(() => 7));
    exported.begin(at.step);
    exported.update(WEIGHTS, WEIGHTS + 8 * first.weights.length, GRADIENT, given ? 1 : 0);
    const expected = [at.weights, ...program.memory.map(({ name }) => at.moments?.[name] as Float64Array)];
    expected.forEach((values, part) => {
      const differs = values.findIndex((value, k) => !Object.is(value, parts[part]?.[k]));
      if (differs >= 0)
        throw new Error(`step ${at.step}, part ${part}, ${differs}: ${parts[part]?.[differs]}, not ${values[differs]}`);
    });
  }
}

/** Even numbers of lanes around those that the loop takes at once. */
const lanes = fc.integer({ min: 1, max: 5 }).map((vectors) => 2 * vectors);

describe("a module of formulas", () => {
  test.prop([
    updates,
    hypers,
    lanes.chain((n) => {
      const row = fc.array(numbers, { minLength: n, maxLength: n }).map((values) => Float64Array.from(values));
      const gradients = fc.array(fc.option(row), { minLength: 1, maxLength: 4 });
      return fc.record({ weights: row, one: row, two: row, three: row, gradients });
    }),
    fc.constantFrom(0, 1, 7, 2 ** 33),
  ])(
    "gives the bits of the plain update",
    ({ update, decay }, hyper, { weights, one, two, three, gradients }, step) => {
      const program = programOf(update, decay);
      const all = { one, two, three };
      const moments = Object.fromEntries(program.memory.map(({ name }) => [name, all[name as "one"].slice()]));
      compare(program, hyper, { weights: weights.slice(), step, moments }, gradients);
    },
    20_000,
  );

  test("raises to powers as integerPower does, of either sign, up to many steps", () => {
    const formulas = { step: "g*b1^t + g*b1^(2*t - 3) + g*b2^(5 - t) + g^-3 + w^7" };
    const program = programOf(parseUpdate(formulas, { betas: true, eps: false }), "decoupled");
    const hyper = { lr: 1, weightDecay: 0, convention: "paper", betas: [0.9999999, 0.97] } as const;
    for (const step of [0, 1, 2, 4, 5, 6, 63, 64, 1000, 123_456_789]) {
      const at = { weights: Float64Array.of(0.5, -1.25), step, moments: {} };
      compare(program, hyper, at, [Float64Array.of(0.3, 1.7)]);
    }
  });

  test("writes nothing beyond its weights", () => {
    const program = programOf(
      parseUpdate({ memory: { mom: "mom + g" }, step: "mom" }, { betas: false, eps: false }),
      "decoupled",
    );
    const hyper = { lr: 1, weightDecay: 0, convention: "paper" } as const;
    const n = 8;
    const at = { weights: new Float64Array(n), step: 0, moments: { mom: new Float64Array(n) } };
    const { exported, gradient, parts } = placed(program, hyper, at);
    gradient.fill(1);
    exported.begin(1);
    exported.update(WEIGHTS + 16, WEIGHTS + 16 + 48, GRADIENT, 1);
    expect([...(parts[0] as Float64Array)]).toEqual([0, 0, -1, -1, -1, -1, -1, -1]);
    exported.update(WEIGHTS + 48, WEIGHTS + 64, GRADIENT, 1);
    expect([...(parts[1] as Float64Array)]).toEqual([0, 0, 1, 1, 1, 1, 2, 2]);
  });
});
