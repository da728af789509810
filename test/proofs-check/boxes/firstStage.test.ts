import fc from "fast-check";
import { expect, test } from "vitest";
import { drawStart } from "../../../src/data/start.ts";
import { coefficientsOf } from "../../../src/dynamics/activeSet.ts";
import { featureNoise, noiseEntries } from "../../../src/dynamics/entries.ts";
import { networkOf } from "../../../src/setting/network.ts";
import type { Setting } from "../../../src/setting/setting.ts";
import { batchGradient } from "../../../src/sim/gradient.ts";

/** What is proved holds for exact numbers; a sum of a hundred doubles is right to this. */
const ROUNDING = 1 + 1e-12;

/** States of the first stage: starts whose weights are scaled so that no |w[1]| and no x_i is above 1/m. */
const states = fc
  .record({
    n: fc.integer({ min: 1, max: 6 }),
    s: fc.integer({ min: 1, max: 4 }),
    sigmaP: fc.double({ min: 0.1, max: 1, noNaN: true }),
    alpha: fc.constantFrom(0, 0.2, 0.9),
    m: fc.integer({ min: 2, max: 4 }),
    q: fc.integer({ min: 3, max: 5 }),
    share: fc.double({ min: 0.01, max: 1, noNaN: true }),
    seed: fc.nat({ max: 1e6 }),
  })
  .map(({ share, seed, ...sizes }) => {
    const { n, s, m, q } = sizes;
    const setting = {
      ...sizes,
      ...{ d: n * s + 1, sigma0: 1, labels: "rademacher", supports: "disjoint" },
    } as unknown as Setting;
    const network = networkOf("cnn", setting);
    const { examples, weights: drawn } = drawStart(setting, network, seed);
    const at = coefficientsOf(drawn, network, examples);
    const largest = Math.max(...at.signal.map(Math.abs), ...at.noise);
    const weights = drawn.map((w) => (w * share) / (m * largest));
    const { signal, noise } = coefficientsOf(weights, network, examples);
    const gradient = batchGradient(
      network,
      weights,
      examples,
      Int32Array.from({ length: n }, (_, i) => i),
    );
    return { ...{ n, m, q, examples, weights, gradient, signal, noise }, alpha: sizes.alpha, width: 2 * m };
  });

type State = typeof states extends fc.Arbitrary<infer One> ? One : never;

const positive = (x: number) => Math.max(x, 0);

/** Of every neuron with a feature above 0: it, its class's share, its responses, and -j times the data's gradient. */
function* neurons({ n, m, width, examples, signal, noise, gradient }: State) {
  for (let r = 0; r < width; r++) {
    const j = r < m ? 1 : -1;
    const u = j * (signal[r] as number);
    const p = examples.labels.reduce((sum, y) => sum + (y === j ? 1 : 0), 0) / n;
    const x = Array.from({ length: n }, (_, i) => noise[i * width + r] as number);
    if (u > 0) yield { r, j, u, p, x, up: -j * (gradient[r] as number) };
  }
}

/** (q/n) sum_i (x_i)_+^(q-1) */
const against = ({ q, n }: State, x: readonly number[]) =>
  (q / n) * x.reduce((sum, one) => sum + positive(one) ** (q - 1), 0);

test("residuals lie between 3/8 and 5/8", () => {
  fc.assert(
    fc.property(states, ({ q, m, width, examples, signal, noise }) => {
      examples.labels.forEach((y, i) => {
        let margin = 0;
        for (let r = 0; r < width; r++) {
          const output = positive(y * (signal[r] as number)) ** q + positive(noise[i * width + r] as number) ** q;
          margin += (r < m ? y : -y) * output;
        }
        expect(Math.abs(1 / (1 + Math.exp(margin)) - 1 / 2)).toBeLessThan(1 / 8);
      });
    }),
  );
});

test("a sign step lowers what memorized noise outweighs, and raises what outweighs it", () => {
  let [down, up] = [0, 0];
  fc.assert(
    fc.property(states, (state) => {
      const { q, n, alpha } = state;
      for (const { u, p, x, up: pull } of neurons(state)) {
        for (const least of x.filter((one) => one > 0)) {
          const f = x.filter((one) => one >= least).length / n;
          if (alpha * f * least ** (q - 1) < (5 / 3) * p * u ** (q - 1) * ROUNDING) continue;
          if (p === 0 && alpha === 0) continue;
          down++;
          expect(pull).toBeLessThan(0);
        }
        const lambda = 0.1 * q * p * u ** (q - 2);
        if (p === 0 || (5 / 8) * alpha * against(state, x) + lambda * u > (3 / 8) * q * p * u ** (q - 1)) continue;
        up++;
        expect(pull - lambda * u).toBeGreaterThan(0);
      }
    }),
    { numRuns: 400 },
  );
  expect(Math.min(down, up)).toBeGreaterThan(20);
});

test("the mean-field threshold of the feature is right to a quarter", () => {
  fc.assert(
    fc.property(states, (state) => {
      const { q, alpha } = state;
      for (const { u, p, up } of neurons(state)) {
        const threshold = (q * p * u ** (q - 2)) / 2;
        if (p === 0) continue;
        expect(up - (5 / 4) * threshold * u).toBeLessThan(0);
        if (alpha === 0) expect(up - (3 / 4) * threshold * u).toBeGreaterThan(0);
      }
    }),
  );
});

test("a step of GD grows the largest feature by a quarter of eta q p L^(q-1), where decay and feature noise take an eighth", () => {
  let seen = 0;
  fc.assert(
    fc.property(states, fc.double({ min: 0, max: 1, noNaN: true }), (state, part) => {
      const { q, alpha } = state;
      for (const { u, p, x, up } of neurons(state)) {
        const eighth = (q * p * u ** (q - 1)) / 8;
        const left = eighth - alpha * against(state, x);
        if (left <= 0) continue;
        seen++;
        // lambda u is a part of what is left.
        expect((up - part * left) * ROUNDING).toBeGreaterThanOrEqual(2 * eighth);
      }
    }),
    { numRuns: 300 },
  );
  expect(seen).toBeGreaterThan(20);
});

test("a step of GD grows no response by more than the noise lets it", () => {
  fc.assert(
    fc.property(states, ({ n, m, q, alpha, width, examples, noise, gradient }) => {
      const squares = Array.from({ length: n }, (_, i) => {
        const [first, end] = noiseEntries(examples, i);
        return examples.values.subarray(first, end).reduce((sum, z) => sum + z * z, 0);
      });
      const G = Math.max(0, ...noise);
      const most = ((5 * q) / 8) * (Math.max(...squares) / n + alpha * alpha) * G ** (q - 1);
      for (let i = 0; i < n; i++)
        for (let k = 0; k < m; k++) {
          const r = examples.labels[i] === 1 ? k : m + k;
          const [first, end] = noiseEntries(examples, i);
          let grown = -featureNoise(examples, i) * (gradient[r] as number);
          for (let e = first; e < end; e++)
            grown -=
              (examples.values[e] as number) * (gradient[(examples.coordinates[e] as number) * width + r] as number);
          expect(grown).toBeLessThanOrEqual(most * ROUNDING + 1e-300);
        }
    }),
  );
});
