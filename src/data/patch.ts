import { sampleWithoutReplacement } from "../random/sample.ts";
import { openStream, type Stream } from "../random/stream.ts";
import { uniform } from "../random/uniform.ts";
import type { Setting } from "../setting/setting.ts";
import { drawDisjointSupports } from "./disjointSupports.ts";
import { DRAWS } from "./noise.ts";

/** The nonzero entries of a noise patch, coordinates ascending from 0, the feature coordinate (e_1 of the papers). */
export interface Entries {
  /** Doubles, since d may be anything up to 2^53 - 1. */
  readonly coordinates: Float64Array;
  readonly values: Float64Array;
}

/** One labelled example: its noise patch, of several the first. */
export interface Patch extends Entries {
  /** The label that is seen. */
  readonly label: number;
  /** The label that its patches are made of, where it is another one. */
  readonly truth?: number;
  /** Its other noise patches. */
  readonly others?: readonly Entries[];
}

/** What examples are drawn for: two independent sequences. */
export type ExamplePurpose = "trainExample" | "testExample";

/** Of every share of class +1 as many as it says among any first ones, to one. */
function drawLabel({ labels, balance }: Setting, index: number, stream: Stream): number {
  if (labels === "balanced") {
    if (balance === undefined) return index % 2 === 0 ? 1 : -1;
    return Math.floor((index + 1) * balance) > Math.floor(index * balance) ? 1 : -1;
  }
  return uniform(stream) < (balance === undefined ? 0.5 : 1 - balance) ? -1 : 1;
}

/** The entries of a noise patch, its feature's first. */
function drawNoise(setting: Setting, stream: Stream, label: number, dealt?: Float64Array): Entries {
  const { d, s, sigmaP, alpha, featureSupport: k = 1, noise = "gaussian" } = setting;
  // Drawn even where another was dealt: the noise values that follow in the stream are then the same ones.
  const own = sampleWithoutReplacement(stream, d - k, s);
  const coordinates = new Float64Array(s + k);
  for (let c = 0; c < k; c++) coordinates[c] = c;
  if (dealt) coordinates.set(dealt, k);
  else own.forEach((place, e) => (coordinates[k + e] = place + k));
  const values = new Float64Array(s + k).fill(-alpha * label * (1 / Math.sqrt(k)), 0, k);
  const draw = DRAWS[noise];
  for (let e = k; e < k + s; e++) values[e] = sigmaP * draw(stream);
  return { coordinates, values };
}

/** Whether the label seen of an example is not the true one; a stream of its own, so that nothing else changes. */
const isFlipped = ({ flip = 0 }: Setting, seed: number, purpose: ExamplePurpose, index: number): boolean =>
  flip > 0 && uniform(openStream(seed, purpose === "trainExample" ? "trainFlip" : "testFlip", index)) < flip;

/**
 * Draws examples by Definition 3.1, one after the other.
 *
 * y uniform on {-1, +1} (or alternating: `balanced`); B uniform among the s-subsets of {2..d}; zeta ~ N(0, sigmaP^2) on B; xi = zeta - alpha y v.
 * Where setting.supports is "disjoint", the training supports are drawn conditionally on sharing no coordinate, and labels and values stay the
 * same numbers; test examples are independent draws always.
 *
 * @param setting s <= d - 1; n s <= d - 1 for disjoint supports
 * @param seed integer in [0, 2^53)
 * @param purpose "trainExample" or "testExample"
 * @param count how many, for training examples with disjoint supports at most n; example i does not depend on it
 * @returns a generator of [count] patches of s + 1 entries, coordinate 0 included even where alpha = 0
 * @throws RangeError for more than n training examples with disjoint supports
 * Source: [T25] Definition 3.1; balanced labels as in the published experiment (100 a class).
 */
export function* drawPatches(
  setting: Setting,
  seed: number,
  purpose: ExamplePurpose,
  count: number,
): Generator<Patch, void> {
  const deals = purpose === "trainExample" && setting.supports === "disjoint";
  if (deals && count > setting.n) {
    throw new RangeError(
      `count must be at most n = ${setting.n} where supports are disjoint, but is ${count}; raise n`,
    );
  }
  const dealt = deals ? drawDisjointSupports(setting, seed) : [];
  const noisePatches = Math.max(1, (setting.patches ?? 2) - 1);
  for (let i = 0; i < count; i++) {
    const stream = openStream(seed, purpose, i);
    const truth = drawLabel(setting, i, stream);
    const noise = (p: number) => drawNoise(setting, stream, truth, dealt[i * noisePatches + p]);
    const first = noise(0);
    const others = Array.from({ length: noisePatches - 1 }, (_, p) => noise(p + 1));
    const flipped = isFlipped(setting, seed, purpose, i);
    yield {
      ...first,
      label: flipped ? -truth : truth,
      ...(flipped && { truth }),
      ...(others.length > 0 && { others }),
    };
  }
}
