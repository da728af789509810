import type { FormulaDefinition } from "../formula/fromFormulas.ts";

/**
 * RMSprop.
 *
 *   sec <- b2 sec + (1 - b2) g^2;  w <- w - eta g/(sqrt(sec) + eps),  g with lambda w in it
 *
 * Source: torch.optim.RMSprop with alpha = b2; Tieleman, Hinton 2012.
 */
export const rmsprop: FormulaDefinition = {
  ...{ name: "rmsprop", title: "RMSprop", decay: "coupled", source: "torch.optim.RMSprop" },
  betas: [0, 0.99],
  eps: 1e-8,
  memory: { sec: "b2*sec + (1-b2)*g^2" },
  direction: "g/(sqrt(sec) + eps)",
};
