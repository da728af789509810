import type { Rows } from "../data/entries.ts";
import { lanesIn, PAPERS_MODEL } from "../setting/network.ts";
import { project } from "../sim/forward.ts";
import { splitOf } from "../sim/ground.ts";
import { learntOf, ownFeatures } from "../sim/metrics.ts";
import { gramOfRows } from "./gramOfRows.ts";
import type { PatchBasis } from "./patchBasis.ts";
import { weightsOfPatches } from "./patchWeights.ts";
import type { Problem } from "./recurrence.ts";

/** A row of some rows. */
type Place = readonly [Rows, number];

const lengthOf = ([{ rows }, row]: Place): number => (rows[row + 1] as number) - (rows[row] as number);

/** Rows one after the other, wherever they were. */
function gathered(places: readonly Place[]): Rows {
  const length = places.reduce((sum, place) => sum + lengthOf(place), 0);
  const [coordinates, values] = [new Int32Array(length), new Float64Array(length)];
  const rows = new Int32Array(places.length + 1);
  places.forEach((place, k) => {
    const [from, row] = place;
    const [first, end] = [from.rows[row] as number, from.rows[row + 1] as number];
    const at = rows[k] as number;
    coordinates.set(from.coordinates.subarray(first, end), at);
    values.set(from.values.subarray(first, end), at);
    rows[k + 1] = at + lengthOf(place);
  });
  return { rows, coordinates, values };
}

/** Which vector a row became; NONE where it has no entry. */
const NONE = -1;

/**
 * All patches of examples that say what they show, such as images, with their Gram matrix and what the start has along them.
 *
 * b: what all patches have in common, where examples say it; the features, which nothing moves along and which are looked at; then every x_ip less
 * what is common that is not 0: a black patch has no row
 *
 * @param problem whose examples have `shown`; L^2 numbers are held
 * @returns the basis
 * Source: ours, docs/notes/patches.md.
 */
export function shownBasis(problem: Problem): PatchBasis {
  const { network, start } = problem;
  const { model = PAPERS_MODEL, neurons } = network;
  const { noisePatches } = model;
  const width = lanesIn(network);
  const examples = splitOf(start.examples, network);
  const { base, count } = examples;
  const { directions, features, strengths } = examples.shown as NonNullable<typeof examples.shown>;
  const learnt = learntOf(examples.shown);
  const places: Place[] = base ? [[base, 0]] : [];
  const firstFeature = places.length;
  const placed = (rows: Rows, always: number): Int32Array =>
    new Int32Array(rows.rows.length - 1).map((_, row) =>
      row < always || lengthOf([rows, row]) > 0 ? places.push([rows, row]) - 1 : NONE,
    );
  const [ofFirst, ofNoise] = [placed(directions, learnt), placed(examples, 0)];
  const vectors = gathered(places);
  const size = places.length;
  const gram = new Float64Array(size * size);
  gramOfRows(vectors, start.coordinates.length, gram, size, 0);
  const initial = new Float64Array(size * width);
  for (let l = 0; l < size; l++) project(start.weights, vectors, l, initial.subarray(l * width, (l + 1) * width));

  const none = new Float64Array(width);
  const common = (seen: Float64Array) => (base ? seen.subarray(0, width) : none);
  /** to_r <- factor (<w, u> + <w, b_l>) */
  const lookAt = (seen: Float64Array, l: number, factor: number, to: Float64Array, at: number) => {
    const shared = common(seen);
    const from = l * width;
    for (let r = 0; r < width; r++)
      to[at + r] = factor * ((shared[r] as number) + (l === NONE ? 0 : (seen[from + r] as number)));
  };
  const add = (from: Float64Array, at: number, l: number, gradient: Float64Array) => {
    if (l === NONE) return;
    const to = l * width;
    for (let r = 0; r < width; r++) gradient[to + r] = (gradient[to + r] as number) + (from[at + r] as number);
  };
  return {
    ...{ size, gram, initial },
    look(i, seen, { signal, noise }) {
      lookAt(seen, ofFirst[features[i] as number] as number, strengths[i] as number, signal, 0);
      for (let p = 0; p < noisePatches; p++) lookAt(seen, ofNoise[i * noisePatches + p] as number, 1, noise, p * width);
    },
    pull(i, { signal, noise }, gradient) {
      add(signal, 0, ofFirst[features[i] as number] as number, gradient);
      for (let p = 0; p < noisePatches; p++) add(noise, p * width, ofNoise[i * noisePatches + p] as number, gradient);
      if (!base) return;
      add(signal, 0, 0, gradient);
      for (let at = 0; at < noise.length; at += width) add(noise, at, 0, gradient);
    },
    read(seen) {
      const of = Array.from({ length: learnt }, (_, f) => {
        const at = (firstFeature + f) * width;
        return seen.slice(at, at + width);
      });
      const first = new Float64Array(count * width);
      const noise = new Float64Array(count * noisePatches * width);
      for (let i = 0; i < count; i++)
        lookAt(seen, ofFirst[features[i] as number] as number, strengths[i] as number, first, i * width);
      ofNoise.forEach((l, row) => {
        lookAt(seen, l, 1, noise, row * width);
      });
      return { signal: ownFeatures(of, neurons), noise, shown: { first, features: of } };
    },
    weights: (decayed, along, asked) => weightsOfPatches(problem, decayed, { vectors, along }, asked),
  };
}
