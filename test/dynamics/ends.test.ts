import { describe, expect, test } from "vitest";
import { activeSet } from "../../src/dynamics/activeSet.ts";
import type { Problem, Recurrence } from "../../src/dynamics/recurrence.ts";
import { scalar } from "../../src/dynamics/scalar.ts";
import { joinBatches } from "../../src/sim/batches.ts";
import { UNIT } from "../helpers/close.ts";
import { followed } from "./backward.ts";
import { shadowOf } from "./shadow.ts";
import { spelledProblem } from "./spelled.ts";

/** One example, y = +1 and xi = (0, 1), q = 3; all weights 0 but class -1's on coordinate 1, so that its x = w falls to the kink of sigma'. */
const problemOf = (optimizer: Problem["optimizer"], w: number) =>
  spelledProblem(3, optimizer, { labels: [1], noisePatches: [[0, 1]], weights: [[[0, 0]], [[0, w]]] });

const steps = (count: number) => joinBatches(Array.from({ length: count }, () => [0]));

/** x of class -1. */
const xOf = (recurrence: Recurrence) => recurrence.coefficients().noise[1] as number;

function after(problem: Problem, count: number) {
  const levels = [activeSet, scalar].map((method) => method.start(problem));
  for (const level of levels) level.run(steps(count));
  const truth = shadowOf(problem);
  for (let t = 0; t < count; t++) truth.step([0]);
  const [level0, level1] = levels.map(xOf) as [number, number];
  return { level0, level1, truth: truth.coefficients()[3]?.toNumber() as number };
}

function everyStepIsExact(problem: Problem, count: number): void {
  const came = followed(scalar, { problem, legs: [steps(count)] });
  expect(came.wrong).toBeUndefined();
  expect(came).toMatchObject({ steps: count, open: 0 });
}

describe("ends may differ where every step is exact", () => {
  // SignSGDW without decay: 0.4 falls by 0.1 a step. One neuron's gradient is 0 at 0, and of whole size next to it.
  test("a tie: 0.4 - 4 0.1", () => {
    const problem = problemOf({ name: "signsgdw", lr: 0.1, weightDecay: 0, convention: "paper" }, 0.4);
    // 0.1 as a double is above 1/10, 0.4 is four times that: the truth is exactly 0, and so is 0.4 - (0.1 + 0.1 + 0.1 + 0.1).
    expect(after(problem, 4)).toEqual({ level0: 2 ** -55, level1: 0, truth: 0 });
    // ((0.4 - 0.1) - 0.1) - 0.1 - 0.1 is 2^-55, whose sign takes one more whole step.
    expect(after(problem, 5)).toEqual({ level0: 2 ** -55 - 0.1, level1: 0, truth: 0 });
    everyStepIsExact(problem, 5);
  });

  // AdamW with eps = 0 and decay: x shrinks by a fixed share of itself. Level 0 has it as a weight, to a relative error; level 1 as
  // rho^t w_0 + c, two numbers near 0.006 whose sum has their rounding error. When that is positive again, the normalized step is of whole size.
  test("a kink: x that shrinks to 1e-32", () => {
    const betas = [0.5, 0.7] as const;
    const problem = problemOf({ name: "adamw", lr: 1e-3, weightDecay: 0.5, convention: "paper", betas, eps: 0 }, 0.007);
    const before = after(problem, 381);
    expect(before.truth).toBeCloseTo(1.358e-32, 35);
    // 381 steps of a few roundings each: of x itself at level 0, of w_0 at level 1.
    expect(Math.abs(before.level0 - before.truth)).toBeLessThan(8 * 381 * UNIT * before.truth);
    expect(Math.abs(before.level1 - before.truth)).toBeLessThan(8 * 381 * UNIT * 0.007);
    // The same bound does not hold any more, and both are right: they stepped from different x.
    const ended = after(problem, 390);
    expect(Math.abs(ended.level0 - ended.truth)).toBeLessThan(8 * 390 * UNIT * ended.truth);
    expect(ended.level1).toBeLessThan(-1e-6);
    everyStepIsExact(problem, 390);
  });
});
