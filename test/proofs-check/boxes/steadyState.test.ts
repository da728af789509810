import fc from "fast-check";
import { expect, test } from "vitest";
import { adamw } from "../../../src/optimizers/adamw.ts";

/** What the steady states are proved for: a class of share p, M neurons alike, signal alone. */
const cases = fc
  .record({
    q: fc.constantFrom(3, 4, 5),
    lambda: fc.double({ min: 1, max: 8, noNaN: true }),
    p: fc.double({ min: 0.25, max: 0.75, noNaN: true }),
    M: fc.integer({ min: 1, max: 16 }),
    eps: fc.double({ min: 1e-12, max: 2 ** -26, noNaN: true }),
    b1: fc.double({ min: 0, max: 0.95, noNaN: true }),
    share: fc.double({ min: 0.05, max: 1, noNaN: true }),
    rate: fc.double({ min: 0.05, max: 0.9, noNaN: true }),
  })
  .map(({ b1, share, ...rest }) => ({ ...rest, betas: [b1, 1 - share * (1 - b1)] as const }));

type Case = typeof cases extends fc.Arbitrary<infer One> ? One : never;

const gradient = ({ q, p, M }: Case, u: number) => (p * q * u ** (q - 1)) / (1 + Math.exp(M * u ** q));

/** u g'/g */
const elasticity = ({ q, M }: Case, u: number) => q - 1 - (M * q * u ** q) / (1 + Math.exp(-M * u ** q));

/** The upper state, by bisection between the two ends that the proof names. */
function restOf(at: Case): number {
  let [low, high] = [(at.q - 2) / ((at.q - 1) * at.lambda), 1 / at.lambda];
  for (let k = 0; k < 200; k++) {
    const u = (low + high) / 2;
    const g = gradient(at, u);
    if (g / (g + at.eps) > at.lambda * u) low = u;
    else high = u;
  }
  return (low + high) / 2;
}

/** eta: |kappa| = eta lambda |E| is at most a part of 1 - b2, and so is eta lambda. */
const etaOf = (at: Case, u: number) =>
  (at.rate * (1 - at.betas[1])) / (at.lambda * Math.max(1, Math.abs(elasticity(at, u))));

/** A step of the optimizer itself, on u with both moments. */
function stepped(at: Case, eta: number, [u, mom, sec]: readonly [number, number, number]) {
  const hyper = { lr: eta, weightDecay: at.lambda, betas: at.betas, eps: at.eps, convention: "paper" } as const;
  const start = adamw.init(Float64Array.of(u));
  const moments = { ...start.moments, mom: Float64Array.of(mom), sec: Float64Array.of(sec) };
  const next = adamw.update(hyper, { ...start, moments } as never, Float64Array.of(-gradient(at, u)));
  const { mom: m, sec: v } = next.moments as unknown as Record<"mom" | "sec", Float64Array>;
  return [next.weights[0], m[0], v[0]] as [number, number, number];
}

const resting = (at: Case) => {
  const u = restOf(at);
  const g = gradient(at, u);
  return { u, g, eta: etaOf(at, u), state: [u, -g, g * g] as [number, number, number] };
};

test("AdamW rests where the proof says, between (q-2)/((q-1) lambda) and 1/lambda", () => {
  fc.assert(
    fc.property(cases, (at) => {
      const { u, eta, state } = resting(at);
      expect(u).toBeGreaterThan((at.q - 2) / ((at.q - 1) * at.lambda));
      expect(u).toBeLessThanOrEqual(1 / at.lambda);
      const [next] = stepped(at, eta, state);
      // A step is eta in size; what rests moves by rounding.
      expect(Math.abs(next - u)).toBeLessThan(1e-9 * eta + 1e-15);
    }),
  );
});

test("has the characteristic polynomial of the proof there", () => {
  fc.assert(
    fc.property(cases, (at) => {
      const { u, g, eta, state } = resting(at);
      const [b1, b2] = at.betas;
      const [c, k, r] = [1 - eta * at.lambda, (eta * elasticity(at, u) * g) / (u * (g + at.eps)), g / (g + at.eps)];
      // Columns of the Jacobian by central differences of a millionth, in units in which all three coordinates are alike.
      const units = [u, g, g * g];
      const columns = units.map((unit, j) => {
        const moved = (by: number) =>
          stepped(at, eta, state.map((x, i) => (i === j ? x + by * unit : x)) as [number, number, number]);
        const [up, down] = [moved(1e-6), moved(-1e-6)];
        return up.map((x, i) => (x - (down[i] as number)) / (2e-6 * (units[i] as number)));
      });
      for (const z of [-1.3, -0.4, 0.3, 0.9, 1.2]) {
        const [A, B, C] = columns.map((column, j) => column.map((x, i) => (i === j ? z : 0) - x)) as [
          number[],
          number[],
          number[],
        ];
        const [a, b, d] = [A, B, C] as [number[], number[], number[]];
        const at3 = (x: number[], i: number) => x[i] as number;
        const determinant =
          at3(a, 0) * (at3(b, 1) * at3(d, 2) - at3(d, 1) * at3(b, 2)) -
          at3(b, 0) * (at3(a, 1) * at3(d, 2) - at3(d, 1) * at3(a, 2)) +
          at3(d, 0) * (at3(a, 1) * at3(b, 2) - at3(b, 1) * at3(a, 2));
        const stated = (z - c) * (z - b1) * (z - b2) - k * z * ((1 - b1) * (z - b2) - r * (1 - b2) * (z - b1));
        // Differences of a millionth: a few of their squares of the third derivative, and 1e-10 of rounding.
        expect(Math.abs(determinant - stated)).toBeLessThan(1e-6 * (1 + Math.abs(elasticity(at, u))));
      }
    }),
  );
});

test("comes back to it from a hundredth away, in any direction", () => {
  fc.assert(
    fc.property(
      cases,
      fc.tuple(...[0, 1, 2].map(() => fc.double({ min: -0.01, max: 0.01, noNaN: true }))),
      (at, by) => {
        const { u, eta, state } = resting(at);
        let now = state.map((x, i) => x * (1 + (by[i] as number))) as [number, number, number];
        // The slowest eigenvalue is at most 1 - eta lambda (1 - E (1 - lambda u))/2 or so; 40 of its times.
        const slow = Math.min(eta * at.lambda * (1 - elasticity(at, u) * (1 - at.lambda * u)), 1 - at.betas[1]);
        const steps = Math.min(20_000, Math.ceil(40 / slow));
        for (let t = 0; t < steps; t++) now = stepped(at, eta, now);
        expect(Math.abs(now[0] - u)).toBeLessThan(0.005 * u + 2e-6);
      },
    ),
    { numRuns: 20 },
  );
});
