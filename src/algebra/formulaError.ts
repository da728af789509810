import { InputError, show } from "../setting/inputError.ts";

/** What is wrong with a formula, where, and what to do. */
export const formulaError = (text: string, at: number, rule: string, remedy: string) =>
  new InputError(`the formula ${show(text)} ${rule} at position ${at}; ${remedy}`);
