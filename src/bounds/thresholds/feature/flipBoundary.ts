import { exp } from "../../../numeric/exp.ts";
import { lastHolding } from "../../../numeric/lastHolding.ts";
import { log } from "../../../numeric/log.ts";
import { movement } from "../../hypotheses/movement.ts";
import { adamFeatureSpeed, type NoisyPull, signFeatureSpeed } from "./featureSpeed.ts";

/** A race of the feature against the noise. */
export interface Race {
  /** Feature noise, > 0. */
  readonly alpha: number;
  /** Power of the activation, > 1; at 1 there is no race: it flips iff (P-1) alpha f > mu. */
  readonly q: number;
  /** |zeta|_1 of a noise patch: s sigmaP E|z|, sqrt(2/pi) = E|z| of Gaussian noise. */
  readonly noise: number;
  /** b, an integer >= 1; Infinity leaves out that batches differ. */
  readonly batchSize: number;
  /** Of Adam or AdamW; left out for the papers' signs. */
  readonly betas?: readonly [number, number];
  /** f, share of a class's examples whose noise a neuron responds to, in (0, 1); 1/2 unless given. */
  readonly share?: number;
  /** Of a wider model: strength mu of the signal, k coordinates of the feature, P - 1 noise patches, whether neurons have biases; 1, 1, 1, none unless given. */
  readonly mu?: number;
  readonly featureSupport?: number;
  readonly noisePatches?: number;
  readonly biases?: boolean;
}

/** How far Adam's R can be from 1/f and 0, relatively, and still matter: beyond, the speed of the race is below 10^-5 of its best. */
const EDGE = 1e-12;
/** Golden section of an interval of logarithms below 28 down to 10^-9. */
const SECTIONS = 60;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

function least(f: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let k = 0; k < SECTIONS; k++) {
    const [a, b] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
    if (f(a) < f(b)) high = b;
    else low = a;
  }
  return f((low + high) / 2);
}

/**
 * The boundary of the flip in units of G(K) |zeta|_1.
 *
 * c_b = min over 0 < R < 1/f of 1/( ((R/alpha)^(1/(q-1)) + alpha) rho_b(R) );  1/((alpha f)^(-1/(q-1)) + alpha) at b = Infinity
 *
 * of a wider model sqrt(k) (mu h + alpha), with biases h - 1 more, in the place of (R/alpha)^(1/(q-1)) + alpha;  h = (R mu/((P-1) alpha))^(1/(q-1))
 *
 * @param race |zeta|_1 does not matter, nor do the betas' values; at a finite b noise patches beyond the first are taken as one (docs/notes/wider-thresholds.md)
 * @returns c_b > 0, Infinity where no feature wins; with signs the cost is of order b^4
 * Source: ours, docs/notes/flip.md, docs/notes/wider-thresholds.md.
 * @example
 * Math.abs(flipConstant({ alpha: 0.5, q: 3, noise: 1, batchSize: Infinity, share: 0.5 }) - 0.4) < 1e-15 // => true
 */
export function flipConstant(race: Race): number {
  const { alpha, q, batchSize, betas, share = 0.5, mu = 1, featureSupport = 1, noisePatches = 1, biases } = race;
  const winning = (R: number) => {
    const h = exp(log((R * mu) / (noisePatches * alpha)) / (q - 1));
    const reach = Math.sqrt(featureSupport) * (mu * h + alpha) + (biases ? h - 1 : 0);
    return reach > 0 ? 1 / reach : Infinity;
  };
  if (batchSize === Infinity) return winning(1 / share);
  const pull: NoisyPull = { share, batchSize };
  if (betas) {
    const at = (logR: number) => winning(exp(logR)) / adamFeatureSpeed(pull, exp(logR));
    return least(at, log(EDGE / share), log((1 - EDGE) / share));
  }
  // rho_b falls in steps and the other factor all along: the least is at the end of a step, a quotient c/k.
  const ends = new Map<number, readonly [number, number]>();
  for (let c = 1; c <= batchSize; c++) for (let k = 1; k <= c; k++) ends.set(c / k, [c, k]);
  let best = Infinity;
  for (const [R, quotient] of ends) {
    const speed = signFeatureSpeed(pull, quotient);
    if (speed > 0) best = Math.min(best, winning(R) / speed);
  }
  return best;
}

/** G at any K >= 1: between whole numbers of steps, on a line. */
function movementBetween([b1, b2]: readonly [number, number], K: number): number {
  const whole = Math.floor(K);
  const part = K - whole;
  const below = movement(b1, b2, whole);
  return part === 0 ? below : below + part * (movement(b1, b2, whole + 1) - below);
}

/** Beyond 2^40 steps an epoch nothing is trained. */
const MOST = 2 ** 40;

/**
 * The n/b at which the feature and the noise draw: below it AdamW flips, above it learns.
 *
 * K = c_b G(K) |zeta|_1,  G(K) = `movement` of Adam and AdamW, 1 for signs;  for small alpha and large b c_b = (alpha f)^(1/(q-1))
 *
 * Supports disjoint, decay without a part, alpha at most 0.2, sigma0 times the largest of m normals small beside (alpha f)^(1/(q-1)). Measured: 0.66 of
 * it in the median, 90% of 54 points within a factor 2.1; at alpha = 0.8 it is more than 3.5 times too low.
 *
 * @param race alpha, q, |zeta|_1, b, betas or signs, f
 * @returns K >= 1, of the median start; 1 where even the full batch learns
 * @throws RangeError where alpha, q, |zeta|_1, b, f, mu, k or P - 1 is out of its range
 * Source: ours, derived in docs/notes/flip.md, measured in docs/results/flip; of wider models docs/notes/wider-thresholds.md.
 * @example
 * flipBoundary({ alpha: 0.5, q: 3, noise: 20, batchSize: Infinity }) // => 8
 */
export function flipBoundary(race: Race): number {
  const { alpha, q, noise, batchSize, betas, share = 0.5, mu = 1, featureSupport = 1, noisePatches = 1 } = race;
  const rules: [string, boolean, string][] = [
    ["alpha", alpha > 0 && Number.isFinite(alpha), "a finite number > 0"],
    ["q", q > 1 && Number.isFinite(q), "a finite number > 1"],
    ["noise", noise > 0 && Number.isFinite(noise), "a finite number > 0"],
    [
      "batchSize",
      batchSize >= 1 && (Number.isInteger(batchSize) || batchSize === Infinity),
      "an integer >= 1, or Infinity",
    ],
    ["share", share > 0 && share < 1, "in (0, 1)"],
    ["mu", mu > 0 && Number.isFinite(mu), "a finite number > 0"],
    ["featureSupport", Number.isInteger(featureSupport) && featureSupport >= 1, "an integer >= 1"],
    ["noisePatches", Number.isInteger(noisePatches) && noisePatches >= 1, "an integer >= 1"],
  ];
  for (const [field, holds, rule] of rules) if (!holds) throw new RangeError(`${field} must be ${rule}; correct it`);
  const reach = flipConstant(race) * noise;
  if (!betas) return Math.max(1, reach);
  const flips = (K: number) => K < reach * movementBetween(betas, K);
  return flips(1) ? lastHolding(flips, 1, MOST) : 1;
}
