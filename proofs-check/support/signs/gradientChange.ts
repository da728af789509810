import type { Examples } from "../../../src/data/examples.ts";
import type { Weights } from "../../../src/data/weights.ts";
import type { Problem } from "../../../src/dynamics/recurrence.ts";
import { integerPower } from "../../../src/numeric/integerPower.ts";
import { newResponse, respond } from "../../../src/sim/forward.ts";
import { residual } from "../../../src/sim/losses/crossEntropy.ts";

/** How far one step may move things. */
export interface Reach {
  /** b: gradients are means over so many examples. */
  readonly batchSize: number;
  /** Largest |w' - w|/eta of a weight. */
  readonly move: number;
  /** lambda where decay is coupled, else 0. */
  readonly coupled: number;
}

/**
 * How much one step can change the gradient, per eta, to first order: |g(t+1) - g(t)| <= eta V.
 *
 *   D_i = move |xi_i|_1  (of x_i),   Z_i = sum_r [ move sigma'(y_i u_r) + D_i sigma'(x_{i,r}) ]  (of the margin),
 *   V[1]        = lambda move + (1/b) sum_i l_i [ move sigma''(y_i u) + alpha D_i sigma''(x_i) + Z_i (sigma'(y_i u) + alpha sigma'(x_i)) ],
 *   V[k in B_i] = lambda move + (1/b) l_i |xi_i[k]| [ D_i sigma''(x_i) + Z_i sigma'(x_i) ],     V[other k] = lambda move;
 *
 * |dl_i/dmargin| = l_i (1 - l_i) <= l_i. Here is what stands in O~(eta), O~(eta s sigma_p |l|/b) and O~(lambda eta).
 *
 * @param network the papers'
 * @param weights [A * 2m]
 * @param examples on the same coordinates
 * @param reach of a step
 * @returns V [A * 2m], as `weights`; for coordinate 1 the sum is over all examples, hence meant for b = n
 * Source: ours, from [T25] Lemmas A.5, A.7, A.8.
 */
export function gradientChange(
  network: Problem["network"],
  weights: Weights,
  examples: Examples,
  { batchSize, move, coupled }: Reach,
): Float64Array {
  const { q } = network;
  const response = newResponse(network);
  const { signal, noise, activation } = response;
  const width = signal.length;
  const curvature = (z: number) => (z > 0 ? q * (q - 1) * integerPower(z, q - 2) : 0);
  const change = new Float64Array(weights.length).fill(coupled * move);
  const add = (a: number, value: number) => {
    change[a] = (change[a] as number) + value;
  };
  for (let i = 0; i < examples.count; i++) {
    const pull = residual(respond(weights, examples, i, response)) / batchSize;
    const [from, to] = [examples.rows[i] as number, examples.rows[i + 1] as number];
    const moveX = move * examples.values.subarray(from, to).reduce((sum, value) => sum + Math.abs(value), 0);
    let margin = 0;
    for (let r = 0; r < width; r++) {
      margin += move * activation.derivative(signal[r] as number) + moveX * activation.derivative(noise[r] as number);
    }
    for (let r = 0; r < width; r++) {
      const [u, x] = [signal[r] as number, noise[r] as number];
      add(r, pull * (move * curvature(u) + margin * activation.derivative(u)));
      const ofNoise = pull * (moveX * curvature(x) + margin * activation.derivative(x));
      for (let e = from; e < to; e++) {
        add((examples.coordinates[e] as number) * width + r, Math.abs(examples.values[e] as number) * ofNoise);
      }
    }
  }
  return change;
}
