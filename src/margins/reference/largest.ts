import { type ByNorm, byNorm, type Norm } from "../norms.ts";
import type { Matrix } from "../singularValues.ts";
import { type Candidate, type Solver, solved } from "./programs.ts";
import { LANES, type Row } from "./rows.ts";

/** Numbers between which the largest normalized margin lies. */
export interface LargestMargin {
  /** A margin that some weights have: at least so large. */
  readonly low: number;
  /** |sum_i lambda_i A_i|_dual with sum_i lambda_i = 1: no weights have more. */
  readonly high: number;
}

/** Of each norm; null where no weights tell all examples apart, so that no margin is above 0. */
export type LargestMargins = ByNorm<LargestMargin> | null;

const inner = ({ places, values }: Row, u: ReadonlyMap<number, number>) =>
  places.reduce((sum, k, e) => sum + (values[e] as number) * (u.get(k) ?? 0), 0);

/** (u, -u) as weights. */
function mirrored(u: ReadonlyMap<number, number>, size: number): Matrix {
  const values = new Float64Array(size);
  for (const [k, value] of u) values.set([value, -value], k * LANES);
  return { values, width: LANES };
}

/** sum_i lambda_i z_i with sum_i lambda_i = 1. */
function mixed(rows: readonly Row[], multipliers: readonly number[]): Map<number, number> {
  const all = multipliers.reduce((sum, lambda) => sum + lambda, 0);
  const sum = new Map<number, number>();
  rows.forEach(({ places, values }, i) => {
    const share = (multipliers[i] as number) / all;
    places.forEach((k, e) => sum.set(k, (sum.get(k) ?? 0) + share * (values[e] as number)));
  });
  return sum;
}

/**
 * Both ends of the largest normalized margin, from what a solver claims to have found: right whatever that is.
 *
 *   min_i <A_i, W>/|W|  <=  max_W min_i <A_i, W>/|W|  <=  |sum_i lambda_i A_i|_dual,   W = (u, -u), A_i = (z_i, -z_i), lambda >= 0 of sum 1
 *
 * @param rows z_i
 * @param candidate u and lambda
 * @param norm of W
 * @param size how many weights there are
 * @returns the ends, to the rounding of sums of doubles
 * Source: weak duality: min_i <A_i, W> <= <sum_i lambda_i A_i, W> <= |sum_i lambda_i A_i|_dual |W|.
 */
export function endsOf(rows: readonly Row[], candidate: Candidate, { of, dual }: Norm, size: number): LargestMargin {
  const { direction, multipliers } = candidate;
  const least = rows.reduce((found, row) => Math.min(found, 2 * inner(row, direction)), Infinity);
  return {
    low: least / of(mirrored(direction, size)),
    high: dual(mirrored(mixed(rows, multipliers), size)),
  };
}

/**
 * The largest normalized margins of the linear network.
 *
 * @param rows z_i
 * @param size how many weights there are
 * @param solver HiGHS
 * @returns both ends for each norm; of the spectral norm with what l2 found, since W = (u, -u) has one singular value
 * Source: ours (docs/notes/margins.md).
 */
export function largestMargins(rows: readonly Row[], size: number, solver: Solver): LargestMargins {
  const [ball, box] = [solved(solver, rows, "l2"), solved(solver, rows, "linf")];
  if (ball === undefined || box === undefined) return null;
  return byNorm((norm, name) => endsOf(rows, name === "linf" ? box : ball, norm, size));
}
