import type { Examples } from "../data/examples.ts";
import { openStream, type Stream } from "../random/stream.ts";
import { uniform } from "../random/uniform.ts";
import type { Batches } from "./batches.ts";
import type { Run } from "./run.ts";

/** Labels that are flipped anew whenever they are seen, each with probability `flip`. */
export interface LabelNoise {
  readonly flip: number;
  readonly seed: number;
}

/** The label noise of a run; undefined where labels stay. */
export const labelNoiseOf = ({ setting, seed }: Pick<Run, "setting" | "seed">): LabelNoise | undefined =>
  setting.flip && setting.flipEvery === "step" ? { flip: setting.flip, seed } : undefined;

/** A label as it is seen, drawn with the next number of a stream. */
const seen = (truth: number, stream: Stream, flip: number): number => (uniform(stream) < flip ? -truth : truth);

/**
 * The labels with which the examples of some steps are seen, as `noisyExamples` has them.
 *
 * @param labels the true ones, [n]
 * @param noise its share and seed
 * @param batches of the steps
 * @param step how many steps are behind them
 * @returns one for each index of the batches, at its place
 * Source: ours.
 */
export function noisyLabels(labels: Int8Array, { flip, seed }: LabelNoise, batches: Batches, step: number): Int8Array {
  const { indices, offsets } = batches;
  const out = new Int8Array(indices.length);
  for (let k = 0; k + 1 < offsets.length; k++) {
    const stream = openStream(seed, "stepFlip", step + k + 1);
    for (let e = offsets[k] as number; e < (offsets[k + 1] as number); e++)
      out[e] = seen(labels[indices[e] as number] as number, stream, flip);
  }
  return out;
}

/** Examples whose labels change from step to step. */
export interface NoisyExamples<E extends Examples> {
  readonly examples: E;
  /** Begins step t, from 1: its flips are those of a stream of its own. */
  begin(step: number): void;
  /** Draws the label of the next example of the step. */
  draw(i: number): void;
}

/**
 * Training examples under label noise.
 *
 * at step t the k-th example of the batch is seen with label -y where the k-th number of stream t is below flip, else with y
 *
 * @param given with the true labels
 * @param noise its share and seed; undefined for labels that stay
 * @returns the examples, patches shared; without noise the given ones
 * Source: ours; label noise at every step as in Blanc et al. 2020 and Damian et al. 2021.
 */
export function noisyExamples<E extends Examples>(given: E, noise: LabelNoise | undefined): NoisyExamples<E> {
  if (!noise) return { examples: given, begin: () => {}, draw: () => {} };
  const labels = given.labels.slice();
  let stream = openStream(noise.seed, "stepFlip", 0);
  return {
    examples: { ...given, labels, truths: given.labels },
    begin(step) {
      stream = openStream(noise.seed, "stepFlip", step);
    },
    draw(i) {
      labels[i] = seen(given.labels[i] as number, stream, noise.flip);
    },
  };
}
