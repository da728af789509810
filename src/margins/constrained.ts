import { largestSize } from "../numeric/largestSize.ts";

/** How far weights are from a stationary point of: min loss(W) with |w| <= 1/lambda for every weight. */
export interface Constrained {
  /** 1/lambda. */
  readonly bound: number;
  /** lambda max |w|: above 1 where a weight is outside. */
  readonly filled: number;
  /** 1 + lambda <W, g>/sum |g| >= 0 inside: the share by which the loss's first-order change could still be better; 0 at a KKT point; null where g is 0. */
  readonly gap: number | null;
}

/**
 * The residual of the problem that decoupled decay makes of normalized steps.
 *
 *   gap = max_{|v| <= 1/lambda} <v - W, -g>/(sum |g|/lambda) = 1 + lambda <W, g>/sum |g|
 *
 * @param weights W
 * @param gradient g of the loss, decay not included
 * @param weightDecay lambda > 0
 * @returns bound, how much of it is filled, gap
 * Source: Xie and Li 2024 (arXiv 2404.04454), Theorem 1.1; the gap is Frank and Wolfe's.
 * @example
 * constrainedAt(Float64Array.of(2, -2), Float64Array.of(-1, 3), 0.5) // => { bound: 2, filled: 1, gap: 0 }
 */
export function constrainedAt(weights: Float64Array, gradient: Float64Array, weightDecay: number): Constrained {
  const sizes = gradient.reduce((sum, g) => sum + Math.abs(g), 0);
  const along = weights.reduce((sum, w, k) => sum + w * (gradient[k] as number), 0);
  return {
    bound: 1 / weightDecay,
    filled: weightDecay * largestSize(weights),
    gap: sizes > 0 ? 1 + (weightDecay * along) / sizes : null,
  };
}
