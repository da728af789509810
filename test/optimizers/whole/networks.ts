import { fc } from "@fast-check/vitest";
import type { Hyperparameters, Iterate } from "../../../src/optimizers/optimizer.ts";
import type { Around, Shape } from "../../../src/optimizers/whole/around.ts";

/** 0, or far above the numbers that count as zero. */
export const number = fc.oneof(
  fc.constant(0),
  fc.double({ min: 1e-30, max: 4, noNaN: true }),
  fc.double({ min: -4, max: -1e-30, noNaN: true }),
);

/** A small network's weights, gradients of some steps, and hyperparameters. */
export interface Small {
  readonly shape: Shape;
  readonly weights: Float64Array;
  readonly gradients: readonly Float64Array[];
  readonly hyper: Hyperparameters;
}

const list = (length: number) =>
  fc.array(number, { minLength: length, maxLength: length }).map((of) => Float64Array.from(of));

export const smalls: fc.Arbitrary<Small> = fc
  .record({
    classes: fc.constantFrom(2, 3),
    neurons: fc.integer({ min: 1, max: 3 }),
    columns: fc.integer({ min: 1, max: 5 }),
  })
  .chain(({ classes, neurons, columns }) => {
    const size = classes * neurons * columns;
    return fc.record({
      shape: fc.constant({ classes, neurons }),
      weights: list(size),
      gradients: fc.array(list(size), { minLength: 1, maxLength: 4 }),
      hyper: fc.record({
        lr: fc.constantFrom(0.1, 0.5),
        weightDecay: fc.constantFrom(0, 0.25),
        convention: fc.constantFrom("pytorch" as const, "paper" as const),
        betas: fc.constant([0.5, 0.75] as const),
        eps: fc.constantFrom(0, 1e-3),
        momentum: fc.constant(0.75),
      }),
    });
  });

/** A loss around these weights whose gradient there is given: it grows by the half of how far weights are away. */
export const around = (shape: Shape, at: Iterate, gradient: Float64Array): Around => ({
  shape,
  gradientAt: (where) => gradient.map((g, k) => g + ((where[k] as number) - (at.weights[k] as number)) / 2),
});
