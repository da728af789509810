import { norm } from "../../numeric/norm.ts";
import type { Optimizer } from "../optimizer.ts";
import { sgd } from "../sgd.ts";
import { wholeOptimizer } from "./wholeOptimizer.ts";

/**
 * Normalized (stochastic) gradient descent.
 *
 *   w' = w - eta (g/|g| + lambda w),  |g| over all weights; 0/0 is taken as 0
 *
 * Source: Hazan, Levy, Shalev-Shwartz 2015, arXiv 1507.02030, Algorithms 1 and 2.
 */
export const normalizedSgd: Optimizer = wholeOptimizer({
  ...{
    name: "normalized-sgd",
    title: "Normalized SGD / GD",
    decay: sgd.decay,
    sees: "network",
    base: sgd,
    inert: true,
  },
  of({ gradient }) {
    const size = norm(gradient);
    return size === 0 ? gradient : gradient.map((g) => g / size);
  },
  formula: "w <- w - eta*(g/|g| + lambda*w), |g| over all weights",
  source: "arXiv 1507.02030",
});
