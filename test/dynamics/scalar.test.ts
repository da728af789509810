import { describe, expect, test } from "vitest";
import { scalar } from "../../src/dynamics/scalar.ts";
import { expectWithin, gamma } from "../helpers/close.ts";
import { after, spelledProblem } from "./spelled.ts";

/**
 * Example 1 (y = 1) has zeta = (2, -1, 0), example 2 (y = -1) has zeta = (0, 0, 1/2), alpha = 0; both neurons begin at u = 1/2,
 * w = (1, 0, 4), so that z = x = (2, 2) and every pre-activation but -u is positive. eta = 1/4, lambda = 1: rho = 3/4.
 */
const problem = (optimizer: object) =>
  spelledProblem(
    3,
    { name: "adamw", lr: 0.25, weightDecay: 1, convention: "paper", eps: 0, ...optimizer },
    {
      labels: [1, -1],
      noisePatches: [
        [0, 2, -1, 0],
        [0, 0, 0, 0.5],
      ],
      weights: [[[0.5, 1, 0, 4]], [[0.5, 1, 0, 4]]],
    },
  );

const betas: [number, number] = [1 / 2, 9 / 16];
const root = Math.sqrt(7);

/**
 * The normalized steps after a gradient a at step 1 and none at step 2, and of a gradient at step 2 alone; sgn(a) left out. Without
 * correction M_1 = a/2, S_1 = 7/16 a^2 and M_2 = a/4, S_2 = 63/256 a^2; with it M_1 = a, S_1 = a^2, then
 * M_2 = (a/4)/(3/4) = a/3, S_2 = (63/256)/(175/256) a^2 = 9/25 a^2, and M = (a/2)/(3/4) = 2/3 a, S = (7/16)/(175/256) a^2 = 16/25 a^2.
 */
const ROWS = [
  ["adamw, paper", { betas }, 2 / root, 4 / (3 * root), 2 / root],
  ["adamw, pytorch", { betas, convention: "pytorch" }, 1, 5 / 9, 5 / 6],
  ["signsgdw", { name: "signsgdw" }, 1, 0, 1],
] as const;

describe("scalar, by hand: example 1, then example 2", () => {
  // y u = 1/2 > 0 for example 1 and < 0 for example 2, so that u has no gradient at step 2: u follows the same numbers as c_1.
  //   c_1 = j eta (rho first + then),  c_2 = -j eta alone,  u = rho^2/2 + c_1,  z_i = rho^2 2 + c_i |zeta_i|_1,  |zeta|_1 = (3, 1/2)
  test.each(ROWS)("%s", (_, optimizer, first, then, alone) => {
    const recurrence = after(scalar.start(problem(optimizer)), [0], [1]);
    const { signal, noise } = recurrence.coefficients();
    const c1 = [1, -1].map((j) => (j / 4) * ((3 / 4) * first + then));
    const c2 = [1, -1].map((j) => (-j / 4) * alone);
    // A dozen roundings of terms below 4 each.
    const tolerance = () => 4 * gamma(20);
    expectWithin(
      signal,
      c1.map((c) => 9 / 32 + c),
      tolerance,
    );
    expectWithin(noise, [...c1.map((c) => 9 / 8 + 3 * c), ...c2.map((c) => 9 / 8 + c / 2)], tolerance);
    expectWithin(recurrence.along?.() as Float64Array, [...c1, ...c2], tolerance);
    // w[k] = rho^2 w_0[k] + sgn(zeta[k]) c
    const weights = [...c1.map((c) => 9 / 16 + c), ...c1.map((c) => -c), ...c2.map((c) => 9 / 4 + c)];
    expectWithin(recurrence.weights().slice(2), weights, tolerance);
  });

  test("reading it at every step changes no number", () => {
    const read = scalar.start(problem({ betas }));
    for (const batch of [[0], [1], [1], [0, 1]]) {
      read.coefficients();
      read.weights();
      after(read, batch);
    }
    const unread = after(scalar.start(problem({ betas })), [0], [1], [1], [0, 1]);
    expect(read.coefficients()).toEqual(unread.coefficients());
    expect(read.weights()).toEqual(unread.weights());
  });
});
