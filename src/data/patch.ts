import { drawSparse } from "../random/many.ts";
import { sampleWithoutReplacement } from "../random/sample.ts";
import { openStream } from "../random/stream.ts";
import { uniform, uniformInteger } from "../random/uniform.ts";
import { featureCoordinatesOf, noisePatchesOf } from "../setting/model.ts";
import type { Setting } from "../setting/setting.ts";
import { drawDisjointSupports } from "./disjointSupports.ts";
import type { Entries, ExamplePurpose } from "./entries.ts";
import { drawShown, hasShown, type Shown } from "./features.ts";
import { DRAWS } from "./noise.ts";

/** Numbers that room is made for at once. */
const ROOM = 8192;

/** Lists of zeros, many of them parts of one: V8 makes a part much sooner than a list of its own. */
function newRoom(): (length: number) => Float64Array {
  let all = new Float64Array(0);
  let used = 0;
  return (length) => {
    if (used + length > all.length) {
      all = new Float64Array(Math.max(ROOM, length));
      used = 0;
    }
    used += length;
    return all.subarray(used - length, used);
  };
}

/** One labelled example: its noise patch, of several the first. */
export interface Patch extends Entries {
  /** The label that is seen. */
  readonly label: number;
  /** The label that its patches are made of, where it is another one. */
  readonly truth?: number;
  /** The feature that it shows, where that is not its label alone. */
  readonly shown?: Shown;
  /** Its other noise patches. */
  readonly others?: readonly Entries[];
}

/** What the stream of an example holds: a uniform number where its label is drawn, then of each noise patch a support and its entries. */
interface Drawn {
  readonly chance: number;
  readonly patches: readonly { readonly members: ArrayLike<number>; readonly normals: Float64Array }[];
}

/** By the kernel where it can, else number by number. */
function drawStream(setting: Setting, seed: number, purpose: ExamplePurpose, index: number): Drawn {
  const { d, s, sigmaP, labels, noise = "gaussian" } = setting;
  const [before, population] = [labels !== "balanced", d - featureCoordinatesOf(setting)];
  const count = noisePatchesOf(setting);
  if (noise === "gaussian" && count === 1) {
    const { chance, ...only } = drawSparse(seed, purpose, index, { before, population, size: s, scale: sigmaP });
    return { chance, patches: [only] };
  }
  const stream = openStream(seed, purpose, index);
  const chance = before ? uniform(stream) : 0;
  const draw = DRAWS[noise];
  const patches = Array.from({ length: count }, () => ({
    members: sampleWithoutReplacement(stream, population, s),
    normals: Float64Array.from({ length: s }, () => sigmaP * draw(stream)),
  }));
  return { chance, patches };
}

/** With balanced labels, of class +1 as many of any first ones as `balance` says, rounded down; of K >= 3 classes 1, 2, ..., K, 1, ... */
function labelOf({ labels, balance, classes = 2 }: Setting, index: number, chance: number): number {
  if (classes > 2) return 1 + (labels === "balanced" ? index % classes : Math.floor(classes * chance));
  if (labels !== "balanced") return chance < (balance === undefined ? 0.5 : 1 - balance) ? -1 : 1;
  if (balance === undefined) return index % 2 === 0 ? 1 : -1;
  return Math.floor((index + 1) * balance) > Math.floor(index * balance) ? 1 : -1;
}

function drawPatch(
  setting: Setting,
  seed: number,
  purpose: ExamplePurpose,
  index: number,
  dealt: readonly Float64Array[],
  room: (length: number) => Float64Array,
): Patch {
  const { s, alpha, featureSupport: k = 1 } = setting;
  const { chance, patches } = drawStream(setting, seed, purpose, index);
  const truth = labelOf(setting, index, chance);
  const along = drawAlong(setting, seed, purpose, index);
  const shown = hasShown(setting) ? drawShown(setting, seed, purpose, index, truth) : undefined;
  const { feature, sign } = shown ?? { feature: 0, sign: truth };
  const before = featureCoordinatesOf(setting);
  const entries = patches.map(({ members, normals }, p): Entries => {
    const coordinates = room(s + k);
    const values = room(s + k);
    const on = along ? -alpha * sign + (along[p] as number) : -alpha * sign;
    for (let c = 0; c < k; c++) {
      coordinates[c] = feature * k + c;
      values[c] = on * (1 / Math.sqrt(k));
    }
    // A subset is drawn even where another was dealt: the noise values that follow in the stream are then the same ones.
    const support = dealt[index * patches.length + p];
    for (let e = 0; e < s; e++) {
      coordinates[k + e] = support ? (support[e] as number) : (members[e] as number) + before;
      values[k + e] = normals[e] as number;
    }
    return { coordinates, values };
  });
  const label = seenLabel(setting, seed, purpose, index, truth);
  const [first, ...others] = entries as [Entries, ...Entries[]];
  return {
    ...first,
    label,
    ...(label !== truth && { truth }),
    ...(shown && { shown }),
    ...(others.length > 0 && { others }),
  };
}

/** <zeta, v> of each noise patch, where noise has something along the feature; a stream of its own, as flips have. */
function drawAlong(setting: Setting, seed: number, purpose: ExamplePurpose, index: number): number[] | undefined {
  const { sigmaP, noise = "gaussian" } = setting;
  if (!setting.alongFeature) return undefined;
  const stream = openStream(seed, purpose === "trainExample" ? "trainAlong" : "testAlong", index);
  return Array.from({ length: noisePatchesOf(setting) }, () => sigmaP * DRAWS[noise](stream));
}

/** The label seen of an example: sometimes not the true one, then any other; a stream of its own, so that nothing else changes. */
export function seenLabel(
  setting: Setting,
  seed: number,
  purpose: ExamplePurpose,
  index: number,
  truth: number,
): number {
  const { flip = 0, flipEvery, classes = 2 } = setting;
  if (flip === 0 || flipEvery === "step") return truth;
  const stream = openStream(seed, purpose === "trainExample" ? "trainFlip" : "testFlip", index);
  if (uniform(stream) >= flip) return truth;
  if (classes === 2) return -truth;
  return 1 + ((truth + uniformInteger(stream, classes - 1)) % classes);
}

/**
 * The labels of examples alone: those of `drawPatches`.
 *
 * @param setting its labels, balance and flip
 * @param seed integer in [0, 2^53)
 * @param purpose "trainExample" or "testExample"
 * @param count how many; example i does not depend on it
 * @returns labels seen, and the true ones, [count] each
 * Source: ours.
 */
export function drawLabels(setting: Setting, seed: number, purpose: ExamplePurpose, count: number) {
  const truths = new Int8Array(count).map((_, i) =>
    labelOf(setting, i, setting.labels === "balanced" ? 0 : uniform(openStream(seed, purpose, i))),
  );
  return { truths, labels: truths.map((truth, i) => seenLabel(setting, seed, purpose, i, truth)) };
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
  const room = newRoom();
  for (let i = 0; i < count; i++) yield drawPatch(setting, seed, purpose, i, dealt, room);
}
