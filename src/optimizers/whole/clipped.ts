import { norm } from "../../numeric/norm.ts";
import type { Optimizer } from "../optimizer.ts";
import type { BlockFunction } from "./block.ts";
import { wholeOptimizer } from "./wholeOptimizer.ts";

/** g where |g| <= maxNorm, else g maxNorm/|g| */
const shortened: BlockFunction = ({ gradient, hyper: { maxNorm = Infinity } }) => {
  const size = norm(gradient);
  if (size <= maxNorm) return gradient;
  const factor = maxNorm / size;
  return gradient.map((g) => factor * g);
};

/**
 * Another optimizer along a gradient whose norm over all weights is bounded.
 *
 *   g <- g min(1, maxNorm/|g|),  then one step of the base; weight decay is the base's and is not clipped
 *
 * @param base an optimizer of the first form
 * @param name what run files call it
 * @param title for people
 * @returns the optimizer
 * Source: Pascanu, Mikolov, Bengio 2013, arXiv 1211.5063, Algorithm 1.
 */
export const clipped = (base: Optimizer, name: string, title: string): Optimizer =>
  wholeOptimizer({
    ...{ name, title, decay: base.decay, sees: "network", base, inert: true, of: shortened },
    parameters: {
      maxNorm: {
        standard: 1,
        range: "positive",
        about: "bound of the gradient's norm over all weights",
        unit: "gradient",
      },
    },
    formula: `g <- g*min(1, maxNorm/|g|), |g| over all weights; then as ${base.name}`,
    source: "arXiv 1211.5063",
  });
