import { describe, expect, it } from "vitest";
import { drawActiveStart } from "../../src/data/activeStart.ts";
import { activeSet } from "../../src/dynamics/activeSet.ts";
import { coordinate } from "../../src/dynamics/coordinate.ts";
import type { Method, Problem } from "../../src/dynamics/recurrence.ts";
import { reduce } from "../../src/dynamics/reduce.ts";
import { scalar } from "../../src/dynamics/scalar.ts";
import { networkOf } from "../../src/setting/network.ts";
import { joinBatches } from "../../src/sim/batches.ts";

/** Two examples on disjoint supports; the first is away for `gap` steps, then comes back five times. */
function train(choose: (problem: Problem) => Method, optimizer: Problem["optimizer"], gap: number, sigma0 = 0.1) {
  const network = networkOf("cnn", { m: 3, q: 3 });
  const setting = { n: 2, d: 12, s: 4, sigmaP: 0.5, alpha: 0.2, m: 3, q: 3, sigma0, labels: "balanced" } as const;
  const start = drawActiveStart({ ...setting, supports: "disjoint" }, network, 3);
  const problem = { network, optimizer, start };
  const training = choose(problem).start(problem);
  const visits = [0, ...Array.from({ length: gap }, () => 1), 0, 0, 0, 0, 0];
  const finite = training.run(joinBatches(visits.map((i) => [i])));
  return { finite, ...training.coefficients() };
}

const adamw = { name: "adamw", lr: 1e-3, convention: "pytorch", eps: 0 } as const;

describe("an example that was away for long", () => {
  // With |rho| = 1 - lr weightDecay below b1/sqrt(b2) what the moments still move at the end outweighs what is left of the beginning.
  it.each([
    ["weights forgotten faster than moments", [0.9, 0.999], 500, 700],
    ["weights and moments forgotten alike", [0.9, 0.999], 100, 700],
    // Longer, and second moments would count as zero in one coordinate before the other.
    ["another ratio", [0.65, 0.5], 500, 600],
    ["rho < 0", [0.9, 0.999], 1500, 700],
    ["hardly any decay", [0.9, 0.999], 0.01, 3000],
  ] as const)("comes back as in the full training: %s", (_, betas, weightDecay, gap) => {
    for (const [method, eps] of [
      [scalar, 0],
      [coordinate, 0],
      [coordinate, 1e-8],
    ] as const) {
      const optimizer = { ...adamw, betas, weightDecay, eps };
      const [exact, reduced] = [activeSet, method].map((way) => train(() => way, optimizer, gap));
      // A thousand steps of a few roundings, relative to the largest coefficient there is.
      const size = Math.max(...exact.noise.map(Math.abs));
      exact.noise.forEach((x, at) => expect(Math.abs(x - (reduced.noise[at] as number))).toBeLessThan(1e-11 * size));
    }
  });

  // 0.26^k S falls below 2^-1000 after about 500 steps, coordinate by coordinate; (0.5/sqrt(0.26))^500 = 6e-5 of the first step is left.
  it("is not left to scalar where second moments count as zero before its steps have faded", () => {
    for (const betas of [
      [0.5, 0.26],
      [0.9, 0.81 * (1 + 2 ** -20)],
      [0.9, 0.999],
    ] as const) {
      const optimizer = { ...adamw, betas, weightDecay: 0.01 };
      const [exact, reduced] = [() => activeSet, (problem: Problem) => reduce(problem).method].map((choose) =>
        train(choose, optimizer, 4000),
      );
      // Four thousand steps of a few roundings, as above.
      const size = Math.max(...exact.noise.map(Math.abs));
      exact.noise.forEach((x, at) => expect(Math.abs(x - (reduced.noise[at] as number))).toBeLessThan(4e-11 * size));
    }
  });

  it("stays at 0 where it began there, also when rho^t has left the finite numbers", () => {
    // lr weightDecay = 4: rho = -3, and (-3)^700 overflows.
    const optimizer = { ...adamw, lr: 1, betas: [0.9, 0.999] as const, weightDecay: 4 };
    const { finite, noise, signal } = train(() => scalar, optimizer, 700, 0);
    expect([finite, ...noise, ...signal].every((x) => x === true || Math.abs(x as number) === 0)).toBe(true);
  });
});
