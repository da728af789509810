import { describe, expect, test } from "vitest";
import { drawActiveStart } from "../../src/data/activeStart.ts";
import { dynamics } from "../../src/dynamics/dynamics.ts";
import { parseDynamics } from "../../src/dynamics/run.ts";
import { networkOf } from "../../src/setting/network.ts";
import { finish } from "../../src/sim/follow.ts";
import { simulate } from "../../src/sim/simulate.ts";

const TESTS = 1e5;
const base = { n: 4, s: 12, sigmaP: 0.65, alpha: 0.3, m: 2, q: 3, sigma0: 0.2, labels: "balanced" };
/** Steps small against sigma0, so that weights that it moves stay nearly Gaussian: what the approximation of coupled decay is good for. */
const adam = { name: "adam", lr: 1e-3, weightDecay: 0.05 };
/** rho^40 = 0.61: inactive weights lose a good part of their size. */
const adamw = { name: "adamw", lr: 5e-3, weightDecay: 2.5, eps: 0 };

/** Test errors at the start and the end, of both levels, and the number of inactive coordinates. */
function errors(setting: object, optimizer: object, method: string, testSize: number) {
  const file = { setting: { ...base, ...setting }, optimizer, batchSize: 2, epochs: 20, recordEvery: 20, testSize };
  const { method: _, ...plain } = parseDynamics(file);
  const full = simulate(plain).history.map(({ testError }) => testError);
  const seen = finish(dynamics(parseDynamics({ ...file, method }))).history.map(({ testError }) => testError);
  const { coordinates } = drawActiveStart(plain.setting, networkOf("cnn", plain.setting), plain.seed);
  return { full, seen, inactive: plain.setting.d - coordinates.length, d: plain.setting.d };
}

describe("the test error on active coordinates", () => {
  test("is simulate's own where all coordinates are active", () => {
    const { full, seen, inactive } = errors({ d: 49, supports: "disjoint" }, adam, "active-set", 2000);
    expect(inactive).toBe(0);
    expect(seen).toEqual(full);
  });

  // Both levels judge the same labels and active entries; of the others level 0 has one draw of weights, this one a Gaussian each.
  //
  // Of N test examples each: were they different ones, the difference of the two shares would have variance 2 p (1 - p)/N; on the
  // same examples it is smaller. Besides, I inactive weights of one lane have a root mean square off by about 1/sqrt(2 I) of itself,
  // the same for all test examples. Given all but one lane's noise an example is right or wrong as that noise is above or below some
  // number, and another scale of a normal number, by a share e, moves a probability by at most max(x phi(x)) e = 0.242 e; only the
  // inactive share of the noise, about I/d, is so scaled. Over 2m lanes that is a variance of (0.242 I/d)^2 2m/(2 I).
  // Four standard deviations of both together.
  test.each([
    ["overlap large", { d: 24 }, adam, "active-set"],
    ["overlap small", { d: 481 }, adam, "active-set"],
    ["nearly none", { d: 48_001, supports: "disjoint" }, adamw, "scalar"],
  ] as const)("agrees with simulate's on 10^5 fresh examples: %s", (_, setting, optimizer, method) => {
    const { full, seen, inactive, d } = errors(setting, optimizer, method, TESTS);
    expect(inactive).toBeGreaterThan(0);
    full.forEach((p, k) => {
      const shared = (0.242 * (inactive / d)) ** 2 * (base.m / inactive);
      const tolerance = 4 * Math.sqrt((2 * p * (1 - p)) / TESTS + shared);
      expect(Math.abs(seen[k] - p)).toBeLessThan(tolerance);
    });
    // Neither error is 0 or 1, where any two would agree.
    expect(Math.min(...full)).toBeGreaterThan(0.01);
    expect(Math.max(...full)).toBeLessThan(0.99);
  });
});
