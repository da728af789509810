import { test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { gram } from "../../src/dynamics/gram.ts";
import { nest } from "../../src/dynamics/nest.ts";
import type { Problem } from "../../src/dynamics/recurrence.ts";
import { integerPower } from "../../src/numeric/integerPower.ts";
import { expectWithin, gamma } from "../helpers/close.ts";
import { cases } from "./arbitrary.ts";
import { after, spelledProblem } from "./spelled.ts";

const sgd = (optimizer: Problem["optimizer"]) => ({ ...optimizer, name: "sgd" });

/**
 * zeta_1 = (1, 0), zeta_2 = (1, 1), G = [1 1; 1 2], alpha = 1/2, y = (1, -1), and both neurons begin at u = 1, w = (1, 0), so that
 * z = (1, 1), x = z - alpha y u = (1/2, 3/2), margins 0 and l_{j,i} = j y_i/2.  q = 3, eta = lambda = 1/2, rho = 3/4.
 */
const problem = spelledProblem(
  3,
  { name: "sgd", lr: 0.5, weightDecay: 0.5, convention: "pytorch" },
  {
    labels: [1, -1],
    noisePatches: [
      [-0.5, 1, 0],
      [0.5, 1, 1],
    ],
    weights: [[[1, 1, 0]], [[1, 1, 0]]],
  },
);

describe("gram, by hand", () => {
  // Both examples, eta/b = 1/4; sigma'(u) = 3, sigma'(-u) = 0, sigma'(x) = (3/4, 27/4). For j = +1:
  //   u' = 3/4 + 1/4 [1/2 (3 - 3/8) + (-1)(-1/2) (0 - 27/8)] = 3/4 - 3/32 = 21/32
  //   z_1' = 3/4 + 1/4 [3/8 1 - 27/8 1] = 0,   z_2' = 3/4 + 1/4 [3/8 1 - 27/8 2] = -27/32
  // and for j = -1 the brackets with the other sign: u' = 27/32, z' = (3/2, 75/32).  x = z -+ u/2.
  test("one step of gradient descent is exact in fractions", () => {
    const { signal, noise } = after(gram.start(problem), [0, 1]).coefficients();
    expect([...signal]).toEqual([21 / 32, 27 / 32]);
    expect([...noise]).toEqual([-21 / 64, 69 / 64, -33 / 64, 177 / 64]);
  });

  // Then example 1 alone, b = 1. Its outputs: F_{+1} = (21/32)^3 + 0, F_{-1} = (27/32)^3 + (69/64)^3.
  //   u'' = rho u + j/2 l [3 u^2 - 1/2 sigma'(x_1)],   z_i'' = rho z_i + j/2 l sigma'(x_1) G_i1,   G_11 = G_21 = 1
  test("a second step on one example moves the other through what they share", () => {
    const { signal, noise } = after(gram.start(problem), [0, 1], [0]).coefficients();
    const l = 1 / (1 + Math.exp((21 / 32) ** 3 - (27 / 32) ** 3 - (69 / 64) ** 3));
    const pull = (l / 2) * 3 * (69 / 64) ** 2;
    const u = [(3 / 4) * (21 / 32) + (l / 2) * 3 * (21 / 32) ** 2];
    u.push((3 / 4) * (27 / 32) - (l / 2) * 3 * (27 / 32) ** 2 + pull / 2);
    const z1 = [0, (3 / 4) * (3 / 2) - pull];
    const z2 = [(3 / 4) * (-27 / 32), (3 / 4) * (75 / 32) - pull];
    // No term is above 8, and none is further from its data than some twenty roundings.
    expectWithin(signal, u, () => 8 * gamma(20));
    expectWithin(noise, [z1[0] - u[0] / 2, z1[1] - u[1] / 2, z2[0] + u[0] / 2, z2[1] + u[1] / 2], () => 8 * gamma(20));
  });

  // From the first step: gamma = u' - rho u(0) = -+3/32, rho_i = c_i |zeta_i|^2 with c = j/4 (3/8, -27/8), |zeta|^2 = (1, 2).
  test("its decomposition is that of w = rho w_0 + gamma v + sum_i rho_i zeta_i/|zeta_i|^2", () => {
    const { signal, decomposition } = nest(problem, gram, after(gram.start(problem), [0, 1]));
    expect(signal).toEqual([[21 / 32], [27 / 32]]);
    expect(decomposition).toEqual({
      gamma: [[-3 / 32], [3 / 32]],
      rho: [[[3 / 32, -27 / 16]], [[-3 / 32, 27 / 16]]],
    });
  });
});

describe("the signal-noise decomposition", () => {
  test.prop([cases("independent", 60, sgd)], { numRuns: 60 })(
    "gives back every weight, supports overlapping or not",
    ({ problem, legs }) => {
      const recurrence = gram.start(problem);
      for (const leg of legs) if (!recurrence.run(leg)) return;
      const { decomposition } = nest(problem, gram, recurrence);
      const { network, optimizer, start } = problem;
      const { count, rows, coordinates, values } = start.examples;
      const width = 2 * network.neurons;
      const decayed = integerPower(1 - optimizer.lr * optimizer.weightDecay, recurrence.step);
      const weights = start.weights.map((w) => decayed * w);
      const sizes = weights.map(Math.abs);
      const add = (at: number, term: number) => {
        weights[at] += term;
        sizes[at] += Math.abs(term);
      };
      for (let r = 0; r < width; r++) {
        const [j, neuron] = [Math.floor(r / network.neurons), r % network.neurons];
        add(r, decomposition?.gamma[j][neuron] as number);
        for (let i = 0; i < count; i++) {
          const own = [...coordinates.keys()].slice(rows[i], rows[i + 1]).filter((e) => coordinates[e] !== 0);
          const squares = own.reduce((sum, e) => sum + values[e] ** 2, 0);
          const rho = decomposition?.rho[j][neuron][i] as number;
          for (const e of own) add(coordinates[e] * width + r, (rho * values[e]) / squares);
        }
      }
      // Per term two sums of s squares, two products and a quotient; then the sum over n + 2 terms.
      const entries = Math.max(...rows.slice(1).map((end, i) => end - rows[i]));
      expectWithin(weights, recurrence.weights(), (at) => gamma(2 * entries + count + 8) * sizes[at]);
    },
  );
});
