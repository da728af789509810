import fc from "fast-check";
import { toldOf } from "../../../src/margins/follow.ts";
import { marginRows } from "../../../src/margins/reference/rows.ts";
import { largestSize } from "../../../src/numeric/largestSize.ts";
import { norm } from "../../../src/numeric/norm.ts";
import { parseRun } from "../../../src/sim/run.ts";
import { simulate } from "../../../src/sim/simulate.ts";
import { momentumPair, type Pair } from "./momentumPair.ts";

/** A full-batch training of the linear network. */
export interface TrajectoryCase extends Pair {
  readonly setting: Readonly<Record<string, number | string>>;
  readonly steps: number;
  readonly seed: number;
}

/** Both are trained in doubles: 40 steps, each of fewer than a thousand operations on numbers of size 1 to 10. */
const ROUNDING = 1e-11;

/** eps as a multiple of 1, where no entry of data is above about 3. */
const multiples = fc.integer({ min: 2, max: 12 }).map((k) => 2 ** k);

/** Small linear problems, h from 1/64 to 1/2, at most 40 steps. */
export const trajectories: fc.Arbitrary<TrajectoryCase> = fc
  .record({
    n: fc.integer({ min: 1, max: 4 }),
    s: fc.integer({ min: 1, max: 4 }),
    alpha: fc.constantFrom(0, 0.25, 0.5),
    sigmaP: fc.constantFrom(0.25, 0.5, 1),
    h: fc.integer({ min: 1, max: 6 }).map((k) => 2 ** -k),
    eps: multiples,
    betas: fc.constantFrom<readonly [number, number]>([0, 0.9], [0.5, 0.9], [0.9, 0.999]),
    steps: fc.integer({ min: 1, max: 40 }),
    seed: fc.nat({ max: 1e6 }),
  })
  .map(({ n, s, alpha, sigmaP, ...rest }) => ({
    setting: {
      ...{ n, d: n * s + 2, s, sigmaP, alpha, m: 1, q: 3, sigma0: 0.1 },
      ...{ labels: "rademacher", supports: "disjoint" },
    },
    ...rest,
  }));

/** The run file of one of the two. */
export const fileOf = ({ setting, steps, seed, ...pair }: TrajectoryCase, which: "adam" | "momentum") => ({
  ...{ setting, network: "linear", optimizer: momentumPair(pair)[which], batchSize: setting.n, epochs: steps },
  ...{ seed, testSize: 1, recordEvery: steps },
});

/**
 * How far apart Adam with a large eps and the momentum end from one start.
 *
 *   |w_T - w~_T|_2 <= (G/eps)^power R ((1 + h H)^T - 1)/H,   R = max |A_i|_2, G = max |A_ik|, H = R^2/4
 *
 * Of the margins <A_i, w> the cross-entropy's pull is below 1 and its slope at most 1/4: |g|_2 <= R, |g_k| <= G, and g is Lipschitz with H. With
 * E_t = max_{s <= t} |w_s - w~_s|: averages of gradients differ by at most H E_t, a step on the same average by (G/eps) h R: E_{t+1} <= (1 + h H) E_t + h (G/eps) R.
 *
 * @param drawn setting, h, eps, betas, steps, seed
 * @param power of G/eps; 1 is what is proved
 * @returns a sentence where they end further apart, else undefined
 * Source: ours.
 */
export function trajectoryViolation(drawn: TrajectoryCase, power = 1): string | undefined {
  const { h, eps, steps } = drawn;
  const run = parseRun(fileOf(drawn, "adam"));
  const rows = marginRows(toldOf(run)).map(({ values }) => Float64Array.from(values));
  // A_i = (z_i, -z_i).
  const R = Math.SQRT2 * rows.reduce((most, z) => Math.max(most, norm(z)), 0);
  const G = rows.reduce((most, z) => Math.max(most, largestSize(z)), 0);
  const H = (R * R) / 4;
  let bound = 0;
  for (let t = 0; t < steps; t++) bound = (1 + h * H) * bound + h * R * (power === 1 ? G / eps : (G / eps) ** 2);
  const [own, other] = [run, parseRun(fileOf(drawn, "momentum"))].map((one) =>
    (simulate(one, { saveWeights: true }).final.weights ?? []).flat(2),
  ) as [number[], number[]];
  const apart = norm(Float64Array.from(own, (w, k) => w - (other[k] as number)));
  return apart <= bound + ROUNDING
    ? undefined
    : `after ${steps} steps they are ${apart} apart, where at most ${bound} is said`;
}
