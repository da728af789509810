import { largestSize } from "../numeric/largestSize.ts";
import { norm } from "../numeric/norm.ts";
import { type Matrix, singularValues } from "./singularValues.ts";

const sizes = ({ values }: Matrix): number => values.reduce((sum, value) => sum + Math.abs(value), 0);

/** A norm of weights, and the one that bounds inner products with it: <W, G> <= of(W) dual(G). */
export interface Norm {
  readonly of: (matrix: Matrix) => number;
  readonly dual: (matrix: Matrix) => number;
}

/**
 * Norms in which margins are taken. Adding one is one entry here.
 *
 * l2: sqrt(sum w^2), its own dual.   linf: max |w|; dual sum |g|.   spectral: the largest singular value of the matrix of neurons; dual their sum.
 */
export const NORMS = {
  l2: { of: ({ values }) => norm(values), dual: ({ values }) => norm(values) },
  linf: { of: ({ values }) => largestSize(values), dual: sizes },
  spectral: {
    of: (matrix) => singularValues(matrix)[0] ?? 0,
    dual: (matrix) => singularValues(matrix).reduce((sum, s) => sum + s, 0),
  },
} satisfies Readonly<Record<NormName, Norm>>;

/** A norm by its name: "l2", "linf", "spectral". */
export type NormName = "l2" | "linf" | "spectral";
export const NORM_NAMES = Object.keys(NORMS) as NormName[];

/** A number for each norm. */
export type ByNorm<T = number> = Readonly<Record<NormName, T>>;

/** One value for each norm. */
export const byNorm = <T>(of: (norm: Norm, name: NormName) => T): ByNorm<T> =>
  Object.fromEntries(NORM_NAMES.map((name) => [name, of(NORMS[name], name)])) as Record<NormName, T>;
