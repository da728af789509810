import type { Examples } from "../data/examples.ts";
import type { Start } from "../data/start.ts";
import type { Weights } from "../data/weights.ts";
import type { Engine } from "../sim/engine.ts";
import { ENGINES } from "../sim/engines/registry.ts";
import { newResponse, respond } from "../sim/forward.ts";
import type { Coefficients, Method, Problem, Recurrence } from "./recurrence.ts";

/**
 * The coefficients of given weights.
 *
 * u = <w, v>, x_i = <w, xi_i>
 *
 * @param weights on the coordinates that the examples are numbered by
 * @param network what they belong to
 * @param examples n of them
 * @returns copies
 */
export function coefficientsOf(weights: Weights, network: Problem["network"], examples: Examples): Coefficients {
  const response = newResponse(network);
  const width = response.signal.length;
  const noise = new Float64Array(examples.count * width);
  for (let i = 0; i < examples.count; i++) {
    respond(weights, examples, i, response);
    noise.set(response.noise, i * width);
  }
  return { signal: weights.slice(0, width), noise };
}

/**
 * Full training of weights, read through its coefficients.
 *
 * @param network what is trained
 * @param optimizer any
 * @param start examples and weights on the same coordinates: all of them, or the active ones
 * @param engine the first of the registry unless given
 * @returns the recurrence, at its start
 */
export function startFull(
  network: Problem["network"],
  optimizer: Problem["optimizer"],
  { examples, weights }: Start,
  engine: Engine = ENGINES[0],
): Recurrence {
  const training = engine.start({ network, optimizer, examples, weights });
  const width = 2 * network.neurons;
  return {
    get step() {
      return training.step;
    },
    run: (batches) => training.run(batches),
    state: () => training.state(),
    restore: (state) => training.restore(state),
    coefficients: () => coefficientsOf(training.weights, network, examples),
    weights({ coordinates, out } = {}) {
      const to = out ?? new Float64Array(coordinates ? coordinates.length * width : weights.length);
      if (!coordinates) to.set(training.weights);
      coordinates?.forEach((k, place) => {
        to.set(training.weights.subarray(k * width, (k + 1) * width), place * width);
      });
      return to;
    },
  };
}

/**
 * Full training on the active coordinates {1} U B_1 U ... U B_n alone: exact for everything, d only a number.
 *
 * No example has anything on the other coordinates, so they never act on an output; each follows one scalar map of its start value
 * (src/dynamics/inactive.ts).
 *
 * Source: ours, docs/notes/coefficients.md. The numbers are bit for bit those of the dense simulation.
 */
export const activeSet: Method = {
  name: "active-set",
  about: "every optimizer, any supports; costs as many coordinates as the examples touch",
  unmet: () => undefined,
  start: ({ network, optimizer, start }, engine) => startFull(network, optimizer, start, engine),
};
