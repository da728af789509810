import { defineOptimizer } from "../../src/optimizers/defineOptimizer.ts";
import { type Carried, carriedOf } from "../../src/optimizers/formula/carried.ts";
import { InputError } from "../../src/setting/inputError.ts";
import { definitionOf, formulaName } from "./formula.ts";
import type { Choice } from "./state.ts";

/**
 * Makes the optimizer that a choice has typed in, and makes it known here. A module of its own, since the reader of formulas is large.
 *
 * @param choice whose optimizer is by formula
 * @returns it as data, for workers
 * @throws InputError, one sentence, for formulas that are none
 */
export function readFormula(choice: Choice): Carried {
  try {
    return carriedOf(defineOptimizer(definitionOf(choice))) as Carried;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // Its name is the page's affair.
    throw new InputError(error.message.replace(` of optimizer ${formulaName(choice)}`, ""));
  }
}
