import { defineOptimizer } from "../../src/optimizers/defineOptimizer.ts";
import type { FormulaDefinition } from "../../src/optimizers/formula/fromFormulas.ts";

/** Chen et al. 2023, Algorithm 2: the step looks ahead by b1, the momentum keeps b2. */
export const lion: FormulaDefinition = {
  name: "formula-lion",
  decay: "decoupled",
  betas: [0.9, 0.99],
  memory: { mom: "b2*mom + (1-b2)*g" },
  direction: "sign(b1*old(mom) + (1-b1)*g)",
};

/** torch.optim.AdamW with amsgrad: the largest second moment so far. */
export const amsgrad: FormulaDefinition = {
  name: "formula-amsgrad",
  decay: "decoupled",
  betas: [0.9, 0.999],
  eps: 1e-8,
  memory: { mom: "b1*mom + (1-b1)*g", sec: "b2*sec + (1-b2)*g^2", top: "max(top, sec)" },
  direction: "1/(1 - b1^t)*mom/(sqrt(top)*(1/sqrt(1 - b2^t)) + eps)",
};

/** torch.optim.RMSprop, alpha = b2. */
export const rmsprop: FormulaDefinition = {
  name: "formula-rmsprop",
  decay: "coupled",
  betas: [0, 0.99],
  eps: 1e-8,
  memory: { sec: "b2*sec + (1-b2)*g^2" },
  direction: "g/(sqrt(sec) + eps)",
};

/** Bernstein et al. 2018, Algorithm 2. */
export const signum: FormulaDefinition = {
  name: "formula-signum",
  decay: "decoupled",
  betas: [0.9, 0],
  memory: { mom: "b1*mom + (1-b1)*g" },
  direction: "sign(mom)",
};

/** As a user writes them. */
export const FORMULAS = [lion, amsgrad, rmsprop, signum] as const;

export const FORMULA_OPTIMIZERS = FORMULAS.map((given) => defineOptimizer(given));
