import type { Enclosures } from "../interval/enclosures.ts";
import type { Network } from "../setting/network.ts";
import { runsAway, Undecided } from "./undecided.ts";

/** Beyond this width of a margin nothing is known of its residual that a step could use; that it is given up is no statement. */
const WIDE = 1;

/** From here on doubles are more than 1/8 apart, and soon more than that width. */
const FAR = 1e15;

/**
 * What an example does to every neuron and what it pulls, in enclosures.
 *
 *   margin = y (F_+1 - F_-1),  F_j = sum_r sigma(y u) + sigma(x);   pulls: c_r y sigma'(y u) on u, c_r sigma'(x) along xi,
 *   c_r = -l/b for the neurons of class y, l/b for the others,   l = 1/(1 + e^margin)
 *
 * Each is monotone in its arguments or uses them once, but for the sums over neurons.
 *
 * @param network of the papers' model, or the linear one
 * @param arithmetic what numbers are
 * @returns functions of the label, u and x of every lane [2m]
 * Source: [T25] Definition 3.2, Lemmas A.5, A.7, A.8.
 */
export function responseIn<T>(network: Network, arithmetic: Enclosures<T>) {
  const { add, sub, mul, div, neg, max, power, number, exp, bounds } = arithmetic;
  const { neurons, q } = network;
  const width = 2 * neurons;
  const zero = number(0);
  const one = number(1);
  const linear = network.name === "linear";
  const value = (z: T): T => (linear ? z : power(max(z, zero), q));
  const slope = (z: T): T => (linear ? one : mul(number(q), power(max(z, zero), q - 1)));
  const seen = (y: number, u: T): T => (y === 1 ? u : neg(u));

  const margin = (y: number, signal: readonly T[], noise: readonly T[]): T => {
    const output = (first: number): T => {
      let sum = zero;
      for (let r = first; r < first + neurons; r++)
        sum = add(sum, add(value(seen(y, signal[r] as T)), value(noise[r] as T)));
      return sum;
    };
    return seen(y, sub(output(0), output(neurons)));
  };

  const residual = (z: T): T => {
    const { lo, hi } = bounds(z);
    if (!(hi - lo < WIDE) && (lo > FAR || hi < -FAR)) throw runsAway(FAR);
    if (!(hi - lo < WIDE)) throw new Undecided("a margin to within 1");
    return div(one, add(one, exp(z)));
  };

  const pulls = (y: number, signal: readonly T[], noise: readonly T[], batchSize: number) => {
    const pull = div(residual(margin(y, signal, noise)), number(batchSize));
    const onSignal: T[] = [];
    const onNoise: T[] = [];
    for (let r = 0; r < width; r++) {
      const coefficient = (r < neurons ? 1 : -1) === y ? neg(pull) : pull;
      onSignal.push(seen(y, mul(coefficient, slope(seen(y, signal[r] as T)))));
      onNoise.push(mul(coefficient, slope(noise[r] as T)));
    }
    return { onSignal, onNoise };
  };

  return { margin, pulls };
}
