import type { FormulaDefinition } from "../formula/fromFormulas.ts";

/**
 * AMSGrad: Adam with the largest second moment so far, decay decoupled.
 *
 *   mom <- b1 mom + (1 - b1) g;  sec <- b2 sec + (1 - b2) g^2;  top <- max(top, sec);
 *   w <- (1 - eta lambda) w - eta mom/(1 - b1^t)/(sqrt(top/(1 - b2^t)) + eps)
 *
 * Source: torch.optim.AdamW with amsgrad; Reddi, Kale, Kumar 2018, arXiv 1904.09237.
 */
export const amsgrad: FormulaDefinition = {
  ...{ name: "amsgrad", title: "AMSGrad", decay: "decoupled", source: "torch.optim.AdamW with amsgrad" },
  betas: [0.9, 0.999],
  eps: 1e-8,
  memory: { mom: "b1*mom + (1-b1)*g", sec: "b2*sec + (1-b2)*g^2", top: "max(top, sec)" },
  direction: "1/(1 - b1^t)*mom/(sqrt(top)*(1/sqrt(1 - b2^t)) + eps)",
};
