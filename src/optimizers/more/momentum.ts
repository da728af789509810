import type { FormulaDefinition } from "../formula/fromFormulas.ts";
import { MOMENTUM } from "../parameters.ts";

/**
 * SGD with momentum (heavy ball).
 *
 *   mom <- momentum mom + g + lambda w;  w <- w - eta mom
 *
 * Source: torch.optim.SGD with momentum, dampening 0; Polyak 1964.
 */
export const momentum: FormulaDefinition = {
  ...{ name: "momentum", title: "SGD with momentum", decay: "coupled", source: "torch.optim.SGD" },
  parameters: { momentum: MOMENTUM },
  memory: { mom: "momentum*mom + g" },
  direction: "mom",
};
