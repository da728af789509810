import { seenThrough } from "../../../src/dynamics/dynamics.ts";
import { activationOf } from "../../../src/sim/activations/registry.ts";
import { newResponse } from "../../../src/sim/forward.ts";
import { residual } from "../../../src/sim/losses/crossEntropy.ts";
import type { Observation, Observed } from "../../observe.ts";

/** What pulls a neuron's feature j w[1]: up the feature itself, down the feature noise. */
export interface Pulls {
  /** sum over i of |l_i| sigma'(y_i u), [2m] */
  readonly up: Float64Array;
  /** alpha sum over i of |l_i| sigma'(x_i), [2m] */
  readonly down: Float64Array;
}

/**
 * The two pulls on every neuron's feature, of the whole training set.
 *
 * -j n g[1] = up - down,  up = sum_i |l_i| sigma'(y_i u),  down = alpha sum_i |l_i| sigma'(x_i)
 *
 * @param observation whose network and examples
 * @param moment its coefficients
 * @param alpha strength of the feature noise
 * @returns both, lane by lane; weight decay is left out
 * Source: [T25] Lemma A.7.
 */
export function pullsAt({ problem }: Observation, moment: Observed, alpha: number): Pulls {
  const { network, start } = problem;
  const seen = seenThrough(problem, moment);
  const response = newResponse(network);
  const width = moment.signal.length;
  const { derivative } = activationOf(network);
  const [up, down] = [new Float64Array(width), new Float64Array(width)];
  for (let i = 0; i < start.examples.count; i++) {
    const y = start.examples.labels[i] as number;
    const l = residual(seen.respond(i, response));
    for (let r = 0; r < width; r++) {
      up[r] = (up[r] as number) + l * derivative(y * (moment.signal[r] as number));
      down[r] = (down[r] as number) + alpha * l * derivative(moment.noise[i * width + r] as number);
    }
  }
  return { up, down };
}
