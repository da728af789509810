import fc from "fast-check";
import { problemOf } from "../../../src/dynamics/problem.ts";
import { power } from "../../../src/numeric/power.ts";
import { batchGradient } from "../../../src/sim/gradient.ts";
import { property } from "../../checks/property.ts";
import type { Check } from "../../claim.ts";
import { type RunInput, runOf } from "../../meeting.ts";
import { share, uniform } from "../../uniform.ts";
import { chosenRun } from "../choices/chosenRun.ts";

/** Of U*: what rounding cannot make up for, since lambda u - q u^(q-1) is then at least 1e-3 of lambda u. */
const BELOW = 0.999;

/** A state: a start whose features are set anew, and whose other weights are multiplied. */
interface Case {
  readonly run: RunInput;
  /** Features in units of U*, one a lane, from -1 to 1. */
  readonly features: readonly number[];
  readonly noise: number;
  readonly batch: readonly number[];
}

const N = 4;
const M = 2;

const cases: fc.Arbitrary<Case> = fc
  .record({
    q: fc.constantFrom(3, 4, 5),
    alpha: uniform(0, 0.8),
    sigma0: uniform(0.01, 0.5),
    decay: share.map((x) => power(10, 4 * x - 4)),
    noise: share.map((x) => power(10, 4 * x - 2)),
    features: fc.array(uniform(-1, 1), { minLength: 2 * M, maxLength: 2 * M }),
    batch: fc.uniqueArray(fc.nat({ max: N - 1 }), { minLength: 1, maxLength: N }),
    seed: fc.nat({ max: 1e6 }),
  })
  .map(({ q, alpha, sigma0, decay, noise, features, batch, seed }) => ({
    run: chosenRun({ n: N, s: 4, m: M, alpha, sigma0, q, lr: 1e-3, weightDecay: decay }, 1, seed),
    ...{ features, noise, batch },
  }));

/**
 * That a step of signs takes no feature further up, once it is below U*.
 *
 * 0 < j w[1] < U* = (lambda/q)^(1/(q-2)):  sgn(j (g[1] + lambda w[1])) = 1, whatever the other weights, the noise, the batch
 *
 * Per example of the batch j g[1] is, for u = j w[1] > 0, at least -|l| sigma'(u) where y = j, since the feature noise only takes away, and at least 0 where
 * y = -j, since sigma'(-u) = 0; |l| < 1. So j (g[1] + lambda w[1]) > lambda u - q u^(q-1) > 0. A step of eta then makes u smaller, and from u <= 0 it leads
 * to eta at most: max_r j w[1] stays below max(its start, eta) for ever, for every m and every b.
 *
 * @param reach multiple of U*, 1 unless the check is to fail
 * @returns the check, of the part "for ever"
 * Source: ours; [T25] Corollary 4.3.
 */
export const neverRises = (reach: number): Check =>
  property({
    ...{ name: "never-rises", part: "for ever", block: 20 },
    about: `below ${reach === 1 ? "" : `${reach} `}(lambda/q)^(1/(q-2)) a step of signs takes no feature further up, whatever the other weights, the noise and the batch: random states, n = ${N}, m = ${M}`,
    cases,
    violation({ run, features, noise, batch }) {
      const { network, start } = problemOf(runOf(run));
      const { weightDecay } = run.optimizer;
      const most = reach * BELOW * power(weightDecay / network.q, 1 / (network.q - 2));
      const width = 2 * M;
      const weights = start.weights.map((w, at) => (at < width ? most * (features[at] as number) : noise * w));
      const gradient = batchGradient(network, weights, start.examples, [...batch]);
      for (let lane = 0; lane < width; lane++) {
        const j = lane < M ? 1 : -1;
        const w = weights[lane] as number;
        if (j * w > 0 && j * ((gradient[lane] as number) + weightDecay * w) <= 0)
          return `j w[1] = ${j * w} of neuron ${lane} rises`;
      }
      return undefined;
    },
  }) as Check;
