import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { inactiveSize } from "../../src/dynamics/inactive.ts";
import type { Problem } from "../../src/dynamics/recurrence.ts";
import { normalQuantile } from "../../src/numeric/normalQuantile.ts";
import { type Iterate } from "../../src/optimizers/optimizer.ts";
import { optimizerNamed } from "../../src/optimizers/registry.ts";
import { normal } from "../../src/random/normal.ts";
import { openStream } from "../../src/random/stream.ts";
import { conventions, optimizerEntries } from "../helpers/arbitraries.ts";
import { gamma } from "../helpers/close.ts";
import { spread } from "../helpers/spread.ts";
import { mean, NORMAL_DEVIATES } from "../helpers/statistics.ts";

type Optimizer = Problem["optimizer"];
const SIGMA0 = 0.25;
const NODES = 64;
const EACH = 250;
const DRAWS = NODES * EACH;

const coupled: [string, Optimizer][] = [
  [
    "adam, pytorch",
    { name: "adam", lr: 2e-3, weightDecay: 0.5, convention: "pytorch", betas: [0.9, 0.999], eps: 1e-8 },
  ],
  ["adam, paper", { name: "adam", lr: 2e-3, weightDecay: 0.5, convention: "paper", betas: [0.9, 0.99], eps: 1e-3 }],
  ["adam, eps = 0", { name: "adam", lr: 2e-3, weightDecay: 1e-5, convention: "pytorch", betas: [0.5, 0.9], eps: 0 }],
  // 1e-5 |w| is far below eps: steps in proportion to w.
  [
    "adam, large eps",
    { name: "adam", lr: 0.5, weightDecay: 1e-2, convention: "pytorch", betas: [0.9, 0.999], eps: 0.5 },
  ],
  ["signsgd", { name: "signsgd", lr: 2e-3, weightDecay: 0.5, convention: "pytorch" }],
];

/** Squares of Gaussian weights without a gradient after some steps of the optimizer itself, in the order of |w(0)|. */
function squaresAt(optimizer: Optimizer, times: readonly number[]): Float64Array[] {
  const stream = openStream(1, "initialWeights", 0);
  const start = Float64Array.from({ length: DRAWS }, () => SIGMA0 * normal(stream));
  const { init, update } = optimizerNamed(optimizer.name);
  const still = new Float64Array(DRAWS);
  let at: Iterate = init(start.sort((a, b) => Math.abs(a) - Math.abs(b)));
  return times.map((time) => {
    while (at.step < time) at = update(optimizer, at, still, at);
    return at.weights.map((w) => w * w);
  });
}

const deviation = (values: Float64Array): number => {
  const centre = mean([...values]);
  return Math.sqrt(mean([...values].map((value) => (value - centre) ** 2)));
};

/**
 * How far tau^2 may be from the mean of the squares of DRAWS weights. Of the draws: NORMAL_DEVIATES standard errors. Of the nodes: a
 * node stands for the mean of its class. As long as w(t)^2 grows with |w(0)|, the root mean square of a class lies between its 1/e
 * and (1 - 1/e) quantiles, where by Cantelli a value is within sqrt(e - 1) standard deviations of the mean; when weights oscillate
 * about 0, a node is as good as a draw from its class, and the sum over 64 of them is further off than that bound once in 10^9.
 */
function bound(squares: Float64Array): number {
  const within = Array.from({ length: NODES }, (_, c) => deviation(squares.subarray(c * EACH, (c + 1) * EACH)));
  return NORMAL_DEVIATES * (deviation(squares) / Math.sqrt(DRAWS)) + Math.sqrt(Math.E - 1) * mean(within);
}

describe("inactiveSize, coupled decay", () => {
  const TIMES = [0, 1, 10, 50, 100, 150];

  test.each(coupled)("%s: is the root mean square of 16000 Gaussian weights", (_, optimizer) => {
    const tau = inactiveSize(optimizer, SIGMA0);
    let informative = 0;
    squaresAt(optimizer, TIMES).forEach((squares, k) => {
      const expected = mean([...squares]);
      const allowed = bound(squares);
      expect(Math.abs(tau(TIMES[k]) ** 2 - expected)).toBeLessThanOrEqual(allowed);
      if (allowed < 0.2 * expected) informative++;
    });
    // At the times that matter, before all weights oscillate, the bound says something.
    expect(informative).toBeGreaterThanOrEqual(3);
  });

  // The classes' second moments telescope to that of the whole: 64 nodes, whose squares are sums of terms up to 2 64 phi(1) < 32.
  test.each(coupled)("%s: begins at sigma0, as the nodes' mean square is 1", (_, optimizer) => {
    expect(Math.abs(inactiveSize(optimizer, SIGMA0)(0) / SIGMA0 - 1)).toBeLessThanOrEqual(32 * gamma(8));
  });

  // As long as t eta is below every node x_c sigma0 (the least is about 0.011 sigma0), SignSGD leaves x_c sigma0 - t eta of it:
  //   tau^2 = sigma0^2 - 2 t eta sigma0 mean(x_c) + t^2 eta^2
  // and mean(x_c) is known from x_c^2 = mean of N^2 over the class, here by the midpoint rule over probabilities. That rule is off most
  // in the last cell of the tail, where N^2 is about -2 ln p: by (ln 2)/2000 in x_c^2, 2e-6 in the mean of 64.
  test("has its nodes at the root mean squares of classes of equal probability", () => {
    const squares = Array.from(
      { length: NODES * 2000 },
      (_, k) => normalQuantile(0.5 + (k + 0.5) / (NODES * 4000)) ** 2,
    );
    const nodes = Array.from({ length: NODES }, (_, c) => Math.sqrt(mean(squares.slice(c * 2000, (c + 1) * 2000))));
    const eta = 1e-3 * SIGMA0;
    const tau = inactiveSize({ name: "signsgd", lr: eta, weightDecay: 1, convention: "pytorch" }, SIGMA0);
    for (const t of [1, 3, 10]) {
      const found = (SIGMA0 ** 2 + (t * eta) ** 2 - tau(t) ** 2) / (2 * t * eta * SIGMA0);
      expect(Math.abs(found - mean(nodes))).toBeLessThan(1e-5);
    }
  });

  test.prop([optimizerEntries, fc.array(fc.nat(9), { maxLength: 6 })])(
    "does not depend on how often it is asked",
    (optimizer, gaps) => {
      const often = inactiveSize(optimizer, SIGMA0);
      let step = 0;
      for (const gap of gaps) often((step += gap));
      expect(often(step)).toBe(inactiveSize(optimizer, SIGMA0)(step));
    },
  );
});

describe("inactiveSize, a factor a step", () => {
  const hyper = { convention: "pytorch", betas: [0.9, 0.999] as [number, number], eps: 1e-8 } as const;
  // rho = 1 - 1/4 = 3/4, or 1 - 3/2 = -1/2, which turns weights around at every step; powers of both are exact.
  test.each([
    ["sgd", 0.25, 1, 0.75],
    ["sgd", 0.5, 3, -0.5],
    ["adamw", 0.25, 1, 0.75],
    ["signsgdw", 0.5, 3, -0.5],
    ["adam", 0.25, 0, 1],
    ["signsgd", 0.25, 0, 1],
    ["sgd", 0.25, 0, 1],
  ])("%s, lr %d, decay %d: rho = %d, exactly", (name, lr, weightDecay, rho) => {
    const tau = inactiveSize({ name, lr, weightDecay, ...hyper }, SIGMA0);
    for (const step of [0, 1, 2, 7, 20]) expect(tau(step)).toBe(SIGMA0 * rho ** step);
  });

  test.prop([
    fc.constantFrom("sgd", "adamw", "signsgdw"),
    fc.double({ min: 1e-3, max: 1, noNaN: true }),
    spread(0, 2.5),
    conventions,
    fc.nat(40),
  ])("is what a single weight of that size becomes", (name, lr, weightDecay, convention, steps) => {
    const optimizer = { ...hyper, name, lr, weightDecay, convention };
    const { init, update } = optimizerNamed(name);
    let at = init(Float64Array.of(SIGMA0));
    for (let k = 0; k < steps; k++) at = update(optimizer, at, new Float64Array(1), at);
    const tau = inactiveSize(optimizer, SIGMA0)(steps);
    // rho itself is rounded, relative to terms of 1 and lr decay; SGD forms w - eta lambda w, so an error is relative to these.
    const size = SIGMA0 * (1 + lr * weightDecay) ** steps;
    expect(Math.abs(tau - at.weights[0])).toBeLessThanOrEqual(gamma(4 * steps + 4) * size);
  });
});

describe("inactiveSize under a schedule", () => {
  const rate = (t: number) => 1 / t;

  // eta r(t) lambda = 1/4, 1/8, 1/12: 1/4 (3/4) (7/8) (11/12).
  test("multiplies what every step leaves", () => {
    const optimizer: Optimizer = { name: "adamw", lr: 0.5, weightDecay: 0.5, convention: "pytorch", betas: [0, 0.5] };
    const size = inactiveSize(optimizer, 0.25, rate);
    expect([0, 1, 3].map((step) => size(step))).toEqual([
      0.25,
      0.1875,
      expect.closeTo(0.25 * 0.75 * 0.875 * (11 / 12), 15),
    ]);
  });

  // Signs move every weight by eta r(t) towards 0: by 1/16 + 1/32 in two steps, which no node but those below 3/32 passes.
  test("steps with the rate of each step where decay is coupled", () => {
    const optimizer: Optimizer = { name: "signsgd", lr: 2 ** -20, weightDecay: 1, convention: "pytorch" };
    const [slow, constant] = [inactiveSize(optimizer, 0.25, rate), inactiveSize(optimizer, 0.25)];
    // To first order in eta both fall by it times the steps taken, 1 + 1/2 and 2.
    const fall = (size: (step: number) => number) => size(0) - size(2);
    const [byRate, by] = [slow, constant].map(fall) as [number, number];
    expect(byRate / by).toBeCloseTo(0.75, 3);
  });
});
