import { norm } from "../../numeric/norm.ts";
import type { Optimizer } from "../optimizer.ts";
import type { BlockFunction } from "./block.ts";
import { wholeOptimizer } from "./wholeOptimizer.ts";

/**
 * The gradient where the loss nearby is about largest.
 *
 *   grad L(w + rho g/|g|),  g = grad L(w); g itself where it is 0
 *
 * @param block all weights; rho >= 0
 * @returns the gradient there, of the same batch
 * Source: Foret, Kleiner, Mobahi, Neyshabur 2021, arXiv 2010.01412, Algorithm 1 with p = 2.
 */
const sharpest: BlockFunction = ({ gradient, weights, hyper, gradientAt }) => {
  const size = norm(gradient);
  if (size === 0) return gradient;
  const { rho = 0 } = hyper;
  return gradientAt(weights.map((w, k) => w + rho * ((gradient[k] as number) / size)));
};

/**
 * Sharpness-aware minimization: another optimizer, along the gradient at the worst weights nearby.
 *
 *   g = grad L(w),  e = rho g/|g|,  then one step of the base from w along grad L(w + e); weight decay is the base's and has no part in e
 *
 * @param base an optimizer of the first form
 * @param name what run files call it
 * @param title for people
 * @returns the optimizer; two gradients a step
 * Source: Foret, Kleiner, Mobahi, Neyshabur 2021, arXiv 2010.01412, Algorithm 1.
 */
export const sharpnessAware = (base: Optimizer, name: string, title: string): Optimizer =>
  wholeOptimizer({
    ...{ name, title, decay: base.decay, sees: "network", base, inert: true, of: sharpest },
    parameters: {
      rho: {
        standard: 0.05,
        range: "nonNegative",
        about: "how far the second gradient is taken from the weights",
        unit: "weight",
      },
    },
    formula: `g <- grad L(w + rho*g/|g|), |g| over all weights; then as ${base.name}`,
    source: "arXiv 2010.01412",
  });
