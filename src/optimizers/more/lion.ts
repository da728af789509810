import type { FormulaDefinition } from "../formula/fromFormulas.ts";

/**
 * Lion: the sign of a momentum that looks ahead by b1 and keeps b2.
 *
 *   w <- (1 - eta lambda) w - eta sgn(b1 mom + (1 - b1) g);  mom <- b2 mom + (1 - b2) g
 *
 * Source: Chen et al. 2023, arXiv 2302.06675, Algorithm 2.
 */
export const lion: FormulaDefinition = {
  ...{ name: "lion", title: "Lion", decay: "decoupled", source: "arXiv 2302.06675" },
  betas: [0.9, 0.99],
  memory: { mom: "b2*mom + (1-b2)*g" },
  direction: "sign(b1*old(mom) + (1-b1)*g)",
};
