import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import type { Hyperparameters, Iterate, Optimizer } from "../../src/optimizers/optimizer.ts";
import { OPTIMIZERS, optimizerNamed } from "../../src/optimizers/registry.ts";
import { hyperparametersOf, permutations } from "../helpers/arbitraries.ts";

/** Zero, or a number far above those that count as zero (`flush`); doubles drawn by bits would often be below. */
const number = fc.oneof(
  fc.constant(0),
  fc.tuple(fc.double({ min: 1e-60, max: 4, noNaN: true }), fc.constantFrom(1, -1)).map(([size, sign]) => sign * size),
);
const numbers = (size: number) => fc.array(number, { minLength: size, maxLength: size });

interface Case {
  readonly hyper: Hyperparameters;
  readonly at: Iterate;
  readonly gradient: Float64Array;
  readonly order: readonly number[];
}

/** An iterate in the middle of a training, a gradient, and a rearrangement of the coordinates. */
const cases = (optimizer: Optimizer): fc.Arbitrary<Case> =>
  fc
    .integer({ min: 1, max: 6 })
    .chain((size) =>
      fc.tuple(
        hyperparametersOf(optimizer),
        numbers(size),
        numbers(size),
        numbers(size),
        numbers(size),
        fc.nat(999),
        permutations(size),
      ),
    )
    .map(([hyper, weights, gradient, mom, root, step, order]) => ({
      hyper,
      gradient: Float64Array.from(gradient),
      order,
      at: {
        weights: Float64Array.from(weights),
        step,
        moments: optimizer.adaptive
          ? { mom: Float64Array.from(mom), sec: Float64Array.from(root, (x) => x * x) }
          : null,
      },
    }));

const copy = (at: Iterate): Iterate => structuredClone(at);
const rearranged = ({ weights, step, moments }: Iterate, order: readonly number[]): Iterate => {
  const pick = (values: Float64Array) => Float64Array.from(order, (k) => values[k] as number);
  return { weights: pick(weights), step, moments: moments && { mom: pick(moments.mom), sec: pick(moments.sec) } };
};

describe.each(OPTIMIZERS.map((optimizer) => [optimizer.name, optimizer] as const))("%s", (name, optimizer) => {
  const { init, update } = optimizer;

  test("is found by its name and says where it comes from", () => {
    expect(optimizerNamed(name)).toBe(optimizer);
    for (const text of [optimizer.title, optimizer.formula, optimizer.source]) expect(text).not.toBe("");
  });

  test.prop([numbers(5)])("starts at step 0 with a copy of the weights and zero moments, if any", (list) => {
    const weights = Float64Array.from(list);
    const at = init(weights);
    const zeros = new Float64Array(5);
    expect(at).toEqual({ weights, step: 0, moments: optimizer.adaptive ? { mom: zeros, sec: zeros } : null });
    expect(at.weights).not.toBe(weights);
  });

  test.prop([cases(optimizer)])("leaves its inputs alone and counts the step", ({ hyper, at, gradient }) => {
    const before = copy(at);
    const gradientBefore = gradient.slice();
    const next = update(hyper, at, gradient);
    expect(at).toEqual(before);
    expect(gradient).toEqual(gradientBefore);
    expect(next.step).toBe(at.step + 1);
    expect(next.weights).not.toBe(at.weights);
  });

  test.prop([cases(optimizer)])("gives the same bytes in place as into fresh arrays", ({ hyper, at, gradient }) => {
    const fresh = update(hyper, at, gradient);
    const own = copy(at);
    const inPlace = update(hyper, own, gradient, own);
    expect(inPlace).toEqual(fresh);
    expect(inPlace.weights).toBe(own.weights);
    expect(update(hyper, at, gradient, init(at.weights))).toEqual(fresh);
  });

  test.prop([cases(optimizer)])(
    "acts on each coordinate alone: rearranging them rearranges the result",
    ({ hyper, at, gradient, order }) => {
      const moved = update(
        hyper,
        rearranged(at, order),
        Float64Array.from(order, (k) => gradient[k] as number),
      );
      expect(moved).toEqual(rearranged(update(hyper, at, gradient), order));
    },
  );

  test.prop([cases(optimizer)])(
    "is odd: negating weights, moments and gradient negates the step",
    ({ hyper, at, gradient }) => {
      const negated = (values: Float64Array) => values.map((value) => 0 - value);
      const mirror: Iterate = {
        ...at,
        weights: negated(at.weights),
        moments: at.moments && { mom: negated(at.moments.mom), sec: at.moments.sec },
      };
      const [there, back] = [update(hyper, at, gradient), update(hyper, mirror, negated(gradient))];
      expect(back.weights.map((w) => w + 0)).toEqual(there.weights.map((w) => 0 - w));
    },
  );

  test.prop([cases(optimizer)])(
    "keeps the weights where gradient and decay are zero, also at eps = 0",
    ({ hyper, at, gradient }) => {
      const none = gradient.map(() => 0);
      const start = init(at.weights);
      expect(update({ ...hyper, weightDecay: 0 }, start, none).weights).toEqual(at.weights);
      const atZeroEps = { ...hyper, weightDecay: 0, ...(optimizer.adaptive && { eps: 0 }) };
      expect(update(atZeroEps, start, none).weights).toEqual(at.weights);
    },
  );

  test.prop([cases(optimizer)])(
    "moves no weight along a first gradient, only against it",
    ({ hyper, at, gradient }) => {
      const { weights } = update({ ...hyper, weightDecay: 0 }, init(at.weights.map(() => 0)), gradient);
      weights.forEach((w, k) => {
        expect(w * (gradient[k] as number) + 0).toBeLessThanOrEqual(0);
        if (gradient[k] === 0) expect(w + 0).toBe(0);
      });
    },
  );
});

describe("the registry", () => {
  test("holds no name twice", () => {
    expect(new Set(OPTIMIZERS.map(({ name }) => name)).size).toBe(OPTIMIZERS.length);
  });

  // docs/theory.md 1.5: coupled decay is in the gradient, decoupled beside it.
  test("says where each couples its decay", () => {
    expect(Object.fromEntries(OPTIMIZERS.map(({ name, decay }) => [name, decay]))).toEqual({
      ...{ sgd: "coupled", adam: "coupled", signsgd: "coupled" },
      ...{ adamw: "decoupled", signsgdw: "decoupled" },
    });
  });

  test.each(["", "Adam", "toString"])("refuses the name %j", (name) => {
    expect(() => optimizerNamed(name)).toThrow(`no optimizer is named "${name}"`);
  });
});
