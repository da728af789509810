import { norm } from "../numeric/norm.ts";
import { awayFromMiddle } from "./classMeans.ts";
import { discriminants } from "./discriminants.ts";
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

/** What stands for signal, by what of the class means is taken. */
const KINDS: Readonly<Record<SignalBy, (away: readonly Float64Array[], of: Patches) => readonly Float64Array[]>> = {
  means: (away) => away,
  discriminants,
};

/** What signal is measured by: differences of class means, or these divided by how patches scatter about them. */
export const SIGNAL_BY: readonly SignalBy[] = ["means", "discriminants"];
/** The name of what signal is measured by. */
export type SignalBy = "means" | "discriminants";

const unit = (vector: Float64Array): Float64Array => {
  const length = norm(vector);
  return vector.map((value) => value / length);
};

/**
 * Directions of signal and of single examples' noise, measured from patches alone.
 *
 *   u_c = a_c/|a_c|,  a_c = mean_c - middle,  middle = (1/K) sum_c mean_c;   S = span(u_1, ..., u_K);
 *   by discriminants (W + rho I)^-1 a_c in the place of a_c, as `discriminants` says;   e_{i,p} = x_{i,p} - P_S x_{i,p};   N = span of all e_{i,p}
 *
 * @param training the training examples' patches
 * @param of those whose class means are taken: fresh ones, or the training examples themselves
 * @param by what of the means
 * @returns unit vectors, and bases of S and N
 * @throws InputError where a class has no example, or all classes have the same mean
 * Source: ours, docs/notes/decomposition.md.
 */
export function directionsOf(training: Patches, of: Patches = training, by: SignalBy = "means"): Directions {
  const classes = KINDS[by](awayFromMiddle(of), of).map(unit);
  const signal = orthonormal(classes);
  const residuals = training.vectors.map((patches) => patches.map((patch) => without(patch, signal)));
  const noise = orthonormal(residuals.flat(), signal);
  return { classes, signal, residuals, noise, sides: training.sides };
}
