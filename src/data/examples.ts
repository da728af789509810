import { normal } from "../random/normal.ts";
import { sampleWithoutReplacement } from "../random/sample.ts";
import { openStream, type Purpose, type Stream } from "../random/stream.ts";
import { uniform } from "../random/uniform.ts";
import type { Setting } from "../setting/setting.ts";

/**
 * Labelled examples, noise patches stored by rows of their nonzero entries (the signal patch is y v, so the label says it all):
 *
 *   row i:  xi_i[coordinates[e]] = values[e]   for e in rows[i] .. rows[i+1]-1, coordinates ascending; 0 is the feature coordinate (e_1 of the papers)
 */
export interface Examples {
  readonly count: number;
  readonly labels: Int8Array;
  readonly rows: Int32Array;
  readonly coordinates: Int32Array;
  readonly values: Float64Array;
}

function drawLabel(labels: Setting["labels"], index: number, stream: Stream): number {
  if (labels === "balanced") return index % 2 === 0 ? 1 : -1;
  return uniform(stream) < 0.5 ? -1 : 1;
}

/**
 * Draws examples by Definition 3.1.
 *
 * y uniform on {-1, +1} (or alternating: `balanced`); B uniform among the s-subsets of {2..d}; zeta ~ N(0, sigmaP^2) on B; xi = zeta - alpha y v.
 *
 * @param setting s <= d - 1
 * @param seed integer in [0, 2^53)
 * @param purpose "trainExample" or "testExample": two independent sequences
 * @param count how many; example i does not depend on it
 * @returns the examples
 * Source: [T25] Definition 3.1; balanced labels as in the published experiment (100 a class).
 */
export function drawExamples(setting: Setting, seed: number, purpose: Purpose, count: number): Examples {
  const { d, s, sigmaP, alpha } = setting;
  const width = s + 1;
  const labels = new Int8Array(count);
  const coordinates = new Int32Array(count * width);
  const values = new Float64Array(count * width);
  for (let i = 0; i < count; i++) {
    const stream = openStream(seed, purpose, i);
    const y = drawLabel(setting.labels, i, stream);
    const support = sampleWithoutReplacement(stream, d - 1, s);
    const base = i * width;
    labels[i] = y;
    values[base] = -alpha * y;
    support.forEach((k, e) => {
      coordinates[base + 1 + e] = k + 1;
      values[base + 1 + e] = sigmaP * normal(stream);
    });
  }
  const rows = Int32Array.from({ length: count + 1 }, (_, i) => i * width);
  return { count, labels, rows, coordinates, values };
}

/**
 * Examples from explicit labels and dense noise patches, entry for entry.
 *
 * @param labels [n], each +1 or -1
 * @param noisePatches [n][d], coordinate 1 (the feature noise) included
 * @returns the examples; zeros are not stored
 * Source: ours.
 * @example
 * examplesFromPatches([1], [[-0.2, 0, 3]]).values.length // => 2
 */
export function examplesFromPatches(labels: readonly number[], noisePatches: readonly (readonly number[])[]): Examples {
  const entries = noisePatches.map((patch) => patch.flatMap((value, k) => (value === 0 ? [] : [[k, value] as const])));
  const rows = new Int32Array(labels.length + 1);
  entries.forEach((row, i) => {
    rows[i + 1] = (rows[i] as number) + row.length;
  });
  return {
    count: labels.length,
    labels: Int8Array.from(labels),
    rows,
    coordinates: Int32Array.from(entries.flat(), ([k]) => k),
    values: Float64Array.from(entries.flat(), ([, value]) => value),
  };
}
