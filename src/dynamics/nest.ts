import { integerPower } from "../numeric/integerPower.ts";
import { lanesIn, PAPERS_MODEL } from "../setting/network.ts";
import { shrinkage, shrunk } from "./coasting.ts";
import { noiseEntries } from "./entries.ts";
import { gram } from "./gram.ts";
import type { Method, Problem, Recurrence } from "./recurrence.ts";

/** Coefficients as files hold them: class +1 first (of K >= 3 classes 1 to K), then the neuron, then (for noise) the example. */
export interface NestedCoefficients {
  /** <w_{j,r}, v>, [2][m] */
  signal: number[][];
  /** <w_{j,r}, xi_i>, [2][m][n]; with more noise patches those of an example follow each other, [2][m][n * (P - 1)] */
  noise: number[][][];
  /** Of images, patch 1, which stands in no list of noise: [K][m][n] */
  first?: number[][][];
  /** Of SGD: w = rho^t w_0 + gamma v + sum_i rho_i zeta_i/|zeta_i|^2. */
  decomposition?: { gamma: number[][]; rho: number[][][] };
}

/**
 * The coefficients of a training as nested arrays, with the signal-noise decomposition where there is one.
 *
 * gamma = u - rho^t u(0),  rho_i = c_i |zeta_i|^2,  zeta_i what xi_i has off the feature; of a feature of one coordinate and one noise patch
 *
 * @param problem where the training began
 * @param method the decomposition is that of `gram`
 * @param recurrence where it is
 * @returns plain arrays
 * Source: Cao et al. 2022; docs/notes/coefficients.md.
 */
export function nest(problem: Problem, method: Method, recurrence: Recurrence): NestedCoefficients {
  const { network, optimizer, start } = problem;
  const { neurons } = network;
  const { featureSupport, noisePatches, unpatched } = network.model ?? PAPERS_MODEL;
  const width = lanesIn(network);
  const { signal, noise, shown } = recurrence.coefficients();
  const lanes = <T>(of: (r: number) => T): T[][] =>
    Array.from({ length: width / neurons }, (_, c) => Array.from({ length: neurons }, (__, r) => of(c * neurons + r)));
  const perExample = (array: Float64Array) => (r: number) =>
    Array.from({ length: array.length / width }, (_, i) => array[i * width + r] as number);
  const nested = {
    ...{ signal: lanes((r) => signal[r] as number), noise: lanes(perExample(noise)) },
    ...(shown && !unpatched && { first: lanes(perExample(shown.first)) }),
  };
  const along = recurrence.along?.();
  if (method !== gram || !along || featureSupport > 1 || noisePatches > 1) return nested;
  const decayed = integerPower(shrinkage(optimizer), recurrence.step);
  const rho = along.map((c, at) => c * squaredLength(problem, Math.floor(at / width)));
  const gamma = signal.map((u, r) => u - shrunk(decayed, start.weights[r] as number));
  return { ...nested, decomposition: { gamma: lanes((r) => gamma[r] as number), rho: lanes(perExample(rho)) } };
}

function squaredLength({ start: { examples } }: Problem, i: number): number {
  const [first, end] = noiseEntries(examples, i);
  return examples.values.subarray(first, end).reduce((sum, z) => sum + z * z, 0);
}
