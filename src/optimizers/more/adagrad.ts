import type { FormulaDefinition } from "../formula/fromFormulas.ts";

/**
 * AdaGrad.
 *
 *   sum <- sum + g^2;  w <- w - eta g/(sqrt(sum) + eps),  g with lambda w in it
 *
 * Source: torch.optim.Adagrad with lr_decay = 0; Duchi, Hazan, Singer 2011.
 */
export const adagrad: FormulaDefinition = {
  ...{ name: "adagrad", title: "AdaGrad", decay: "coupled", source: "torch.optim.Adagrad" },
  eps: 1e-10,
  memory: { sum: "sum + g^2" },
  direction: "g/(sqrt(sum) + eps)",
};
