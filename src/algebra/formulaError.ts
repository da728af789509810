import { InputError, show } from "../setting/inputError.ts";

/** What is wrong with a formula, where, and what to do. LaTeX's backslashes stay single, or places could not be counted. */
export const formulaError = (text: string, at: number, rule: string, remedy: string) =>
  new InputError(`the formula ${show(text).replaceAll("\\\\", "\\")} ${rule} at position ${at}; ${remedy}`);

/** What is wrong with a minus sign where sizes are asked for. */
export const minusError = (text: string, at: number) =>
  formulaError(text, at, "must be positive, as orders are, but has a minus sign in front", "remove it");
