import { type Formula, readFormula } from "../../../src/algebra/formula.ts";
import type { Names } from "../../../src/bounds/growth/evaluate.ts";
import { FUNCTIONS } from "../../../src/bounds/order/symbols.ts";

/** Formulas in n alone. */
export const NAMES: Names = { definition: () => undefined, value: () => undefined };

export const read = (text: string): Formula =>
  readFormula(text, { symbols: ["n"], functions: FUNCTIONS, such: "n log(n)" });
