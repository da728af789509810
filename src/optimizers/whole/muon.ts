import type { Optimizer } from "../optimizer.ts";
import { MOMENTUM } from "../parameters.ts";
import { newtonSchulz } from "./newtonSchulz.ts";
import { wholeOptimizer } from "./wholeOptimizer.ts";

/**
 * Muon: Nesterov momentum, orthogonalized class by class.
 *
 *   B <- momentum B + G;  W <- (1 - eta lambda) W - eta newtonSchulz(G + momentum B),  W a class's matrix [m x d]
 *
 * The published code's factor sqrt(max(1, m/d)) is left out. It is for matrices: networks with biases or a trained second layer are refused.
 *
 * Source: Jordan et al. 2024, "Muon: An optimizer for hidden layers in neural networks"; decoupled decay as in Liu et al. 2025, arXiv 2502.16982.
 */
export const muon: Optimizer = wholeOptimizer({
  ...{ name: "muon", title: "Muon", decay: "decoupled", sees: "class", inert: true, matrices: true },
  parameters: { momentum: { ...MOMENTUM, standard: 0.95 } },
  eps: 1e-7,
  memory: ["mom"],
  of({ gradient, rows, memory: { mom }, hyper: { momentum = 0, eps } }) {
    const held = mom as Float64Array;
    for (let k = 0; k < held.length; k++) held[k] = momentum * (held[k] as number) + (gradient[k] as number);
    return newtonSchulz(
      gradient.map((g, k) => g + momentum * (held[k] as number)),
      rows,
      eps,
    );
  },
  formula:
    "mom <- momentum*mom + g; w <- (1 - eta*lambda)*w - eta*newtonSchulz(g + momentum*mom), a class's matrix at once",
  source: "Jordan et al. 2024, Muon",
});
