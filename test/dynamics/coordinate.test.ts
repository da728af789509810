import { describe, expect, test } from "vitest";
import { activeSet } from "../../src/dynamics/activeSet.ts";
import { coordinate } from "../../src/dynamics/coordinate.ts";
import { scalar } from "../../src/dynamics/scalar.ts";
import { joinBatches } from "../../src/sim/batches.ts";
import { expectWithin, gamma } from "../helpers/close.ts";
import { after, spelledProblem } from "./spelled.ts";

/**
 * Example 1 (y = 1) has zeta = (2, -1, 0), example 2 zeta = (0, 0, 1), alpha = 0; both neurons begin at u = 1, w = (1/2, 0, 1): all
 * pre-activations of example 1 are 1, sigma' = 3, l = 1/2, a = 3/2. eta = 1/4, lambda = 1, rho = 3/4, eps = 3/4, b1 = 1/2, b2 = 3/4.
 */
const problem = (convention: "paper" | "pytorch", eps = 0.75) =>
  spelledProblem(
    3,
    { name: "adamw", lr: 0.25, weightDecay: 1, convention, betas: [0.5, 0.75], eps },
    {
      labels: [1, -1],
      noisePatches: [
        [0, 2, -1, 0],
        [0, 0, 0, 1],
      ],
      weights: [[[1, 0.5, 0, 1]], [[1, 0.5, 0, 1]]],
    },
  );

describe("coordinate, by hand: example 1, then a step without it", () => {
  // paper: M = a/2 = 3/4 and sqrt(S) = sqrt(1/4) a = 3/4, so that k moves by eta xi 3/4/(3/4 |xi| + 3/4) = eta xi/(|xi| + 1):
  // eta 2/3 and -eta/2. Then M = 3/8, sqrt(S) = 3/4 sqrt(3/4): eta xi 3/8/(3/8 sqrt(3) |xi| + 3/4) = eta xi/(sqrt(3) |xi| + 2).
  // pytorch: M = sqrt(S) = a: eta xi 3/2/(3/2 |xi| + 3/4) = eta 2 xi/(2 |xi| + 1): eta 4/5, -eta 2/3. Then
  // M = (3/8)/(3/4) = 1/2, S = (27/64)/(7/16) = 27/28: eta xi 1/2/(sqrt(27/28) |xi| + 3/4).
  const late = Math.sqrt(27 / 28);
  test.each([
    ["paper", [2 / 3, -1 / 2], [2 / (2 * Math.sqrt(3) + 2), -1 / (Math.sqrt(3) + 2)]],
    ["pytorch", [4 / 5, -2 / 3], [1 / (2 * late + 0.75), -0.5 / (late + 0.75)]],
  ] as const)("%s", (convention, first, then) => {
    const one = after(coordinate.start(problem(convention)), [0]);
    const two = after(coordinate.start(problem(convention)), [0], [1]);
    const start = [0.5, 0];
    // A dozen roundings of terms of at most 1.
    const tolerance = () => gamma(20);
    const lanes = [1, -1];
    const w1 = [0, 1].flatMap((k) => lanes.map((j) => (3 / 4) * start[k] + (j / 4) * first[k]));
    const w2 = [0, 1].flatMap((k) => lanes.map((j, r) => (3 / 4) * w1[2 * k + r] + (j / 4) * then[k]));
    expectWithin(one.weights().slice(2, 6), w1, tolerance);
    expectWithin(two.weights().slice(2, 6), w2, tolerance);
    const z = lanes.map((_, r) => 2 * w2[r] - w2[2 + r]);
    expectWithin(two.coefficients().noise.slice(0, 2), z, () => 4 * gamma(20));
  });

  test("is scalar where eps is 0", () => {
    const batches = [[0], [1], [1], [0, 1], [1], [0]];
    for (const convention of ["paper", "pytorch"] as const) {
      const [one, other] = [coordinate, scalar].map((method) =>
        after(method.start(problem(convention, 0)), ...batches),
      );
      // Six steps of a dozen roundings each, of numbers below 4; pre-activations stay away from 0.
      expectWithin(one.weights(), other.weights(), () => 4 * gamma(72));
      expect([one.along?.(), other.along?.()?.length]).toEqual([undefined, 4]);
    }
  });
});

test("what overflows in one example's steps reaches no other example", () => {
  // b2 = 0 < b1: example 1's first moment lives on while its second is gone, so that its step is 0.3 g/|g'|, without bound; weight 1e80
  // makes its square infinite. Example 2 has supports of its own, and goes on as it would alone.
  const optimizer = { name: "adamw", lr: 1e-3, weightDecay: 0, convention: "paper", betas: [0.3, 0], eps: 0 } as const;
  const start = {
    labels: [1, 1],
    noisePatches: [
      [0, 1, 0],
      [0, 0, 1],
    ],
    weights: [[[0, 0, 0]], [[0, 1e80, 0.5]]],
  };
  const batches = [[0], [0], [1], [1], [1]];
  const [exact, dense] = [coordinate, activeSet].map((method) => {
    const recurrence = method.start(spelledProblem(3, optimizer, start as never));
    const ran = batches.map((batch) => recurrence.run(joinBatches([batch])));
    return { ran, last: recurrence.weights().slice(4) };
  });
  expect(exact?.ran).toEqual(dense?.ran);
  expect(exact?.last).toEqual(dense?.last);
});
