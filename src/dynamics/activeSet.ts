import type { Examples } from "../data/examples.ts";
import { eachExtra, extraRowsOf } from "../data/extraRows.ts";
import type { Start } from "../data/start.ts";
import type { Weights } from "../data/weights.ts";
import { lanesIn } from "../setting/network.ts";
import type { Engine } from "../sim/engine.ts";
import { ENGINES } from "../sim/engines/registry.ts";
import { lookAt, project } from "../sim/forward.ts";
import { featuresOf, seenBy } from "../sim/metrics.ts";
import { firstUnmet, mustBeInert } from "./conditions.ts";
import type { Coefficients, Method, Problem, Recurrence, ShownLanes } from "./recurrence.ts";

/** What weights have with what examples show. */
function shownLanes(weights: Weights, width: number, shown: NonNullable<Examples["shown"]>): ShownLanes {
  const first = new Float64Array(shown.features.length * width);
  shown.features.forEach((feature, i) => {
    const lanes = first.subarray(i * width, (i + 1) * width);
    lookAt(weights, shown.directions, feature, lanes);
    for (let r = 0; r < width; r++) lanes[r] = (shown.strengths[i] as number) * (lanes[r] as number);
  });
  return { first, features: featuresOf(width, weights, shown) };
}

/**
 * The coefficients of given weights.
 *
 * u = <w, v>, x_i = <w, xi_i>
 *
 * @param weights on the coordinates that the examples are numbered by; biases and second layer after them, where the network has them
 * @param network what they belong to
 * @param examples n of them
 * @returns copies
 */
export function coefficientsOf(weights: Weights, network: Problem["network"], examples: Examples): Coefficients {
  const width = lanesIn(network);
  const { model } = network;
  const noise = new Float64Array((examples.rows.length - 1) * width);
  for (let row = 0; row + 1 < examples.rows.length; row++)
    project(weights, examples, row, noise.subarray(row * width, (row + 1) * width));
  const { signal } = seenBy(network, weights, examples);
  const read = {
    signal: signal.slice(),
    noise,
    ...(examples.shown && { shown: shownLanes(weights, width, examples.shown) }),
  };
  if (!model?.biases && !model?.head) return read;
  const extra = { biases: new Float64Array(width), head: new Float64Array(width).fill(1) };
  eachExtra(model, width, weights.length, (name, at) => extra[name].set(weights.subarray(at, at + width)));
  return { ...read, extra };
}

/**
 * Full training of weights, read through its coefficients.
 *
 * @param problem any; examples and weights on the same coordinates: all of them, or the active ones
 * @param engine the first of the registry unless given
 * @returns the recurrence, at its start
 */
export function startFull(
  { network, optimizer, start, loss, labelNoise, rate }: Omit<Problem, "start"> & { readonly start: Start },
  engine: Engine = ENGINES[0],
): Recurrence {
  const { examples, weights } = start;
  const training = engine.start({
    ...{ network, optimizer, examples, weights },
    ...(loss && { loss }),
    ...(labelNoise && { labelNoise }),
    ...(rate && { rate: rate.at }),
  });
  const width = lanesIn(network);
  const { model } = network;
  // Biases and second layer have no coordinate.
  const length = weights.length - (model ? extraRowsOf(model) : 0) * width;
  return {
    get step() {
      return training.step;
    },
    run: (batches) => training.run(batches),
    state: () => training.state(),
    restore: (state) => training.restore(state),
    coefficients: () => coefficientsOf(training.weights, network, examples),
    weights({ coordinates, out } = {}) {
      const to = out ?? new Float64Array(coordinates ? coordinates.length * width : length);
      if (!coordinates) to.set(training.weights.subarray(0, length));
      coordinates?.forEach((k, place) => {
        to.set(training.weights.subarray(k * width, (k + 1) * width), place * width);
      });
      return to;
    },
  };
}

/**
 * Full training on the active coordinates {1} U B_1 U ... U B_n alone: d is only a number. Exact for everything but optimizers that see the other
 * coordinates, too.
 *
 * No example has anything on the other coordinates, so they never act on an output; each follows one scalar map of its start value
 * (src/dynamics/inactive.ts).
 *
 * Source: ours, docs/notes/coefficients.md. The numbers are bit for bit those of the dense simulation.
 */
export const activeSet: Method = {
  name: "active-set",
  about: "every optimizer, any supports; costs as many coordinates as the examples touch",
  unmet: firstUnmet(mustBeInert),
  start: startFull,
};
