import type { Examples } from "../data/examples.ts";
import { realPower } from "../numeric/realPower.ts";
import { lanesIn, type Network } from "../setting/network.ts";
import { addGradient, newGradientRoom } from "../sim/gradient.ts";
import type { Loss } from "../sim/losses/loss.ts";
import { type ByNorm, byNorm } from "./norms.ts";
import type { Matrix } from "./singularValues.ts";

/** How well a training set is told apart at one moment, and how near that is to the best. */
export interface Margins {
  /** min_i y_i (F_+ - F_-)(x_i); below 0 where an example is wrong. */
  readonly margin: number;
  /** margin/|W|^L; null at W = 0. */
  readonly normalized: ByNorm<number | null>;
  /** 1 - <W, -g>/(|W| |g|_dual), g the loss's gradient: 0 exactly where W has the direction of a stationary point of "largest margin in that norm"; null where W or g is 0. */
  readonly stationarity: ByNorm<number | null>;
  /** sum_i p_i (margin_i - margin)/margin, p_i the share of example i in all pulls: 0 where those of the least margin alone pull; null where the margin is not above 0, or pulls cancel. */
  readonly slack: number | null;
}

/** What margins are taken of. */
export interface Told {
  readonly network: Network;
  readonly examples: Examples;
  readonly loss: Loss;
  /** L. */
  readonly degree: number;
  /** How many weights there are. */
  readonly size: number;
}

/** What one pass over the training set gives. */
export interface Pass {
  /** y_i (F_+ - F_-)(x_i), [n]. */
  readonly margins: readonly number[];
  /** Of the mean loss, decay not included, [d * 2m]. */
  readonly gradient: Float64Array;
}

/** Margins and gradient at some weights. */
export function passOver({ network, examples, loss }: Told, weights: Float64Array): Pass {
  const { count } = examples;
  const gradient = new Float64Array(weights.length);
  const room = newGradientRoom(network, loss);
  const margins = Array.from({ length: count }, (_, i) => addGradient(weights, examples, i, 1 / count, room, gradient));
  return { margins, gradient };
}

function slackOf(margins: readonly number[], least: number, loss: Loss): number | null {
  const pulls = margins.map((margin) => loss.pull(margin));
  const all = pulls.reduce((sum, pull) => sum + pull, 0);
  if (!(least > 0) || !(all > 0)) return null;
  return margins.reduce((sum, margin, i) => sum + ((pulls[i] as number) / all) * ((margin - least) / least), 0);
}

const innerProduct = (a: Float64Array, b: Float64Array) =>
  a.reduce((sum, value, k) => sum + value * (b[k] as number), 0);

/**
 * Margins of a training set, and the residuals of the conditions that the largest margin has to satisfy.
 *
 *   max margin(W) with |W| <= 1 has the KKT conditions  -g = sum_i p_i grad margin_i,  <W, -g> = |W| |g|_dual,  p_i > 0 at the least margin alone
 *
 * @param told network, examples, loss, L
 * @param weights [d * 2m]
 * @param pass margins and g there
 * @returns the least margin, normalized by each norm; stationarity and slack
 * Source: Lyu and Li 2020 (arXiv 1906.05890), section 4 for l2; for other norms the same with the dual norm, ours (docs/notes/margins.md).
 */
export function marginsOf(told: Told, weights: Float64Array, pass = passOver(told, weights)): Margins {
  const { network, loss, degree } = told;
  const { margins, gradient } = pass;
  const margin = margins.reduce((least, one) => Math.min(least, one), Infinity);
  const pull = gradient.map((value) => -value);
  const matrix = (values: Float64Array): Matrix => ({ values, width: lanesIn(network) });
  const along = innerProduct(weights, pull);
  const sizes = byNorm(({ of }) => of(matrix(weights)));
  return {
    margin,
    normalized: byNorm((_, name) => {
      const size = sizes[name];
      return size > 0 ? margin / realPower(size, degree) : null;
    }),
    stationarity: byNorm(({ dual }, name) => {
      const most = sizes[name] * dual(matrix(pull));
      return most > 0 ? 1 - along / most : null;
    }),
    slack: slackOf(margins, margin, loss),
  };
}
