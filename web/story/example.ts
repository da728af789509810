import { drawExamples, type Examples } from "../../src/data/examples.ts";
import { startFromFile } from "../../src/data/start.ts";
import { drawWeightsAt } from "../../src/data/weights.ts";
import { networkOf } from "../../src/setting/network.ts";
import type { Run } from "../../src/sim/run.ts";

/** An entry of a patch: its coordinate, 0 that of the feature. */
export interface Entry {
  readonly coordinate: number;
  readonly value: number;
}

/** An example as it is drawn. */
export interface Drawn {
  readonly y: number;
  readonly noise: readonly Entry[];
}

/** A neuron before training, as far as an example touches it. */
export interface Neuron {
  /** w on the coordinates of the example's noise. */
  readonly weights: readonly Entry[];
  /** <w, v>, <w, xi> of its own example, and of one that it never sees. */
  readonly signal: number;
  readonly noise: number;
  readonly fresh: number;
}

/** The first noise patch of an example. */
function drawnOf(examples: Examples, i: number): Drawn {
  const noise: Entry[] = [];
  const row = (i * (examples.rows.length - 1)) / examples.count;
  for (let e = examples.rows[row] as number; e < (examples.rows[row + 1] as number); e++) {
    noise.push({ coordinate: examples.coordinates[e] as number, value: examples.values[e] as number });
  }
  return { y: examples.labels[i] as number, noise };
}

/**
 * The first training examples of a run, the very ones that it is trained with.
 *
 * @param run any
 * @param count how many, at most n
 * @returns the examples
 */
export function firstExamples({ setting, seed, start }: Run, count: number): Drawn[] {
  const length = Math.min(count, setting.n);
  const examples = start ? startFromFile(start).examples : drawExamples(setting, seed, "trainExample", length);
  return Array.from({ length }, (_, i) => drawnOf(examples, i));
}

/**
 * The neuron of class +1 that has most of the feature at the start, seen by the first example.
 *
 * @param run any
 * @returns its weights there, and its three inner products
 */
export function leadingNeuron(run: Run): Neuron {
  const { setting, seed, start } = run;
  const network = networkOf(run.network, setting);
  const [seen] = firstExamples(run, 1) as [Drawn];
  const fresh = drawnOf(drawExamples(setting, seed, "testExample", 1), 0);
  const given = start && startFromFile(start).weights;
  const lanes = 2 * network.neurons;
  const at = (coordinates: readonly number[]) =>
    given
      ? Float64Array.from(coordinates.flatMap((k) => [...given.subarray(k * lanes, (k + 1) * lanes)]))
      : drawWeightsAt(network, Float64Array.from(coordinates), setting.sigma0, seed);
  const first = at([0]);
  let lane = 0;
  for (let r = 1; r < network.neurons; r++) if ((first[r] as number) > (first[lane] as number)) lane = r;
  const along = ({ noise }: Drawn) => {
    const weights = at(noise.map(({ coordinate }) => coordinate));
    return noise.map(({ coordinate }, a) => ({ coordinate, value: weights[a * lanes + lane] as number }));
  };
  const product = (weights: readonly Entry[], { noise }: Drawn) =>
    weights.reduce((sum, { value }, a) => sum + value * (noise[a] as Entry).value, 0);
  const weights = along(seen);
  return { weights, signal: first[lane] as number, noise: product(weights, seen), fresh: product(along(fresh), fresh) };
}
