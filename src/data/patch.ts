import { drawSparse } from "../random/many.ts";
import type { Setting } from "../setting/setting.ts";
import { drawDisjointSupports } from "./disjointSupports.ts";

/** One labelled example: the nonzero entries of its noise patch, coordinates ascending from 0, the feature coordinate (e_1 of the papers). */
export interface Patch {
  readonly label: number;
  /** Doubles, since d may be anything up to 2^53 - 1. */
  readonly coordinates: Float64Array;
  readonly values: Float64Array;
}

/** What examples are drawn for: two independent sequences. */
export type ExamplePurpose = "trainExample" | "testExample";

/** Entries of patches that share a buffer, about. */
const TOGETHER = 16384;

/** Draws a patch into arrays of s + 1 zeros. */
function drawPatch(
  setting: Setting,
  seed: number,
  purpose: ExamplePurpose,
  index: number,
  { coordinates, values }: Pick<Patch, "coordinates" | "values">,
  dealt?: Float64Array,
): Patch {
  const { d, s, sigmaP, alpha, labels } = setting;
  const balanced = labels === "balanced";
  // A subset is drawn even where another was dealt: the noise values that follow in the stream are then the same ones.
  const drawn = drawSparse(seed, purpose, index, { before: !balanced, population: d - 1, size: s, scale: sigmaP });
  const even = balanced ? index % 2 === 0 : drawn.chance >= 0.5;
  const label = even ? 1 : -1;
  if (dealt) coordinates.set(dealt, 1);
  else for (let e = 0; e < s; e++) coordinates[e + 1] = (drawn.members[e] as number) + 1;
  values[0] = -alpha * label;
  values.set(drawn.normals, 1);
  return { label, coordinates, values };
}

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
  const size = setting.s + 1;
  // Many small arrays of their own take longer to make than to fill.
  const together = Math.max(1, Math.min(count, Math.floor(TOGETHER / size)));
  let room = new Float64Array(0);
  for (let i = 0; i < count; i++) {
    const at = 2 * size * (i % together);
    if (at === 0) room = new Float64Array(2 * size * together);
    const arrays = { coordinates: room.subarray(at, at + size), values: room.subarray(at + size, at + 2 * size) };
    yield drawPatch(setting, seed, purpose, i, arrays, dealt[i]);
  }
}
