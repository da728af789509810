import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { programOf } from "../../../src/optimizers/formula/compile.ts";
import { updateBy } from "../../../src/optimizers/formula/lanes.ts";
import { parseUpdate } from "../../../src/optimizers/formula/parse.ts";
import { CONVENTIONS, type Hyperparameters, type Iterate, type Optimizer } from "../../../src/optimizers/optimizer.ts";
import { OPTIMIZERS } from "../../../src/optimizers/registry.ts";

const number = fc.oneof(
  fc.double({ min: -4, max: 4, noNaN: true }),
  // Around what counts as zero, and zeros of both signs.
  fc.constantFrom(0, -0, 1e-150, -3e-151, 1e-160, -1e-302, 1e155, 5e-324),
);

/** Iterates of a hand-written update and of its formulas must be the same to the last bit, zeros' signs included. */
function compare(
  optimizer: Optimizer,
  hyper: Hyperparameters,
  first: Float64Array,
  gradients: readonly Float64Array[],
) {
  const formulas = optimizer.formulas?.[hyper.convention];
  if (!formulas) throw new Error(`${optimizer.name} has no formulas`);
  const update = updateBy(programOf(parseUpdate(formulas, { betas: true, eps: true }), optimizer.decay));
  let [ours, hand]: Iterate[] = [optimizer.init(first), optimizer.init(first)] as [Iterate, Iterate];
  for (const gradient of gradients) {
    ours = update(hyper, ours as Iterate, gradient);
    hand = optimizer.update(hyper, hand as Iterate, gradient);
    const parts = (at: Iterate) => [at.weights, ...Object.values(at.moments ?? {})];
    parts(hand).forEach((values, part) => {
      const found = parts(ours as Iterate)[part] as Float64Array;
      const differs = values.findIndex((value, k) => !Object.is(value, found[k]));
      if (differs >= 0) throw new Error(`step ${hand?.step}, part ${part}: ${found[differs]}, not ${values[differs]}`);
    });
  }
  expect(ours?.step).toBe(gradients.length);
}

describe.each(OPTIMIZERS.map((optimizer) => [optimizer.name, optimizer] as const))("%s", (_, optimizer) => {
  const hyper = fc.record({
    lr: fc.constantFrom(5e-5, 0.1, 1),
    weightDecay: fc.constantFrom(0, 1e-5, 0.5),
    convention: fc.constantFrom(...CONVENTIONS),
    betas: fc.constantFrom<[number, number]>([0.9, 0.999], [0, 0], [0.5, 0.25], [0.95, 0.9]),
    eps: fc.constantFrom(0, 1e-8, 0.5),
  });

  test.prop([
    hyper,
    fc.array(fc.tuple(number, fc.array(number, { minLength: 8, maxLength: 8 })), { minLength: 1, maxLength: 5 }),
  ])("is what its formulas say, bit for bit", (given, lanes) => {
    const first = Float64Array.from(lanes, ([w]) => w);
    const gradients = Array.from({ length: 8 }, (_, t) => Float64Array.from(lanes, ([, g]) => g[t] as number));
    compare(optimizer, given, first, gradients);
  });

  test.each(CONVENTIONS)("is what its formulas say over 2000 steps: %s", (convention) => {
    const given = { lr: 0.01, weightDecay: 1e-3, convention, betas: [0.9, 0.999] as const, eps: 1e-8 };
    const lanes = Array.from({ length: 300 }, (_, k) => k);
    const gradients = Array.from({ length: 2000 }, (_, t) =>
      Float64Array.from(lanes, (k) => ((k * 37 + t * t * 11) % 23 < 3 ? ((k + t) % 7) - 3.1 : 0)),
    );
    compare(
      optimizer,
      given,
      Float64Array.from(lanes, (k) => (k - 150) / 100),
      gradients,
    );
  });
});
