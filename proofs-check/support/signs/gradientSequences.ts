import fc from "fast-check";
import { momentRatio as bound } from "../../../src/bounds/hypotheses/momentRatio.ts";
import { add, sub } from "../../../src/interval/add.ts";
import { div } from "../../../src/interval/div.ts";
import { type Interval, point } from "../../../src/interval/interval.ts";
import { mul } from "../../../src/interval/mul.ts";
import { pown } from "../../../src/interval/pown.ts";
import { integerPower } from "../../../src/numeric/integerPower.ts";
import type { Convention } from "../../../src/optimizers/optimizer.ts";
import { optimizerNamed } from "../../../src/optimizers/registry.ts";

/** Longest sequence: (b1^2/b2)^20 >= 0.36^20 > 1e-9, by which the bound at t lies below its limit, far above any rounding here. */
export const LONGEST = 20;

/** b1^2/b2 in [0.36, 0.94]. */
export const betas = fc
  .tuple(fc.double({ min: 0.6, max: 0.97, noNaN: true }), fc.double({ min: 0.1, max: 0.999, noNaN: true }))
  .map(([share, b2]): [number, number] => [share * Math.sqrt(b2), b2]);

/** Multiples of 2^-10, whose squares are exact. */
const random = fc.array(
  fc.integer({ min: -1024, max: 1024 }).map((k) => k / 1024),
  { minLength: 1, maxLength: LONGEST },
);

/** g_{t-tau} = (b1/b2)^tau, in order. */
export const extremal = (length: number, [b1, b2]: readonly [number, number]) =>
  Array.from({ length }, (_, k) => integerPower(b1 / b2, length - 1 - k));

/** Betas with gradients: random ones, and those that come nearest to the bound. */
export const sequences = betas.chain((pair) =>
  fc.record({
    betas: fc.constant(pair),
    gradients: fc.oneof(
      random,
      fc.integer({ min: 1, max: LONGEST }).map((length) => extremal(length, pair)),
    ),
  }),
);

/** mom^2 and factor^2 C^2 sec at the end, enclosed. */
export function enclosed(b1: number, b2: number, gradients: readonly number[], factor: number): [Interval, Interval] {
  const [one, first, second] = [point(1), point(b1), point(b2)];
  const [freshMom, freshSec] = [sub(one, first), sub(one, second)];
  let [mom, sec] = [point(0), point(0)];
  for (const g of gradients) {
    mom = add(mul(first, mom), mul(freshMom, point(g)));
    sec = add(mul(second, sec), mul(freshSec, pown(point(g), 2)));
  }
  const square = div(mul(pown(freshMom, 2), second), mul(freshSec, sub(second, pown(first, 2))));
  return [pown(mom, 2), mul(mul(square, pown(point(factor), 2)), sec)];
}

/** C sqrt(1 - x^t), with bias correction times sqrt(1-b2^t)/(1-b1^t): the largest step number t. */
export function largestStep(t: number, [b1, b2]: readonly [number, number], convention: Convention): number {
  const x = (b1 * b1) / b2;
  const correction = Math.sqrt(1 - integerPower(b2, t)) / (1 - integerPower(b1, t));
  return bound([b1, b2]) * Math.sqrt(1 - integerPower(x, t)) * (convention === "pytorch" ? correction : 1);
}

/** The step that an optimizer takes from weight 0 with lr 1 and eps 0 after these gradients. */
export function stepOf(
  name: string,
  convention: Convention,
  pair: readonly [number, number],
  gradients: readonly number[],
) {
  const optimizer = optimizerNamed(name);
  const hyper = { lr: 1, weightDecay: 0, betas: pair, eps: 0, convention };
  let at = optimizer.init(Float64Array.of(0));
  for (const g of gradients) at = optimizer.update(hyper, { ...at, weights: Float64Array.of(0) }, Float64Array.of(g));
  return Math.abs(at.weights[0] as number);
}

/**
 * How far rounding may move step over bound, relatively: every term of both moments is rounded 3 times a step and powers once a step;
 * 1 - b^t, 1 - b and 1 - x lose as many digits as 1/(1-b) and 1/(1-x) have. u = 2^-53.
 */
export function slack(t: number, [b1, b2]: readonly [number, number]): number {
  const lost = (2 * t) / (1 - b1) + (2 * t) / (1 - b2) + 20 / (1 - (b1 * b1) / b2);
  return (12 * t + 20 + lost) * 2 ** -53;
}
