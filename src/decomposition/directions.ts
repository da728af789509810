import { norm } from "../numeric/norm.ts";
import { InputError } from "../setting/inputError.ts";
import { orthonormal, without } from "./orthonormal.ts";
import type { Patches } from "./patches.ts";

/** What counts as signal, measured; and what single examples have beside it. */
export interface Directions {
  /** u_c, of length 1, [K]: where the mean patch of a class lies from the middle of all classes. */
  readonly classes: readonly Float64Array[];
  /** An orthonormal basis of their span, at most K - 1 vectors. */
  readonly signal: readonly Float64Array[];
  /** Of every training example its patches without their part in that span, [count][P]. */
  readonly residuals: readonly (readonly Float64Array[])[];
  /** An orthonormal basis of the span of these. */
  readonly noise: readonly Float64Array[];
  /** The class of each training example, [count]. */
  readonly sides: Int32Array;
}

/** A mean of two classes that is this short of their patches, is one of rounding. */
const LEAST = 2 ** -40;

/** Mean patch of every class, over its examples and their places. */
function meansOf({ classes, sides, vectors }: Patches): Float64Array[] {
  const d = vectors[0]?.[0]?.length ?? 0;
  const means = Array.from({ length: classes }, () => new Float64Array(d));
  const counts = new Float64Array(classes);
  vectors.forEach((patches, i) => {
    const side = sides[i] as number;
    const mean = means[side] as Float64Array;
    for (const patch of patches) {
      for (let k = 0; k < d; k++) mean[k] = (mean[k] as number) + (patch[k] as number);
      counts[side] = (counts[side] as number) + 1;
    }
  });
  const empty = counts.indexOf(0);
  if (empty >= 0) {
    throw new InputError(
      `every class must have an example where its mean is taken, but class ${empty + 1} of ${classes} has none; draw more`,
    );
  }
  return means.map((mean, c) => mean.map((sum) => sum / (counts[c] as number)));
}

/**
 * Directions of signal and of single examples' noise, measured from patches alone.
 *
 *   u_c = (mean_c - middle)/|mean_c - middle|,  middle = (1/K) sum_c mean_c;   S = span(u_1, ..., u_K);
 *   e_{i,p} = x_{i,p} - P_S x_{i,p};   N = span of all e_{i,p}
 *
 * @param training the training examples' patches
 * @param of those whose class means are taken: fresh ones, or the training examples themselves
 * @returns unit vectors, and bases of S and N
 * @throws InputError where a class has no example, or all classes have the same mean
 * Source: ours, docs/notes/decomposition.md.
 */
export function directionsOf(training: Patches, of: Patches = training): Directions {
  const means = meansOf(of);
  const middle = (means[0] as Float64Array).map(
    (_, k) => means.reduce((sum, mean) => sum + (mean[k] as number), 0) / means.length,
  );
  const away = means.map((mean) => mean.map((value, k) => value - (middle[k] as number)));
  const largest = of.vectors.flat().reduce((most, patch) => Math.max(most, norm(patch)), 0);
  const classes = away.map((vector) => {
    const length = norm(vector);
    if (length > LEAST * largest) return vector.map((value) => value / length);
    throw new InputError(
      "class means must differ where signal is measured by them, but a class has the mean of all; they say nothing of such data",
    );
  });
  const signal = orthonormal(classes);
  const residuals = training.vectors.map((patches) => patches.map((patch) => without(patch, signal)));
  const noise = orthonormal(residuals.flat(), signal);
  return { classes, signal, residuals, noise, sides: training.sides };
}
