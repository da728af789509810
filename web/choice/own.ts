import { type Carried, optimizerOf } from "../../src/optimizers/formula/carried.ts";
import { knownOptimizers, register } from "../../src/optimizers/registry.ts";

/** Optimizers of the user's own, by formulas: `adamcheck explore --load FILE` serves them beside the page; elsewhere there are none. */
let carried: readonly Carried[] = [];

/** Those that were fetched: each worker makes them known for itself. */
export const ownOptimizers = (): readonly Carried[] => carried;

/** Makes them known where it is called. */
export function define(given: readonly Carried[]): void {
  for (const own of given) if (!knownOptimizers().some(({ name }) => name === own.name)) register(optimizerOf(own));
}

/** Fetches them, and makes them known in the page. A static host that lacks the file has none. */
export async function fetchOwn(): Promise<void> {
  try {
    const answer = await fetch("./own.json");
    carried = answer.ok ? await answer.json() : [];
  } catch {
    carried = [];
  }
  define(carried);
}
