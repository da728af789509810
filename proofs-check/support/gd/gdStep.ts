import { featureNoise, noiseEntries } from "../../../src/dynamics/entries.ts";
import type { Coefficients, Problem } from "../../../src/dynamics/recurrence.ts";
import { exp } from "../../../src/numeric/exp.ts";
import { integerPower } from "../../../src/numeric/integerPower.ts";

/** The largest coefficients of a moment: what lemmas about GD follow. Lanes as in `Coefficients`. */
export interface Largest {
  /** L_j = max_r <w_{j,r}, j v>, of class +1, then of class -1; and the lane that attains it. */
  readonly feature: readonly [number, number];
  readonly lanes: readonly [number, number];
  /** max over i and r of <w_{j,r}, xi_i>: of the neurons of the example's own class, j = y_i, and of all neurons. */
  readonly own: number;
  readonly all: number;
}

/** Class of a lane. */
const classOf = (lane: number, neurons: number): 1 | -1 => (lane < neurons ? 1 : -1);

/**
 * The largest coefficients of a moment.
 *
 * @param problem whose labels and network they belong to
 * @param coefficients at that moment
 * @returns L_j, and Gamma in both readings
 */
export function largestOf(
  { network: { neurons }, start: { examples } }: Problem,
  { signal, noise }: Coefficients,
): Largest {
  const feature: [number, number] = [-Infinity, -Infinity];
  const lanes: [number, number] = [0, neurons];
  let [own, all] = [-Infinity, -Infinity];
  for (let r = 0; r < 2 * neurons; r++) {
    const j = classOf(r, neurons);
    const side = j === 1 ? 0 : 1;
    const v = j * (signal[r] as number);
    if (v > feature[side]) {
      feature[side] = v;
      lanes[side] = r;
    }
    for (let i = 0; i < examples.count; i++) {
      const x = noise[i * 2 * neurons + r] as number;
      all = Math.max(all, x);
      if (examples.labels[i] === j) own = Math.max(own, x);
    }
  }
  return { feature, lanes, own, all };
}

/** Numbers of a start that the lemmas about GD name. */
export interface Sizes {
  readonly n: number;
  readonly alpha: number;
  /** p_j, of class +1, then of class -1 */
  readonly shares: readonly [number, number];
  /** max_i |zeta_i|^2, which s sigmaP^2 stands for */
  readonly noise: number;
}

/** The numbers of a start. */
export function sizesOf({ start: { examples } }: Problem): Sizes {
  const { count: n, labels, values } = examples;
  let [positive, alpha, noise] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    if (labels[i] === 1) positive++;
    alpha = Math.max(alpha, Math.abs(featureNoise(examples, i)));
    const [first, end] = noiseEntries(examples, i);
    noise = Math.max(
      noise,
      values.subarray(first, end).reduce((sum, z) => sum + z * z, 0),
    );
  }
  return { n, alpha, shares: [positive / n, 1 - positive / n], noise };
}

/**
 * Between which numbers every residual lies.
 *
 * 1/(1 + e^M) <= |l_i| <= 1/(1 + e^-M),  M = m (max |u|^q + max (x)_+^q) >= |F_1 - F_-1|
 *
 * @param problem its network
 * @param coefficients at a moment
 * @returns the two bounds: 1/2 both where all coefficients are small
 */
export function residualBounds(
  { network: { neurons, q } }: Problem,
  { signal, noise }: Coefficients,
): readonly [number, number] {
  const most = (values: Float64Array, of: (value: number) => number) =>
    values.reduce((max, value) => Math.max(max, of(value)), 0);
  const margin =
    neurons *
    (integerPower(most(signal, Math.abs), q) +
      integerPower(
        most(noise, (x) => x),
        q,
      ));
  return [1 / (1 + exp(margin)), 1 / (1 + exp(-margin))];
}

/**
 * What a neuron's feature coefficient is pulled by in one step of full-batch GD, where residuals are 1.
 *
 *   j u' = (1 - eta lambda) j u + eta (|l| toward - alpha |l| against),   toward = q p |u|^(q-1),  against = (q/n) sum_i (x_i)_+^(q-1)
 *
 * p is the share of the examples that see the neuron's feature: those of class sgn(u).
 *
 * @param problem its network and start
 * @param coefficients at a moment
 * @param lane the neuron
 * @returns the two
 * Source: [T25] Lemmas A.5-A.7 with b = n.
 */
export function featurePulls(
  problem: Problem,
  { signal, noise }: Coefficients,
  lane: number,
): { readonly toward: number; readonly against: number } {
  const { neurons, q } = problem.network;
  const { count: n, labels } = problem.start.examples;
  const u = signal[lane] as number;
  let [seeing, against] = [0, 0];
  for (let i = 0; i < n; i++) {
    if ((labels[i] as number) * u > 0) seeing++;
    against += integerPower(Math.max(0, noise[i * 2 * neurons + lane] as number), q - 1);
  }
  return { toward: (q * seeing * integerPower(Math.abs(u), q - 1)) / n, against: (q * against) / n };
}
