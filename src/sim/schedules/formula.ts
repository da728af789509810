import { type DoubleWords, doubleFormula } from "../../algebra/doubleFormula.ts";
import { type Factor, type Progress, readSchedulesBy } from "./named.ts";

const WORDS: DoubleWords<keyof Progress> = {
  numbers: ["t", "T", "e", "E"],
  functions: ["min", "max", "sqrt", "exp", "log", "cos", "floor"],
  such: "1/sqrt(t)",
};

/**
 * A schedule that is written as a formula.
 *
 * @param text as `scheduleOf` takes it
 * @returns the factor at a moment of the run, a double
 * @throws InputError for what is no such formula, one sentence with the position from 1
 * Source: ours; the grammar is mathjs's, restricted.
 * @example
 * formulaSchedule("1/(1 + e)")({ t: 5, T: 6, e: 4, E: 6 }) // => 0.2
 */
export const formulaSchedule = (text: string): Factor => doubleFormula(text, WORDS);

readSchedulesBy(formulaSchedule);
