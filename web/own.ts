import type { FormulaDefinition } from "../src/optimizers/formula/fromFormulas.ts";

/**
 * Optimizers of the user's own, by formulas: `adamcheck explore --load FILE` serves their definitions beside the page; elsewhere there are none.
 */
let definitions: readonly FormulaDefinition[] = [];

/** Those that were fetched: each worker defines them for itself. */
export const ownDefinitions = (): readonly FormulaDefinition[] => definitions;

/** Makes definitions known where it is called. What reads formulas is loaded only where there are some. */
export async function define(given: readonly FormulaDefinition[]): Promise<void> {
  if (given.length === 0) return;
  const { defineOptimizer } = await import("../src/optimizers/defineOptimizer.ts");
  for (const definition of given) defineOptimizer(definition);
}

/** Fetches and defines them in the page. A static host that lacks the file has none. */
export async function fetchOwn(): Promise<void> {
  try {
    const answer = await fetch("./own.json");
    definitions = answer.ok ? await answer.json() : [];
  } catch {
    definitions = [];
  }
  await define(definitions);
}
