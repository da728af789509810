import type { Examples } from "../data/examples.ts";
import { openStream } from "../random/stream.ts";
import { uniform } from "../random/uniform.ts";

/** Labels that are flipped anew whenever they are seen, each with probability `flip`. */
export interface LabelNoise {
  readonly flip: number;
  readonly seed: number;
}

/** Examples whose labels change from step to step. */
export interface NoisyExamples {
  readonly examples: Examples;
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
export function noisyExamples(given: Examples, noise: LabelNoise | undefined): NoisyExamples {
  if (!noise) return { examples: given, begin: () => {}, draw: () => {} };
  const labels = given.labels.slice();
  let stream = openStream(noise.seed, "stepFlip", 0);
  return {
    examples: { ...given, labels, truths: given.labels },
    begin(step) {
      stream = openStream(noise.seed, "stepFlip", step);
    },
    draw(i) {
      const truth = given.labels[i] as number;
      labels[i] = uniform(stream) < noise.flip ? -truth : truth;
    },
  };
}
