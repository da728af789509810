import type { FormulaDefinition } from "../formula/fromFormulas.ts";
import { MOMENTUM } from "../parameters.ts";

/**
 * SGD with Nesterov momentum.
 *
 *   mom <- momentum mom + g;  w <- w - eta (g + momentum mom),  g with lambda w in it
 *
 * Source: torch.optim.SGD with nesterov; Sutskever, Martens, Dahl, Hinton 2013.
 */
export const nesterov: FormulaDefinition = {
  ...{ name: "nesterov", title: "SGD with Nesterov momentum", decay: "coupled", source: "torch.optim.SGD" },
  parameters: { momentum: MOMENTUM },
  memory: { mom: "momentum*mom + g" },
  direction: "g + momentum*mom",
};
