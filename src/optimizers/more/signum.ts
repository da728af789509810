import type { FormulaDefinition } from "../formula/fromFormulas.ts";

/**
 * Signum: the sign of the momentum.
 *
 *   mom <- b1 mom + (1 - b1) g;  w <- (1 - eta lambda) w - eta sgn(mom)
 *
 * Source: Bernstein, Wang, Azizzadenesheli, Anandkumar 2018, arXiv 1802.04434, Algorithm 2; decay as in signsgdw.
 */
export const signum: FormulaDefinition = {
  ...{ name: "signum", title: "Signum", decay: "decoupled", source: "arXiv 1802.04434" },
  betas: [0.9, 0],
  memory: { mom: "b1*mom + (1-b1)*g" },
  direction: "sign(mom)",
};
